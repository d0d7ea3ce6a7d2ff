"""The numbers of a run as the parts of a document: a list of moments in JSON, their arrays in safetensors."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from core.arrays import Array
from core.errors import CoreError
from core.experiment import TrainingConfig
from core.optimizers.base import OPTIMIZERS
from core.training.events import Changed
from core.training.history import EVALUATION_WIDTH, MEASURE_HEAD, NO_MEASURES, STEP_WIDTH, Curves
from core.training.snapshot import Snapshot
from core.training.stopping import Standing


class PartError(Exception):
    """A part does not hold what it should; the text says what."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A snapshot without its arrays. `training` counts in the list of settings, `memory` names the optimizer's vectors."""

    iteration: int
    epoch: int
    offset: int
    updates: int
    training: int
    memory: tuple[str, ...] = ()
    resumable: bool = True
    seconds: float = 0.0
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What the part ``run.json`` says.

    Parameters
    ----------
    input_shape
        The shape of one sample, empty when it was not known.
    trainings
        All settings that were in force at some moment.
    """

    input_shape: tuple[int, ...] = ()
    moments: tuple[Moment, ...] = ()
    trainings: tuple[TrainingConfig, ...] = ()
    changes: tuple[Changed, ...] = ()
    has_curves: bool = False


def record_of(snapshots: Sequence[Snapshot], curves: Curves | None, input_shape: tuple[int, ...]) -> RunRecord:
    """Describe snapshots and curves without their arrays."""
    trainings = list(dict.fromkeys(s.training for s in snapshots))
    moments = tuple(
        Moment(
            s.iteration,
            s.epoch,
            s.offset,
            s.updates,
            trainings.index(s.training),
            tuple(s.memory),
            s.resumable,
            s.seconds,
            s.standing,
        )
        for s in snapshots
    )
    return RunRecord(input_shape, moments, tuple(trainings), curves.changes if curves else (), curves is not None)


def pack_snapshots(snapshots: Sequence[Snapshot]) -> bytes:
    """Return all arrays of the snapshots under names such as ``3/theta``."""
    arrays: dict[str, Array] = {}
    for index, snapshot in enumerate(snapshots):
        arrays[f"{index}/theta"] = snapshot.theta
        arrays[f"{index}/buffers"] = snapshot.buffers
        arrays |= {f"{index}/memory/{name}": array for name, array in snapshot.memory.items()}
    return bytes(save(arrays))


def pack_curves(curves: Curves | None) -> bytes:
    """Return the rows of the curves."""
    if curves is None:
        return bytes(save({}))
    tables = {"steps": curves.steps, "evaluations": curves.evaluations, "measures": curves.measures}
    return bytes(save({name: table.copy() for name, table in tables.items()}))


def unpack(content: bytes) -> Mapping[str, Array]:
    """Return the arrays of a safetensors part, read-only.

    Raises
    ------
    PartError
        If it is damaged or holds anything but float32 and float64.
    """
    try:
        arrays = load(content)
    except (SafetensorError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise PartError(f"no readable safetensors: {error}") from error
    for name, array in arrays.items():
        if array.dtype not in (np.float32, np.float64):
            raise PartError(f"{name} holds {array.dtype} where float32 or float64 belongs")
        array.flags.writeable = False
    return arrays


def unpack_snapshots(record: RunRecord, content: bytes, parameters: int | None) -> tuple[Snapshot, ...]:
    """Return the snapshots of a record.

    Parameters
    ----------
    parameters
        How many the network has, or None when that is not known.

    Raises
    ------
    PartError
        If arrays are missing or do not fit each other, the network or the optimizer.
    """
    arrays = unpack(content)
    made: list[Snapshot] = []
    for index, moment in enumerate(record.moments):
        _check_moment(moment, made[-1].iteration if made else -1, len(record.trainings))
        training = record.trainings[moment.training]
        theta = _vector(arrays, f"{index}/theta", made[0].theta if made else None)
        if parameters is not None and theta.size != parameters:
            raise PartError(f"{index}/theta has {theta.size:,} numbers and the network {parameters:,} parameters")
        buffers = _vector(arrays, f"{index}/buffers", made[0].buffers if made else None)
        memory = {name: _vector(arrays, f"{index}/memory/{name}", theta) for name in moment.memory}
        _check_memory(moment, training)
        made.append(
            Snapshot(
                moment.iteration,
                moment.epoch,
                moment.offset,
                moment.updates,
                theta,
                buffers,
                memory,
                training,
                moment.resumable,
                moment.seconds,
                moment.standing,
            )
        )
    return tuple(made)


def _check_moment(moment: Moment, before: int, trainings: int) -> None:
    if moment.iteration <= before:
        raise PartError(f"iteration {moment.iteration} follows {before}")
    if min(moment.epoch, moment.offset, moment.updates) < 0 or not 0 <= moment.training < trainings:
        raise PartError(f"a number is out of range at iteration {moment.iteration}")


def _check_memory(moment: Moment, training: TrainingConfig) -> None:
    try:
        slots = OPTIMIZERS.get(training.optimizer.kind).slots if moment.resumable else ()
    except CoreError as error:
        raise PartError(str(error)) from error
    if set(moment.memory) != set(slots):
        remembered, expected = ", ".join(moment.memory) or "nothing", ", ".join(slots) or "nothing"
        raise PartError(f"{training.optimizer.kind} remembers {expected}, and {remembered} was saved")


def _vector(arrays: Mapping[str, Array], name: str, like: Array | None) -> Array:
    if name not in arrays:
        raise PartError(f"the array {name} is missing")
    array = arrays[name]
    if array.ndim != 1 or (like is not None and (array.shape != like.shape or array.dtype != like.dtype)):
        raise PartError(f"the array {name} has another shape or kind than the others")
    return array


def unpack_curves(record: RunRecord, content: bytes) -> Curves | None:
    """Return the curves of a record, or raise `PartError`."""
    arrays = unpack(content)
    if not record.has_curves:
        return None
    steps = _table(arrays, "steps", STEP_WIDTH)
    evaluations = _table(arrays, "evaluations", EVALUATION_WIDTH)
    measures = _table(arrays, "measures", None) if "measures" in arrays else NO_MEASURES
    if any(change.iteration < 0 or not math.isfinite(change.iteration) for change in record.changes):
        raise PartError("a change of settings stands before the beginning")
    return Curves(steps, evaluations, record.changes, measures)


def _table(arrays: Mapping[str, Array], name: str, width: int | None) -> Array:
    """Return a table of numbers whose first column rises; `width` None is that of measures, which depends on the layers.

    Documents of before times were written hold tables without their last column, the seconds.
    """
    array = arrays.get(name)
    if array is None or array.ndim != 2 or array.dtype != np.float64:
        raise PartError(f"{name} is not a table of float64")
    if width is not None and array.shape[1] == width - 1:
        array = np.column_stack([array, np.full(len(array), np.nan)])
    fits = array.shape[1] == width if width is not None else array.shape[1] >= MEASURE_HEAD and array.shape[1] % 2 == 1
    if not fits:
        raise PartError(f"{name} is not a table of {width or 'an odd number of'} columns")
    iterations = array[:, 0]
    if not np.isfinite(iterations).all() or (np.diff(iterations) < 0).any():
        raise PartError(f"the iterations of {name} do not rise")
    return array
