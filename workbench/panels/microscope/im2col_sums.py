"""What stands beside and below the matrices of im2col: the sum with its bias, the sizes, the cost in memory and time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from core.probes.convolution_view import ConvolutionView
from core.probes.loop_timing import LoopTiming
from workbench.panels.microscope.formula import size_formula
from workbench.panels.microscope.im2col_words import Im2colWords
from workbench.panels.microscope.painting import paint_line
from workbench.theme.fonts import font
from workbench.theme.theme import current_theme
from workbench.widgets.numbers import MINUS, figure, grouped
from workbench.widgets.painting import rounded


def paint_card(
    painter: QPainter, area: QRectF, view: ConvolutionView, words: Im2colWords, share: tuple[int, float, float]
) -> None:
    """Write what the products add up to.

    Parameters
    ----------
    share
        The channel whose products are shown, their sum, and the value of the map.
    """
    channel, part, output = share
    theme = current_theme()
    rounded(painter, area, 5, theme.color("surface"), theme.color("line"))
    lines = [(words.sum, output - view.bias, False), (words.bias, view.bias, False), (words.result, output, True)]
    after = view.activated(output)
    if after is not None:
        lines.append((words.after.format(activation=type(view.activation).__name__), after, False))
    if len(view.w) > 1:
        label = words.channel.format(n=channel + 1, count=len(view.w))
        lines.insert(0, (label, part, False))
    high = min(22.0, (area.height() - 12) / len(lines))
    for n, (name, number, strong) in enumerate(lines):
        row = QRectF(area.left() + 12, area.top() + 6 + n * high, area.width() - 24, high)
        if strong:
            painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), theme.color("line"))
        painter.setFont(font("dense", 600 if strong else 400))
        shown = f"{number:.4f}".replace("-", MINUS)
        metrics = QFontMetricsF(painter.font())
        label = metrics.elidedText(name, Qt.TextElideMode.ElideRight, row.width() - metrics.horizontalAdvance(shown) - 6)
        painter.setPen(theme.color("text" if strong else "text2"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(theme.color("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


def paint_footer(painter: QPainter, area: QRectF, view: ConvolutionView, words: Im2colWords, timing: LoopTiming | None) -> None:
    """Write how the size of the map comes about, how large the matrix is, and how long loops took where it was measured."""
    _, height, width = view.image.shape
    texts: list[tuple[str, str, int]] = []
    for size in dict.fromkeys((height, width)):
        formula = size_formula(size, view.window)
        tone = "text2" if formula.even else "error"
        texts += [(f"{formula.text} = ", tone, 400), (formula.result or "—", "text" if formula.even else "error", 600)]
        if formula.left_over:
            texts.append((f"  {words.left_out.format(n=formula.left_over)}", "error", 400))
        texts.append(("    ", "text2", 400))
    if view.fits:
        unfolding = view.whole
        said = words.values.format(
            rows=grouped(unfolding.row_count),
            columns=grouped(unfolding.columns),
            values=grouped(unfolding.row_count * unfolding.columns),
            times=f"{unfolding.growth:.1f}",
        )
        texts.append((said, "text2", 400))
    if timing is not None:
        loops, im2col = figure(1000 * timing.loops), figure(1000 * timing.im2col)
        said = words.timing.format(loops=loops, im2col=im2col, factor=f"{timing.factor:,.0f}")
        texts += [("    ", "text2", 400), (said, "text", 400)]
    paint_line(painter, area, texts)
