"""Texts that are painted once look as if they were drawn each time, and follow colour and size of the screen."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.theme.fonts import font
from workbench.widgets.kept_text import MOST, KeptText

WHITE, BLUE = QColor("white"), QColor("blue")


def drawn(kept: KeptText, text: str, *, align: float = 0.0, colour: QColor = BLUE, x: float = 40.0) -> QImage:
    image = QImage(80, 24, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    kept.draw(painter, x, 12, text, colour, align=align)
    painter.end()
    return image


def ink(image: QImage) -> list[int]:
    """Columns with anything but the ground in them."""
    columns = range(image.width())
    return [x for x in columns if any(image.pixelColor(x, y) != WHITE for y in range(image.height()))]


def test_that_a_text_begins_ends_or_is_centred_where_it_is_told(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    kept = KeptText(font("caption"), widget)
    assert min(ink(drawn(kept, "812"))) >= 39
    assert max(ink(drawn(kept, "812", align=1.0))) <= 41
    middle = ink(drawn(kept, "812", align=0.5))
    assert abs((min(middle) + max(middle)) / 2 - 40) <= 1.5


def test_that_the_same_text_in_another_colour_is_another_picture(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    kept = KeptText(font("caption"), widget)
    assert drawn(kept, "8") == drawn(kept, "8")
    assert drawn(kept, "8") != drawn(kept, "8", colour=QColor("red"))


def test_that_nothing_is_drawn_for_no_text_and_long_ones_are_cut(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    kept = KeptText(font("caption"), widget)
    assert ink(drawn(kept, "")) == []
    cut = kept.cut("a name that is too long", 40)
    assert cut.endswith("…")
    assert kept.width(cut) <= 40
    assert kept.cut("short", 80) == "short"


def test_that_more_texts_than_are_kept_are_still_drawn(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    kept = KeptText(font("caption"), widget)
    first = drawn(kept, "0")
    for number in range(1, MOST + 5):
        drawn(kept, str(number))
    assert drawn(kept, "0") == first
