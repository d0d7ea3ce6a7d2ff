"""The network as text, to read, copy and type. What cannot be read is marked where it stands and changes nothing."""

from workbench.network_text.editor import TextForm
from workbench.network_text.view import NetworkText

__all__ = ["NetworkText", "TextForm"]
