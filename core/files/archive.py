"""A zip of named parts, written so that the old file stays until the new one is whole, and read without trust."""

from __future__ import annotations

import os
import secrets
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from core.errors import FileError

MOST_TEXT_BYTES: Final = 64 * 1024 * 1024
"""What a packed part may unpack to; a few kilobytes of a zip can claim to hold gigabytes."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the same document gives the same bytes, whenever it is saved
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError, RuntimeError)


def write_archive(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write parts to a file, all or nothing. Texts are packed; parts of numbers hardly shrink and are stored.

    Raises
    ------
    FileError
        If the place cannot be written; a file that was there is as it was.
    """
    with replacing(path) as stream, zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, _EPOCH)
            about.compress_type = zipfile.ZIP_DEFLATED if name.endswith(".json") else zipfile.ZIP_STORED
            archive.writestr(about, content)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Give a stream that becomes the file at `path` when all went well, and vanishes otherwise."""
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise FileError("cannot_write", path=str(path), reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _settle(folder: Path) -> None:
    """Bring the new name itself to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class Archive:
    """The parts of a zip that somebody else may have written.

    Raises
    ------
    FileError
        From every method, if the file is not there, is no zip, or a part is missing, damaged or too large.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._size = path.stat().st_size
            self._stream = path.open("rb")
        except FileNotFoundError as error:
            raise FileError("no_file", path=str(path)) from error
        except OSError as error:
            raise FileError("document_broken", path=str(path), reason=error.strerror or str(error)) from error
        try:
            self._zip = zipfile.ZipFile(self._stream)
        except (*_DAMAGE, OSError) as error:
            self._stream.close()
            raise FileError("document_broken", path=str(path), reason=str(error)) from error

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._stream.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *about: object) -> None:
        self.close()

    def broken(self, part: str, reason: object) -> FileError:
        """Make the error for a part of this file."""
        return FileError("document_part", path=str(self.path), part=part, reason=str(reason).rstrip("."))

    def has(self, part: str) -> bool:
        """Say whether there is a part of that name."""
        return part in self._zip.namelist()

    def read(self, part: str) -> bytes:
        """Return the content of a part, its checksum proven."""
        try:
            about = self._zip.getinfo(part)
            self._refuse_bombs(about)
            return self._zip.read(about)
        except KeyError as error:
            raise self.broken(part, "it is not in the file") from error
        except (*_DAMAGE, OSError) as error:
            raise self.broken(part, error) from error

    def _refuse_bombs(self, about: zipfile.ZipInfo) -> None:
        if about.compress_type == zipfile.ZIP_STORED:
            if about.file_size != about.compress_size or about.file_size > self._size:
                raise zipfile.BadZipFile(f"{about.file_size:,} bytes are claimed, more than the file has")
        elif about.compress_type != zipfile.ZIP_DEFLATED or not about.filename.endswith(".json"):
            raise zipfile.BadZipFile("it is packed in another way than a workbench packs")
        elif about.file_size > MOST_TEXT_BYTES:
            raise zipfile.BadZipFile(f"it claims to unpack to {about.file_size:,} bytes")
