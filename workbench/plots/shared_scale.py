"""One y for several small plots, so that their curves can be compared."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from workbench.plots.live_plot import LivePlot
from workbench.plots.scales import Scale, covering


class SharedLogScale:
    """A logarithmic y that shows the curves of all plots and moves in steps."""

    def __init__(self) -> None:
        self._scale = Scale(0.001, 1.0, log=True)

    def fit(self, plots: Sequence[LivePlot]) -> None:
        """Give plots the common scale of their curves."""
        low, high = math.inf, -math.inf
        for curve in (curve for plot in plots for curve in plot.curves):
            values = curve.y[np.isfinite(curve.y) & (curve.y > 0)]
            if len(values):
                low, high = min(low, float(values.min())), max(high, float(values.max()))
        self._scale = covering(self._scale, low, high)
        for plot in plots:
            plot.set_y(self._scale.low, self._scale.high)
