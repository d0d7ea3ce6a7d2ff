"""Fetches a file so that it is either complete and the right one, or not there.

Several addresses are tried in turn. What has come is kept in a ``.part`` file and taken up again next time; the file
gets its name only when its checksum is right.
"""

from __future__ import annotations

import gzip
import hashlib
import http
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from core.datasets.base import Progress
from core.errors import DataError

TIMEOUT: Final = 20.0
"""Seconds without a byte after which an address counts as dead."""

ATTEMPTS: Final = 3
"""How often one address is asked again when a transfer breaks off in the middle."""

_PIECE: Final = 1 << 16

Opener = Callable[..., Any]
"""Like `urllib.request.urlopen`, which is the default: called with a request and ``timeout``."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that can be fetched.

    Parameters
    ----------
    name
        Under which it is kept.
    addresses
        Where it can be had, the best first.
    size
        About how many bytes it has, for the progress of several files.
    limit
        The most bytes that are taken, packed and unpacked.
    checksum
        In hexadecimal; 64 digits are SHA-256, 32 are MD5.
    of
        What the checksum is of: the bytes as they come, or what gzip unpacks, which is the same for every packing.
    """

    name: str
    addresses: tuple[str, ...]
    size: int
    limit: int
    checksum: str
    of: Literal["file", "unpacked"] = "file"


class _Broken(Exception):  # noqa: N818 - one address failing is not yet an error
    """An address does not answer, or stops in the middle."""


def download(file: RemoteFile, folder: Path, progress: Progress | None = None, opener: Opener | None = None) -> Path:
    """Fetch a file into a folder and return its path; a right file that is there already is left alone.

    Parameters
    ----------
    progress
        Called after every piece; when it raises `Cancelled`, what has come so far is kept for the next time.

    Raises
    ------
    DataError
        If no address gives the right file, or the folder cannot be written to.
    """
    target = folder / file.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.is_file() and checksum_of(target, file) == file.checksum:
            return target
        return _from_any_address(file, target, progress or (lambda _: None), opener or _urlopen())
    except OSError as error:
        raise DataError("cannot_write", path=str(target), reason=error.strerror or str(error)) from error


def _urlopen() -> Opener:
    # late, because it takes a tenth of a second of every start
    from urllib.request import urlopen

    return urlopen


def checksum_of(path: Path, file: RemoteFile) -> str:
    """Return the checksum of a file in the way that `file` asks for, or what is wrong with its gzip data."""
    digest = hashlib.sha256() if len(file.checksum) == 64 else hashlib.md5(usedforsecurity=False)
    taken = 0
    try:
        with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as unpacked:
            stream = unpacked if file.of == "unpacked" else raw
            while piece := stream.read(_PIECE):
                taken += len(piece)
                if taken > file.limit:
                    return f"of more than {file.limit} bytes"
                digest.update(piece)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        return f"unknown ({error})"
    return digest.hexdigest()


def _from_any_address(file: RemoteFile, target: Path, progress: Progress, opener: Opener) -> Path:
    reasons = []
    wrong: DataError | None = None
    for address in file.addresses:
        # packings differ between addresses, so a part belongs to one of them
        mark = hashlib.sha256(address.encode()).hexdigest()[:8]
        part = target.with_name(f"{target.name}.{mark}.part")
        for _ in range(2):
            resumed = part.exists()
            try:
                _fetch(file, address, part, progress, opener)
                received = checksum_of(part, file)
            except _Broken as broken:
                reasons.append(f"{urlsplit(address).hostname}: {broken}")
                break
            except DataError as error:
                part.unlink(missing_ok=True)
                wrong = error
                break
            if received == file.checksum:
                part.replace(target)
                return target
            part.unlink()
            wrong = DataError("checksum", path=address, received=received, expected=file.checksum)
            if not resumed:
                break
    if wrong is not None:
        raise wrong
    raise DataError("download_failed", address=file.addresses[0], reason="; ".join(reasons))


def _fetch(file: RemoteFile, address: str, part: Path, progress: Progress, opener: Opener) -> None:
    """Bring `part` to its full length, going on where it ends."""
    for attempt in range(ATTEMPTS):
        before = _length(part)
        try:
            _transfer(file, address, part, progress, opener)
        except _Broken:
            if attempt == ATTEMPTS - 1 or _length(part) <= before:
                raise
        else:
            return


def _transfer(file: RemoteFile, address: str, part: Path, progress: Progress, opener: Opener) -> None:
    before = _length(part)
    with _ask(address, before, opener) as response:
        if response.status == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return  # nothing is missing, or the part is of another file: the checksum tells
        start = before if response.status == http.HTTPStatus.PARTIAL_CONTENT else 0
        if start and not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
            raise _Broken("sends another piece than was asked for")
        promised = response.headers.get("Content-Length", "")
        total = start + int(promised) if promised.isdecimal() else 0
        if total > file.limit:
            raise DataError("download_size", address=address, limit=file.limit)
        done = start
        with part.open("ab" if start else "wb") as output:
            for piece in _pieces(response):
                done += len(piece)
                if done > file.limit:
                    raise DataError("download_size", address=address, limit=file.limit)
                output.write(piece)
                progress(min(1.0, done / (total or file.size)))
    if done < total:
        raise _Broken(f"ended after {done} of {total} bytes")


def _ask(address: str, start: int, opener: Opener) -> Any:
    """Send the request; a refusal of the range is an answer too."""
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import Request

    headers = {"User-Agent": "neural-workbench", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    if urlsplit(address).scheme not in {"http", "https"}:
        raise _Broken("is not a web address")
    try:
        return opener(Request(address, headers=headers), timeout=TIMEOUT)  # noqa: S310 - the scheme is checked above
    except HTTPError as error:
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return error
        error.close()
        raise _Broken(f"answers {error.code} {error.reason}") from error
    except (OSError, HTTPException) as error:
        raise _Broken(str(getattr(error, "reason", error))) from error


def _pieces(response: Any) -> Iterator[bytes]:
    """Yield what comes as it comes, so that a slow line can be cancelled."""
    from http.client import HTTPException

    while True:
        try:
            piece = response.read1(_PIECE)
        except (OSError, HTTPException) as error:
            raise _Broken(str(error)) from error
        if not piece:
            return
        yield piece


def _length(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
