"""What can be measured: one file each, run by `run.py bench NAME`. Each prints a row for every number."""
