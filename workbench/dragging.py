"""What is dragged between panels: only names, looked up again where they are dropped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData

LAYER_KIND: Final = "application/vnd.neural-workbench.layer-kind"
"""A registered name: a new layer of that kind."""

LAYER_ID: Final = "application/vnd.neural-workbench.layer-id"
"""The ids of layers of the present network, with spaces between: moved, or copied with Ctrl."""

BLOCK_NAME: Final = "application/vnd.neural-workbench.block"
"""The name of one of the person's own blocks."""

DATA_SOURCE: Final = "application/vnd.neural-workbench.data-source"
"""The registered name of a data set."""

CIRCUIT_PART: Final = "application/vnd.neural-workbench.circuit-part"
"""The name of a part of the circuit palette, or of a gate that the person made."""

DRAGGED: Final = frozenset({LAYER_KIND, LAYER_ID, BLOCK_NAME, DATA_SOURCE})


def mime_of(format: str, name: str) -> QMimeData:
    """Return what a drag of that name carries."""
    mime = QMimeData()
    mime.setData(format, name.encode())
    return mime


def name_in(mime: QMimeData, format: str) -> str:
    """Return the name a drag carries in a format, "" if none."""
    return bytes(mime.data(format).data()).decode() if mime.hasFormat(format) else ""
