"""What each kind of layer is in PyTorch: an expression, and the classes that PyTorch does not have.

A function marked with `torch_for` says it for one kind; a file holds a family.
"""

from core.files.code.torch_layers.base import Expression, expression, written_kinds

__all__ = ["Expression", "expression", "written_kinds"]
