"""What a study has found so far: sentences, plots, and a table."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.studies.findings import Cell, Chart, Column, Finding, Histogram, Stage, Table
from workbench.plots.curve import Curve
from workbench.plots.histogram import HistogramPlot
from workbench.plots.legend import DASHED, SOLID, Legend
from workbench.plots.live_plot import LivePlot
from workbench.theme.fonts import font
from workbench.translation.core_text import message, translate_core
from workbench.widgets.card import EmptyState
from workbench.widgets.labels import Label, Lamp
from workbench.widgets.numbers import duration, figure, grouped, percent

MOST_ROWS: Final = 8
ROW_HEIGHT: Final = 24
MOST_IN_ROW: Final = 3


class FoundTable(QTreeWidget):
    """A table that is as high as its rows, up to a limit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFont(font("dense"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setHeaderLabels([translate_core(column.title) for column in table.columns])
        for row in table.rows:
            item = QTreeWidgetItem(self, [cell_text(cell, column) for cell, column in zip(row, table.columns, strict=True)])
            for index, column in enumerate(table.columns):
                side = Qt.AlignmentFlag.AlignLeft if column.kind == "text" else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(index, side | Qt.AlignmentFlag.AlignVCenter)
        for index, column in enumerate(table.columns):
            side = Qt.AlignmentFlag.AlignLeft if column.kind == "text" else Qt.AlignmentFlag.AlignRight
            self.headerItem().setTextAlignment(index, side | Qt.AlignmentFlag.AlignVCenter)
        header = self.header()
        header.setStretchLastSection(False)
        for index in range(len(table.columns)):
            header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)
        high = self.sizeHintForRow(0) if table.rows else ROW_HEIGHT
        self.setFixedHeight(header.sizeHint().height() + 4 + min(MOST_ROWS, len(table.rows)) * max(high, 18))


def cell_text(cell: Cell, column: Column) -> str:
    """Return a cell as it reads under its column's head."""
    if isinstance(cell, str):
        return translate_core(cell)
    match column.kind:
        case "share":
            return percent(float(cell), 1)
        case "count":
            return grouped(int(cell))
        case "seconds":
            return duration(float(cell))
        case _:
            return figure(float(cell))


class Results(QWidget):
    """Draws stages; plots are made once for a study and filled again with each stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("experiments.results")
        self.plots: list[LivePlot] = []
        self.histograms: list[HistogramPlot] = []
        self.sentences: list[Label] = []
        self._rows: list[QWidget] = []
        self._stage: Stage | None = None
        self.legend = Legend()
        self.table = FoundTable("experiments.table")
        self.table.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        self.empty = EmptyState("experiments.empty")
        column.addWidget(self.empty, 1)
        column.addLayout(self._found)
        column.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(self._grid, 1)
        column.addWidget(self.table)

    def forget(self) -> None:
        """Show nothing any more."""
        self._stage = None
        self.empty.show()
        for plot in (*self.plots, *self.histograms):
            plot.hide()
            plot.deleteLater()
        self.plots, self.histograms = [], []
        self._show_findings(())
        self.legend.set_entries([])
        self.table.hide()

    def show_stage(self, stage: Stage) -> None:
        """Draw what is known so far."""
        self._stage = stage
        self.empty.hide()
        if (len(stage.charts), len(stage.histograms)) != (len(self.plots), len(self.histograms)):
            self._make(stage)
        for plot, chart in zip(self.plots, stage.charts, strict=True):
            _fill(plot, chart)
        for bars, histogram in zip(self.histograms, stage.histograms, strict=True):
            self._fill_histogram(bars, histogram)
        self.legend.set_entries(_entries(stage.charts))
        self._show_findings(stage.findings)
        self.table.setVisible(stage.table is not None and bool(stage.table.rows))
        if stage.table is not None:
            self.table.setAccessibleName(self.tr("Numbers"))
            self.table.show_table(stage.table)

    def retranslate(self) -> None:
        """Set the words of what is shown anew."""
        self.empty.set_words(self.tr("This experiment has not run yet."), self.tr("Run it"))
        if self._stage is not None:
            self.show_stage(self._stage)

    def _make(self, stage: Stage) -> None:
        for plot in (*self.plots, *self.histograms):
            plot.hide()
            plot.deleteLater()
        self.plots = [
            LivePlot(f"experiments.chart.{n}", log=chart.log, shares=chart.shares) for n, chart in enumerate(stage.charts)
        ]
        self.histograms = [HistogramPlot(f"experiments.histogram.{n}") for n in range(len(stage.histograms))]
        columns = columns_for(len(self.plots) + len(self.histograms))
        for index, plot in enumerate((*self.plots, *self.histograms)):
            self._grid.addWidget(plot, index // columns, index % columns)

    def _fill_histogram(self, bars: HistogramPlot, histogram: Histogram) -> None:
        bars.set_words(
            f"{translate_core(histogram.title)} {histogram.mark}",
            self.tr("std {spread}, flat {flat}").format(spread=figure(histogram.spread), flat=percent(histogram.flat, 0)),
        )
        bars.set_counts(histogram.counts, histogram.low, histogram.high)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        for row in self._rows:
            row.hide()
            self._found.removeWidget(row)
            row.deleteLater()
        self._rows = []
        self.sentences = []
        for finding in findings:
            lamp = Lamp("experiments.tone")
            lamp.show_state("", finding.tone)
            lamp.setAccessibleName(self.tr("as it should be") if finding.tone == "ok" else self.tr("something goes wrong here"))
            lamp.setFixedWidth(14)
            sentence = Label(message(finding.code, dict(finding.details)), wrap=True)
            sentence.setObjectName(f"experiments.finding.{finding.code}")
            row = QWidget()
            row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(lamp, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(sentence, 1)
            self._found.addWidget(row)
            self._rows.append(row)
            self.sentences.append(sentence)


def columns_for(plots: int) -> int:
    """Return in how many columns so many plots stand: a row where they fit into one, else about a square."""
    return max(1, plots) if plots <= MOST_IN_ROW else math.ceil(math.sqrt(plots))


def _fill(plot: LivePlot, chart: Chart) -> None:
    plot.set_words(" ".join((translate_core(chart.title), chart.mark)).strip(), translate_core(chart.x_label))
    if chart.shares:
        plot.set_y(0.0, 1.0)
    plot.set_x(chart.end)
    plot.set_curves(
        [
            Curve(line.x, line.y, label=translate_core(line.label), run=line.place, validation=line.held_out, faint=line.faint)
            for line in chart.lines
        ]
    )


def _entries(charts: tuple[Chart, ...]) -> list[tuple[int, str, int]]:
    """Return each sort of line once, in the order of its first appearance."""
    lines = [line for chart in charts for line in chart.lines if not line.faint]
    seen = {(line.place, translate_core(line.label), DASHED if line.held_out else SOLID): None for line in lines}
    by_word: dict[tuple[str, int], tuple[int, str, int]] = {}
    several = len(charts) > 1
    for place, word, style in seen:
        by_word.setdefault((word, style) if several else (f"{place}{word}", style), (place, word, style))
    return list(by_word.values())
