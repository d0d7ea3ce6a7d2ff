"""The commands of ``python -m core``: train, info, export, data. One file each; `program` joins them."""
