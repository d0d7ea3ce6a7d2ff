"""The runs beside the present one as parts of a document: one JSON table of all, and two safetensors parts of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import CoreError
from core.experiment import Experiment
from core.files.archive import Archive
from core.files.parts import PartError, RunRecord, pack_curves, pack_snapshots, record_of, unpack_curves, unpack_snapshots
from core.serial import from_json, from_versioned_json, loads, to_json, to_versioned_json
from core.training.kept_run import KeptRun, RunAbout, thinned

PART = "runs.json"
MOST_RUNS = 1000


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One entry of the table beside its experiment."""

    about: RunAbout
    record: RunRecord


def pack_runs(about: RunAbout, runs: Sequence[KeptRun], limit: int) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the table and the parts with the arrays.

    Parameters
    ----------
    about
        What is known of the present run.
    limit
        Bytes that the snapshots of all runs may take together; the first and the newest of each are always kept.
    """
    entries: list[dict[str, Any]] = []
    parts: dict[str, bytes] = {}
    for index, run in enumerate(runs):
        snapshots = thinned(run.snapshots, limit // len(runs))
        record = record_of(snapshots, run.curves, run.input_shape)
        entries.append({"experiment": to_versioned_json(run.experiment), **to_json(KeptEntry(run.about, record))})
        parts[f"runs/{index}/arrays.safetensors"] = pack_snapshots(snapshots)
        parts[f"runs/{index}/history.safetensors"] = pack_curves(run.curves)
    return {"present": to_json(about), "kept": entries}, parts


def read_runs(archive: Archive) -> tuple[RunAbout, tuple[KeptRun, ...]]:
    """Return what a document says of the present run, and the runs beside it; one without the part has none.

    Raises
    ------
    FileError
        If a part is damaged: says which.
    """
    if not archive.has(PART):
        return RunAbout(), ()
    place = PART
    try:
        table = loads(archive.read(PART))
        entries = table.get("kept") if isinstance(table, dict) else None
        if not isinstance(entries, list) or len(entries) > MOST_RUNS:
            raise PartError(f"it lists no runs, or more than {MOST_RUNS}")
        about = from_json(RunAbout, table.get("present", {}), "present")
        kept = []
        for index, entry in enumerate(entries):
            place = PART
            if not isinstance(entry, dict) or "experiment" not in entry:
                raise PartError(f"the run {index} has no experiment")
            experiment = from_versioned_json(Experiment, entry["experiment"], f"kept[{index}].experiment")
            rest = {key: value for key, value in entry.items() if key != "experiment"}
            read = from_json(KeptEntry, rest, f"kept[{index}]")
            place = f"runs/{index}/arrays.safetensors"
            snapshots = unpack_snapshots(read.record, archive.read(place), None)
            place = f"runs/{index}/history.safetensors"
            curves = unpack_curves(read.record, archive.read(place))
            if curves is None:
                raise PartError("it holds no numbers of the run")
            kept.append(KeptRun(read.about, experiment, curves, snapshots, read.record.input_shape))
    except (PartError, CoreError, RecursionError) as error:
        if isinstance(error, CoreError) and error.code.startswith("document_"):
            raise
        raise archive.broken(place, error) from error
    places = [about.place, *(run.about.place for run in kept)]
    if len(set(places)) < len(places) or min(places) < 1:
        raise archive.broken(PART, "two runs have one number")
    return about, tuple(kept)
