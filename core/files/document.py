"""A document on disk: an experiment, the states of its run, and how the window looked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import core
from core.arrays import Shape
from core.errors import CoreError, FileError
from core.experiment import Experiment
from core.files.archive import Archive, write_archive
from core.files.kept_runs import PART, pack_runs, read_runs
from core.files.parts import (
    PartError,
    RunRecord,
    pack_curves,
    pack_snapshots,
    record_of,
    unpack_curves,
    unpack_snapshots,
)
from core.network import build_chain
from core.serial import from_json, from_versioned_json, loads, to_json, to_versioned_json
from core.training.history import Curves
from core.training.kept_run import KeptRun, RunAbout, thinned
from core.training.snapshot import Snapshot

FORMAT: Final = 1
SUFFIX: Final = ".workbench"
PROGRAM: Final = "neural-workbench"
SNAPSHOT_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of snapshots in a file; the first and the newest are always kept, whatever they take."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RunDocument:
    """What a file holds.

    Parameters
    ----------
    experiment
        What the person decided.
    snapshots
        States of the run of this experiment, in order of their iteration; empty before the first.
    curves
        The numbers of the run, or None.
    view
        How the window looked: anything that JSON takes; the engine does not read it.
    input_shape
        The shape of one sample, so that the network can be built without its data; empty when not known.
    about
        What is known of the run beside its numbers: its name, its notes.
    kept
        The other runs of the document.
    """

    experiment: Experiment
    snapshots: tuple[Snapshot, ...] = ()
    curves: Curves | None = None
    view: Mapping[str, Any] = field(default_factory=dict)
    input_shape: Shape = ()
    about: RunAbout = field(default_factory=RunAbout)
    kept: tuple[KeptRun, ...] = ()


def save_document(path: str | Path, document: RunDocument, *, limit: int = SNAPSHOT_LIMIT) -> Path:
    """Write a document and return its place; the file that was there stays until the new one is whole.

    Parameters
    ----------
    limit
        Bytes that the snapshots may take, and those of the other runs together once more; some between the first and the
        newest are left out to stay below.

    Raises
    ------
    FileError
        If the place cannot be written.
    """
    snapshots = thinned(document.snapshots, limit)
    record = record_of(snapshots, document.curves, document.input_shape)
    runs, parts = pack_runs(document.about, document.kept, limit)
    write_archive(
        Path(path),
        {
            "manifest.json": _text({"program": PROGRAM, "format": FORMAT, "version": core.__version__}),
            "experiment.json": _text(to_versioned_json(document.experiment)),
            "run.json": _text(to_json(record)),
            "view.json": _text(dict(document.view)),
            PART: _text(runs),
            "arrays.safetensors": pack_snapshots(snapshots),
            "history.safetensors": pack_curves(document.curves),
            **parts,
        },
    )
    return Path(path)


def load_document(path: str | Path) -> RunDocument:
    """Read a document; training goes on from its newest snapshot as if it had never been closed.

    Raises
    ------
    FileError
        If the file is missing, foreign, damaged or of a newer version: says which part and what to do.
    """
    with Archive(Path(path)) as archive:
        _check_manifest(archive)
        experiment = _json_part(archive, "experiment.json", lambda data: from_versioned_json(Experiment, data))
        record = _json_part(archive, "run.json", lambda data: from_json(RunRecord, data))
        view = _json_part(archive, "view.json", _table)
        count = _part("run.json", archive, lambda: _parameters_of(experiment, record))
        about, kept = read_runs(archive)
        return RunDocument(
            experiment,
            _part("arrays.safetensors", archive, lambda: unpack_snapshots(record, archive.read("arrays.safetensors"), count)),
            _part("history.safetensors", archive, lambda: unpack_curves(record, archive.read("history.safetensors"))),
            view,
            record.input_shape,
            about,
            kept,
        )


def _text(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1).encode()


def _table(data: object) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise PartError("it is not a JSON object")
    return data


def _check_manifest(archive: Archive) -> None:
    manifest = _json_part(archive, "manifest.json", _table)
    if manifest.get("program") != PROGRAM:
        raise FileError("document_foreign", path=str(archive.path))
    version = manifest.get("format")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise archive.broken("manifest.json", "it names no format")
    if version > FORMAT:
        raise FileError("document_newer", path=str(archive.path), received=version, expected=FORMAT)


def _json_part(archive: Archive, part: str, read: Callable[[Any], T]) -> T:
    return _part(part, archive, lambda: read(loads(archive.read(part))))


def _part(part: str, archive: Archive, read: Callable[[], T]) -> T:
    """Read a part; whatever is wrong with it is said with its name."""
    try:
        return read()
    except FileError:
        raise
    except CoreError as error:
        if error.code == "spec_version":
            raise FileError("document_newer", path=str(archive.path), **error.details) from error
        raise archive.broken(part, error) from error
    except (PartError, RecursionError) as error:
        raise archive.broken(part, error) from error


def _parameters_of(experiment: Experiment, record: RunRecord) -> int | None:
    """Return how many parameters the network of the states has; a network under work may not fit its data yet."""
    input_shape = record.input_shape
    if not input_shape or not record.moments:
        return None
    if min(input_shape) < 1:
        raise PartError(f"the input shape {input_shape} is none")
    return build_chain(experiment.network.layers).cost(input_shape).parameters
