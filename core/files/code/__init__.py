"""Networks as source code: the plain NumPy script in the book's style, and the PyTorch module.

`numpy_script` and `torch_script` put them together. What a layer looks like in NumPy is a page in `book/`, copied by
`sources`; what it looks like in PyTorch is a line in `torch_layers/`.
"""

from core.files.code.numpy_script import numpy_code
from core.files.code.torch_script import torch_code
from core.files.code.written import Code

__all__ = ["Code", "numpy_code", "torch_code"]
