"""A race as a table, to count with elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.descent.race import Race

COLUMNS: Final = ("step", "optimizer", "start", "x", "y", "f", "df/dx", "df/dy", "rate")


def rows_of(race: Race) -> Iterator[tuple[str, ...]]:
    """Yield a row of `COLUMNS` for every step of every path, as long as its numbers are finite; the rate led to the place."""
    for path in race.paths:
        name = "Newton" if path.racer.newton else path.racer.optimizer.kind
        for start in range(path.at.shape[2]):
            for step in range(path.last_finite(path.steps, start) + 1):
                numbers = (*path.at[step, :, start], path.value[step, start], *path.exact[step, :, start])
                rate = f"{path.rate[step - 1]:.9g}" if step else ""
                yield (str(step), name, str(start + 1), *(f"{float(n):.9g}" for n in numbers), rate)
