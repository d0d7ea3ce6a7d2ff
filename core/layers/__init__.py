"""Layers: one kind per file, each with `forward` and `backward` as in the book.

`base.py` says what every layer promises. Containers (Sequential, Residual, Parallel) are layers too, so a network
is a tree. To add a layer, add a file with a class under ``@LAYERS.register``: the palette, the forms, the text form,
the command line and the battery of tests find it there.
"""

from core.layers.base import LAYERS, Layer

__all__ = ["LAYERS", "Layer"]
