"""The window of the Neural Workbench: a Qt application over `core`.

Start reading at `workspace.py`: it joins the document, the run and the panels.
"""
