"""Text that changes with every move of the mouse, without asking the whole window for another layout each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.theme.fonts import Size, font
from workbench.theme.theme import current_theme

_TAG: Final = re.compile(r"<(/?)(b|sup|ok|error|text2)>")
_PIECE: Final = re.compile(r"[\u3000-\u9fff\uff00-\uffef][、。，．）」]*|[^ \u3000-\u9fff\uff00-\uffef]+ *| +")
"""What may not be broken: a word with the spaces after it, a Japanese letter with the marks that cannot begin a line."""


MOST_KEPT: Final = 256
"""So many parts stay laid out before all are forgotten."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style.

    Parameters
    ----------
    tone
        Token of its colour, "" for that of the text around it.
    """

    text: str
    bold: bool = False
    raised: bool = False
    tone: str = ""


def runs_of(markup: str) -> tuple[Run, ...]:
    """Return the pieces of one line of markup: ``<b>``, ``<sup>`` and the tones ``<ok>``, ``<error>``, ``<text2>``."""
    found, bold, raised, tone, start = [], False, False, "", 0
    for tag in _TAG.finditer(markup):
        if tag.start() > start:
            found.append(Run(markup[start : tag.start()], bold, raised, tone))
        begins, name, start = not tag[1], tag[2], tag.end()
        match name:
            case "b":
                bold = begins
            case "sup":
                raised = begins
            case _:
                tone = name if begins else ""
    if start < len(markup):
        found.append(Run(markup[start:], bold, raised, tone))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Placed:
    """A run at its place in a line: `x` from the left."""

    x: float
    run: Run


Line = tuple[Placed, ...]


class LiveText(QWidget):
    """Text in lines. It takes more room when it needs it, and keeps it: text that jumps cannot be read.

    Qt's rich text takes half a millisecond to read and lay out again; this knows the few tags that are needed, and
    paints only the lines that changed.

    Parameters
    ----------
    tone
        Token of the colour.
    ground
        Token of the colour behind it, painted so that nothing behind has to be.
    dense_below
        Narrower than this it is set in the dense size.
    spacing
        Height of a line, as a multiple of the font's own.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        size: Size = "body",
        tone: str = "text",
        ground: str = "panel",
        dense_below: int = 0,
        spacing: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tone, self._ground, self._spacing = tone, ground, spacing
        self._size: Size = size
        self._dense_below = dense_below
        self._markup = ""
        self._lines: tuple[Line, ...] = ()
        self._broken_already: dict[str, tuple[Line, ...]] = {}
        self._faces: dict[tuple[bool, bool], tuple[QFont, QFontMetricsF]] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(ceil(self._line_height()))
        current_theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def text(self) -> str:
        """Return what stands here, as it was set."""
        return self._markup

    def fits(self, markup: str) -> bool:
        """Say whether a line of markup has room without being broken."""
        return sum(self._face(run)[1].horizontalAdvance(run.text) for run in runs_of(markup)) <= self.width()

    def set_text(self, markup: str) -> None:
        """Show another text; ``<br>`` begins a line."""
        if markup != self._markup:
            self._markup = markup
            self.setAccessibleName(_TAG.sub("", markup).replace("<br>", "\n"))
            self._lay_out(self.height())

    def _face(self, run: Run | None = None) -> tuple[QFont, QFontMetricsF]:
        """Return the font of a run, by default a plain one, and its measures."""
        key = (run.bold, run.raised) if run is not None else (False, False)
        if key not in self._faces:
            size: Size = "dense" if self.width() < self._dense_below else self._size
            face = font("caption" if key[1] else size, 600 if key[0] else 400)
            self._faces[key] = (face, QFontMetricsF(face))
        return self._faces[key]

    def _line_height(self) -> float:
        return self._face()[1].height() * self._spacing

    def _lay_out(self, least: int) -> None:
        before, height = self._lines, self._line_height()
        self._lines = tuple(line for part in self._markup.split("<br>") for line in self._known(part))
        needed = max(least, ceil(height * len(self._lines)))
        if needed != self.height():
            self.setFixedHeight(needed)
        count = max(len(before), len(self._lines))
        for index in range(count):
            if before[index : index + 1] != self._lines[index : index + 1]:
                self.update(0, int(index * height), self.width(), ceil(height) + 1)

    def _known(self, part: str) -> tuple[Line, ...]:
        """Return the lines of a part; a line that is dragged to and fro says the same again and again."""
        found = self._broken_already.get(part)
        if found is None:
            if len(self._broken_already) >= MOST_KEPT:
                self._broken_already.clear()
            found = self._broken_already[part] = tuple(self._broken(runs_of(part)))
        return found

    def _broken(self, runs: tuple[Run, ...]) -> Iterator[Line]:
        """Yield a line, or several where it is longer than there is room."""
        widths = [self._face(run)[1].horizontalAdvance(run.text) for run in runs]
        if sum(widths) <= self.width():
            yield tuple(Placed(x, run) for x, run in zip(accumulate(widths, initial=0.0), runs, strict=False))
            return
        line: list[Placed] = []
        x = 0.0
        for run in runs:
            metrics, start, text = self._face(run)[1], x, ""
            for piece in _PIECE.findall(run.text):
                if metrics.horizontalAdvance(piece.rstrip(" ")) + x > self.width() and (line or text):
                    yield (*line, Placed(start, Run(text, run.bold, run.raised, run.tone)))
                    line, x, start, text = [], 0.0, 0.0, ""
                text += piece
                x += metrics.horizontalAdvance(piece)
            line.append(Placed(start, Run(text, run.bold, run.raised, run.tone)))
        yield tuple(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._faces.clear()
            self._broken_already.clear()
            self._lay_out(0)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, touched = current_theme(), QPainter(self), event.rect()
        painter.fillRect(touched, theme.color(self._ground))
        height = self._line_height()
        plain = self._face()[1]
        for index, line in enumerate(self._lines):
            top = index * height
            if top > touched.bottom() or top + height < touched.top():
                continue
            baseline = top + (height - plain.height()) / 2 + plain.ascent()
            for placed in line:
                run = placed.run
                painter.setFont(self._face(run)[0])
                painter.setPen(theme.color(run.tone or self._tone))
                painter.drawText(QPointF(placed.x, baseline - (plain.ascent() * 0.4 if run.raised else 0)), run.text)
