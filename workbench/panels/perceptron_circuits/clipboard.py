"""Parts of circuits on the clipboard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.errors import CoreError
from core.perceptron.board import Part
from core.serial import from_versioned_json, loads, to_versioned_json

FORMAT: Final = "application/vnd.neural-workbench.circuit-parts"


@dataclass(frozen=True, slots=True)
class CopiedParts:
    """What was copied."""

    parts: tuple[Part, ...]


def copy(parts: Sequence[Part]) -> None:
    """Put parts on the clipboard."""
    mime = QMimeData()
    mime.setData(FORMAT, json.dumps(to_versioned_json(CopiedParts(tuple(parts)))).encode())
    QGuiApplication.clipboard().setMimeData(mime)


def copied() -> tuple[Part, ...]:
    """Return the parts on the clipboard; none where there is something else, or where they are damaged."""
    mime = QGuiApplication.clipboard().mimeData()
    if mime is None or not mime.hasFormat(FORMAT):
        return ()
    try:
        return from_versioned_json(CopiedParts, loads(bytes(mime.data(FORMAT).data()))).parts
    except CoreError:
        return ()
