"""From an edited script back to the network: the lines that make layers are read, everything else must be as it was written.

`entries` finds the layers in Python's syntax tree (nothing is ever run), `numpy_layers` and `torch_layers` say what one
call means, `networks` puts the layers together, and `agreement` checks them against the code of the network that was read,
so that nothing a person typed is passed over in silence.
"""

from core.files.code.reading.networks import LANGUAGES, Origin, read_code

__all__ = ["LANGUAGES", "Origin", "read_code"]
