"""The theme: tokens by mode, fonts and icons that exist."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPixmap
from PySide6.QtWidgets import QApplication

from workbench.theme.fonts import font
from workbench.theme.icons import icon_names, icon_pixmap
from workbench.theme.theme import Theme, current_theme


def test_that_there_is_one_theme_for_the_application(theme: Theme) -> None:
    assert current_theme() is theme


def test_that_dark_changes_tokens_palette_and_tells_it(theme: Theme, qtbot) -> None:
    light = theme.color("panel")
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.dark
    assert theme.color("panel") != light
    assert QApplication.palette().window().color() == theme.color("panel")
    assert theme.css("panel") in QApplication.instance().styleSheet().lower()


def test_that_changing_a_colour_that_was_asked_for_changes_no_token(theme: Theme) -> None:
    for asked in (lambda: theme.color("accent"), lambda: theme.family("weights")):
        mine = asked()
        mine.setAlphaF(0.3)
        assert asked().alphaF() == 1.0


def test_that_another_palette_changes_the_maps(theme: Theme) -> None:
    before = theme.lookup("signed")
    theme.set_palette("cividis")
    assert (theme.lookup("signed") != before).any()


@pytest.mark.parametrize(("weight", "pixels"), [(400, 13), (500, 13), (600, 13)])
def test_that_text_is_set_in_the_bundled_font(weight: int, pixels: int) -> None:
    info = QFontInfo(font("body", weight))
    assert (info.family(), info.weight(), info.pixelSize()) == ("Inter", weight, pixels)


def test_that_every_icon_draws_in_the_colour_asked_for(theme: Theme) -> None:
    for name in icon_names():
        image = icon_pixmap(name, QColor("red"), 16, 2.0).toImage()
        opaque = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250]
        assert opaque, name
        assert all(c.red() > 240 and c.green() < 16 for c in opaque), name


def test_that_an_icon_has_pixmaps_for_fine_screens(theme: Theme) -> None:
    pixmap: QPixmap = theme.icon("play").pixmap(theme.icon("play").actualSize(theme.icon("play").availableSizes()[0]), 2.0)
    assert pixmap.devicePixelRatio() == 2.0


def test_that_ink_on_a_cell_follows_its_luminance(theme: Theme) -> None:
    assert theme.ink_on(QColor("#FFFFFF")) == theme.color("ink_dark")
    assert theme.ink_on(QColor("#312953")) == theme.color("ink_light")
