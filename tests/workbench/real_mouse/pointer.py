"""The pointer of an X display, moved through the server's XTEST extension; the few requests that takes are written by hand."""

from __future__ import annotations

import socket
import struct
from typing import Final

LEFT, WHEEL_UP, WHEEL_DOWN = 1, 4, 5
_PRESS, _RELEASE, _MOVE = 4, 5, 6
_QUERY_EXTENSION, _FAKE_INPUT = 98, 2
_NAME: Final = b"XTEST"


class Pointer:
    """The pointer of one display.

    Raises
    ------
    OSError
        If there is no such display.
    RuntimeError
        If the server lets nobody in, or has no XTEST.
    """

    def __init__(self, display: int) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{display}")
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        let_in, length = struct.unpack("<B5xH", self._read(8))
        self._read(4 * length)
        if let_in != 1:
            raise RuntimeError("the X server lets nobody in")
        padded = _NAME + b"\0" * (-len(_NAME) % 4)
        self._socket.sendall(struct.pack("<BxHHxx", _QUERY_EXTENSION, 2 + len(padded) // 4, len(_NAME)) + padded)
        present, self._extension = struct.unpack("<8xBB22x", self._read(32))
        if not present:
            raise RuntimeError("the X server has no XTEST")

    def _read(self, length: int) -> bytes:
        found = b""
        while len(found) < length:
            more = self._socket.recv(length - len(found))
            if not more:
                raise RuntimeError("the X server hung up")
            found += more
        return found

    def _send(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        self._socket.sendall(struct.pack("<BBHBBxxII8xhh8x", self._extension, _FAKE_INPUT, 9, kind, detail, 0, 0, x, y))

    def move(self, x: int, y: int) -> None:
        """Move to a place on the screen."""
        self._send(_MOVE, 0, x, y)

    def press(self, button: int = LEFT) -> None:
        """Press a button and hold it."""
        self._send(_PRESS, button)

    def release(self, button: int = LEFT) -> None:
        """Let a button go."""
        self._send(_RELEASE, button)

    def close(self) -> None:
        """Leave the display."""
        self._socket.close()
