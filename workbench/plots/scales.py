"""Axes: where numbers lie between two ends, and which of them get a tick."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from workbench.widgets.numbers import MINUS, THIN_SPACE

_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on an axis and how it reads."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers between two ends, linear or logarithmic.

    Parameters
    ----------
    percent
        True for shares that are read as per cent.
    """

    low: float
    high: float
    log: bool = False
    percent: bool = False

    def share(self, values: Array) -> Array:
        """Return where values lie, 0 at the low end and 1 at the high one; NaN where a log scale has no place."""
        if self.log:
            with np.errstate(divide="ignore", invalid="ignore"):
                logs = np.log10(values)
            logs = np.where(np.isfinite(logs), logs, np.nan)
            low, high = math.log10(self.low), math.log10(self.high)
            result: Array = (logs - low) / ((high - low) or 1)
            return result
        return (np.asarray(values, dtype=np.float64) - self.low) / ((self.high - self.low) or 1)

    def value(self, share: float) -> float:
        """Return the number at a place."""
        if self.log:
            return float(10 ** (math.log10(self.low) + share * (math.log10(self.high) - math.log10(self.low))))
        return self.low + share * (self.high - self.low)

    def ticks(self, most: int, unit: float = 0.0) -> list[Tick]:
        """Return at most about so many ticks.

        Parameters
        ----------
        unit
            Ticks stand at multiples of it, such as the iterations of an epoch; 0 for round numbers.
        """
        if self.log:
            return self._log_ticks(most)
        step = _step((self.high - self.low) / max(1, most), unit)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        values = [min(max(i * step, self.low), self.high) for i in range(first, last + 1)]  # rounding must not lead out
        return [Tick(v, self._label(v, step, index == 0)) for index, v in enumerate(values)]

    def _label(self, value: float, step: float, first: bool) -> str:
        shown, shown_step = (100 * value, 100 * step) if self.percent else (value, step)
        decimals = max(0, -math.floor(math.log10(shown_step) + 1e-9)) if shown_step < 1 else 0
        if shown_step * 10**decimals % 1 > 1e-6:
            decimals += 1
        text = f"{shown:,.{decimals}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        text = "0" if text in {"-0", ""} else text.replace("-", MINUS)
        return f"{text}{THIN_SPACE}%" if self.percent and first else text

    def _log_ticks(self, most: int) -> list[Tick]:
        low, high = math.floor(math.log10(self.low) + 1e-9), math.ceil(math.log10(self.high) - 1e-9)
        decades = max(1, high - low)
        if decades * 2 <= most:
            values = [m * 10.0**e for e in range(low, high + 1) for m in (1, 3)]
        else:
            every = max(1, math.ceil(decades / max(1, most)))
            values = [10.0**e for e in range(low, high + 1, every)]
        inside = [v for v in values if self.low * 0.999 <= v <= self.high * 1.001]
        plain_from = 0.00099 if min(inside, default=1.0) > 0.00099 else 0.0099  # one axis, one way of writing
        return [Tick(v, _log_label(v, plain_from)) for v in inside]


def _log_label(value: float, plain_from: float) -> str:
    if plain_from < value < 10_000:
        return f"{value:,.6g}" if value < 1000 else f"{value:,.0f}"
    exponent = math.floor(math.log10(value) + 1e-9)
    mantissa = round(value / 10.0**exponent)
    power = f"10{exponent}".replace(f"10{exponent}", "10" + str(exponent).translate(_SUPERSCRIPT))
    return power if mantissa == 1 else f"{mantissa}·{power}"


def _step(rough: float, unit: float = 0.0) -> float:
    """Return the next larger of 1, 2, 2.5, 5 times a power of ten; or a round multiple of the unit."""
    if unit > 0:
        many = rough / unit
        return unit * (1.0 if many <= 1 else math.ceil(_step(many)))
    if rough <= 0 or not math.isfinite(rough):
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next((m * power for m in (1, 2, 2.5, 5) if m * power >= rough * (1 - 1e-9)), 10 * power)


def covering(scale: Scale, low: float, high: float, *, floor: float | None = None, ceiling: float | None = None) -> Scale:
    """Return a scale that shows all from low to high; the same one as long as it does that well.

    Axes move in steps, never a little every frame: the ends are round numbers, and they only draw closer again once
    the data fills less than two fifths of them.

    Parameters
    ----------
    floor, ceiling
        Ends that are never passed, such as 0 and 1 of a share.
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        return scale
    if scale.log:
        return _covering_log(scale, low, high)
    if floor is not None:
        low = max(low, floor)
    if ceiling is not None:
        high = min(high, ceiling)
    span = high - low
    if span <= 0:
        span = abs(high) * 0.1 or 1.0
        low, high = low - span / 2, high + span / 2
    held = scale.low <= low and high <= scale.high and span >= 0.4 * (scale.high - scale.low)
    if held:
        return scale
    step = _step(span / 4)
    new_low, new_high = math.floor(low / step - 1e-9) * step, math.ceil(high / step + 1e-9) * step
    if floor is not None:
        new_low = max(new_low, floor)
    if ceiling is not None:
        new_high = min(new_high, ceiling)
    return Scale(new_low, new_high, percent=scale.percent)


def _covering_log(scale: Scale, low: float, high: float) -> Scale:
    if high <= 0:
        return scale
    low = max(low, high * 1e-12)
    span = math.log10(high) - math.log10(low)
    if scale.low <= low and high <= scale.high and span >= 0.4 * (math.log10(scale.high) - math.log10(scale.low)):
        return scale

    def down(value: float) -> float:
        power = 10.0 ** math.floor(math.log10(value) + 1e-12)
        return 3 * power if value >= 3 * power else power

    new_low, lifted = down(low), down(high)
    new_high = lifted if high <= lifted else lifted * (10 / 3 if f"{lifted:e}"[0] == "3" else 3)
    return Scale(new_low, max(new_high, new_low * 3), log=True, percent=scale.percent)
