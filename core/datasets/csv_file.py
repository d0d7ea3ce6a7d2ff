"""One sample per line, numbers between commas."""

from __future__ import annotations

import csv
import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from core.datasets.base import DATASETS, Dataset, Progress, RawData, Samples
from core.datasets.reading import MOST_CLASSES, existing_file, labelled, require_room
from core.errors import DataError
from core.fields import ChoiceField, TextField

_SEPARATORS: Final = (",", ";", "\t")
_LINES_BETWEEN_PROGRESS: Final = 500


@DATASETS.register
class CsvFile(Dataset):
    """Numbers and a label or value per line; (N, D). A first line with names is recognised and skipped.

    Labels are whole numbers from 0 up, or names. Names are allowed only if no label is a number.
    """

    title = "CSV file"
    help = "A table: one sample per line, the label or value in the first or last column."
    group = "files"

    path = TextField("", title="File", help="A table with commas, semicolons or tabs between the columns.")
    label = ChoiceField("last", choices=("last", "first"), title="Label column", help="Where the label or value stands.")
    task = ChoiceField(
        "auto",
        choices=("auto", "classification", "regression"),
        help="With auto, whole numbers from 0 up and names are classes and everything else is a value to predict.",
    )

    def load(self, seed: int, progress: Progress | None = None) -> RawData:
        path = existing_file(self.path)
        table = _read(path, self.label == "first", progress)
        x = np.frombuffer(table.values, dtype=np.float32).reshape(len(table.labels), -1)
        numbers = [_number(label) for label in table.labels]
        if self.task != "regression" and all(number is None for number in numbers):
            names = tuple(sorted(set(table.labels)))
            if len(names) > MOST_CLASSES:
                raise DataError("label_range", path=str(path), received=len(names) - 1, most=MOST_CLASSES - 1)
            index = {name: number for number, name in enumerate(names)}
            return labelled(path, x, np.array([index[label] for label in table.labels]), classes=names)
        t = np.empty(len(numbers))
        for row, number in enumerate(numbers):
            if number is None:
                raise _not_a_number(path, table.lines[row], table.label_column, table.labels[row])
            t[row] = number
        strange = (t < 0) | (t != np.floor(t))
        if self.task == "regression" or (self.task == "auto" and (strange.any() or t.max() >= MOST_CLASSES)):
            return RawData(Samples(x, t.astype(np.float32)[:, None]), None, "regression", (), str(path))
        if strange.any():
            row = int(strange.argmax())
            raise DataError("csv_label", path=str(path), line=table.lines[row], received=table.labels[row])
        return labelled(path, x, t.astype(np.int64))


@dataclass
class _Table:
    """What stands in the file: inputs row by row, and for each row its label and line. Columns count from 1."""

    label_column: int = 0
    values: array[float] = field(default_factory=lambda: array("f"))
    labels: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def _read(path: Path, label_first: bool, progress: Progress | None) -> _Table:
    size = max(1, path.stat().st_size)
    require_room(path, 2 * size)
    table = _Table()
    done = columns = 0
    for line, cells in _rows(path):
        done += sum(map(len, cells)) + len(cells)
        if not table.labels:
            if not columns and all(_number(cell) is None for cell in cells[:-1] if cell) and _number(cells[0]) is None:
                columns = len(cells)
                continue
            columns = columns or len(cells)
            table.label_column = 1 if label_first else columns
            if columns < 2:
                raise DataError("csv_narrow", path=str(path), line=line)
        if len(cells) != columns:
            first = table.lines[0] if table.lines else 1
            raise DataError("csv_columns", path=str(path), line=line, received=len(cells), first=first, expected=columns)
        table.labels.append(cells[0] if label_first else cells[-1])
        table.lines.append(line)
        _append(table.values, cells[1:] if label_first else cells[:-1], path, line, 2 if label_first else 1)
        if progress is not None and len(table.labels) % _LINES_BETWEEN_PROGRESS == 0:
            progress(min(1.0, done / size))
    if not table.labels:
        raise DataError("csv_empty", path=str(path))
    return table


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of every line that is not empty."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            start = file.read(4096).partition("\n")[0]
            file.seek(0)
            reader = csv.reader(file, delimiter=max(_SEPARATORS, key=start.count), skipinitialspace=True)
            for cells in reader:
                if any(cells):
                    yield reader.line_num, [cell.strip() for cell in cells]
    except (csv.Error, UnicodeDecodeError) as error:
        raise DataError("csv_broken", path=str(path), reason=str(error)) from error
    except OSError as error:
        raise DataError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error


def _append(values: array[float], cells: list[str], path: Path, line: int, first_column: int) -> None:
    try:
        numbers = array("f", map(float, cells))
    except (ValueError, OverflowError):
        numbers = None
    if numbers is None or not math.isfinite(sum(numbers)):
        for column, cell in enumerate(cells, first_column):
            if _number(cell) is None:
                raise _not_a_number(path, line, column, cell)
        raise DataError("values_not_finite", path=str(path))
    values.extend(numbers)


def _number(cell: str) -> float | None:
    """Return the finite number that a cell holds, or None."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _not_a_number(path: Path, line: int, column: int, cell: str) -> DataError:
    return DataError("csv_number", path=str(path), line=line, column=column, received=repr(cell) if cell else "an empty cell")
