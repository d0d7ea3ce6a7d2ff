"""The engine of the Neural Workbench: networks, training and data in NumPy alone.

Nothing in here knows of windows, prints, or keeps global state. Start reading at `core.layers` (one layer per
file, `forward` and `backward` as in the book), then `core.network`, then `core.training`.
"""

__version__ = "0.1.0"
