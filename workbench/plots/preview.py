"""All plots on one page, to look at and to measure: ``python -m workbench.plots.preview [light|dark]``."""

from __future__ import annotations

import sys

import numpy as np
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from core.training.smoothing import Smoothing
from workbench.plots.color_bar import ColorBar
from workbench.plots.curve import Band, Curve, Mark
from workbench.plots.heat_map import HeatMap
from workbench.plots.image_grid import ImageGrid
from workbench.plots.live_plot import LivePlot
from workbench.theme.theme import current_theme


def example_curves(count: int, *, shares: bool = False) -> list[Curve]:
    """Return two runs with raw, smoothed and validation curves."""
    rng = np.random.default_rng(0)
    curves: list[Curve] = []
    for run, name in enumerate(("Adam", "Momentum")):
        x = np.arange(1.0, count + 1)
        clean = 0.03 + (0.02 * run) + 2.6 * np.exp(-x / (count / 25)) + 0.4 * np.exp(-x / (count / 5))
        raw = clean * np.exp(rng.normal(size=count) * 0.5)
        if shares:
            raw, clean = 1 - np.clip(raw / 4, 0, 1), 1 - clean / 4
        curves.append(Curve(x, raw, run=run, faint=True, label=name))
        curves.append(Curve(x, Smoothing(0.97).extend(raw), run=run, label=name))
        seldom = np.arange(20.0, count, 20)
        curves.append(
            Curve(seldom, clean[19:-1:20] * (0.99 if shares else 1.1), run=run, validation=True, label=f"{name}, validation")
        )
    return curves


def preview() -> QWidget:
    """Return the page."""
    page = QWidget()
    page.setObjectName("preview")
    grid = QGridLayout(page)
    loss = LivePlot("preview.loss", log=True)
    loss.set_words("Loss")
    loss.set_x(2700, unit=540)
    loss.set_ticks(x=False)
    loss.set_curves(example_curves(1842))
    loss.set_marks([Mark(1080, "branch", run=2)])
    accuracy = LivePlot("preview.accuracy", shares=True)
    accuracy.set_words("Accuracy", "iteration")
    accuracy.set_x(2700, unit=540)
    accuracy.set_curves(example_curves(1842, shares=True))
    accuracy.hovered.connect(loss.set_crosshair)
    loss.hovered.connect(accuracy.set_crosshair)
    loss.set_present(1200)
    loss.share_margins(accuracy)
    accuracy.share_margins(loss)
    ratio = LivePlot("preview.ratio", log=True)
    ratio.set_words("Update / weight")
    ratio.set_x(1842)
    ratio.set_curves([Curve(c.x, c.y / 40, run=c.run, faint=c.faint) for c in example_curves(1842)[:2]])
    ratio.set_bands([Band(1e-4, 1e-2)])
    grid.addWidget(loss, 0, 0, 1, 2)
    grid.addWidget(accuracy, 1, 0, 1, 2)
    grid.addWidget(ratio, 2, 0)
    rng = np.random.default_rng(1)
    kernels = ImageGrid("preview.kernels", gap=10)
    weights = rng.normal(size=(6, 5, 5)) * 0.4
    kernels.set_images(weights, limits=(-0.8, 0.8), labels=[f"{i + 1}  ‖w‖ 1.5{i}" for i in range(6)], before=weights * 0.4)
    kernels.select(1)
    bar = ColorBar("preview.bar", "signed")
    bar.set_limits(-0.8, 0.8)
    bar.set_caption("one scale for all")
    side = QVBoxLayout()
    side.addWidget(kernels, 1)
    side.addWidget(bar)
    grid.addLayout(side, 0, 2, 2, 1)
    cells = HeatMap("preview.cells")
    cells.set_values(rng.normal(size=(5, 5)) * 0.4)
    cells.select((2, 3))
    grid.addWidget(cells, 2, 1)
    surface = HeatMap("preview.surface", "magnitude", square=False)
    x, y = np.meshgrid(np.linspace(-8, 4, 80), np.linspace(3.5, -3.5, 60))
    surface.set_values(np.sqrt(x**2 / 20 + y**2))
    surface.set_extent(-8, 4, -3.5, 3.5)
    grid.addWidget(surface, 2, 2)
    for column, stretch in enumerate((3, 2, 2)):
        grid.setColumnStretch(column, stretch)
    page.resize(1280, 760)
    return page


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    current_theme().set_mode("dark" if "dark" in sys.argv else "light")
    window = preview()
    window.show()
    sys.exit(application.exec())
