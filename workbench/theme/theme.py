"""The theme in force: which colours stand behind the tokens now, and who wants to know when that changes."""

from __future__ import annotations

from typing import Literal
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from workbench.theme import colormaps, tokens
from workbench.theme.fonts import font, load_fonts
from workbench.theme.icons import make_icon
from workbench.theme.oklab import luminance, rgb_of
from workbench.theme.stylesheet import stylesheet

Mode = Literal["system", "light", "dark"]

_THEMES: WeakKeyDictionary[QApplication, Theme] = WeakKeyDictionary()
"""The theme that each application has: every painting asks for it many times, and looking for a child takes ten times as long."""

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Highlight: "wash",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "on_tooltip",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "axis",
    QPalette.ColorRole.Shadow: "axis",
}


class Theme(QObject):
    """The colours of the application, light or dark, and its colour maps.

    Parameters
    ----------
    application
        Whose palette, style sheet and fonts it sets, and which owns it.

    Attributes
    ----------
    changed
        After another mode, palette or motion is in force: everything that paints by itself asks again.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._mode: Mode = "light"
        self._palette: colormaps.Palette = "default"
        self._dark = False
        self._reduce_motion = False
        self._colours: dict[str, QColor] = {}
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(font("body"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def mode(self) -> Mode:
        """What was chosen."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark values are in force."""
        return self._dark

    @property
    def palette_name(self) -> colormaps.Palette:
        """The palette of the colour maps."""
        return self._palette

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing should move that does not have to."""
        return self._reduce_motion

    def set_mode(self, mode: Mode) -> None:
        """Choose light or dark, or what the system asks for."""
        self._mode = mode
        self._follow_system()

    def set_palette(self, palette: colormaps.Palette) -> None:
        """Choose the palette of signed and magnitude maps."""
        if palette != self._palette:
            self._palette = palette
            self.changed.emit()

    def set_reduce_motion(self, reduce: bool) -> None:
        """Choose whether slots, folds and explanations jump instead of moving."""
        if reduce != self._reduce_motion:
            self._reduce_motion = reduce
            self.changed.emit()

    def color(self, token: str) -> QColor:
        """Return the colour behind a token; a copy, because a `QColor` can be changed."""
        return QColor(self._colours[token])

    def css(self, token: str) -> str:
        """Return the colour behind a token as ``#rrggbb``, for rich text."""
        return self._colours[token].name()

    def family(self, family: str) -> QColor:
        """Return the colour of a layer family."""
        return self.color(f"family_{family}")

    def run(self, index: int, *, validation: bool = False) -> QColor:
        """Return the colour of a run by its place in the list; it begins again after the last."""
        colours = (tokens.VALIDATION if validation else tokens.RUNS)[self._dark]
        return QColor(colours[index % len(colours)])

    def lookup(self, sort: colormaps.Sort) -> colormaps.Lookup:
        """Return the colour map for signed values, magnitudes or ink, ``(256, 3)`` bytes."""
        return colormaps.lookup_table(sort, self._palette, dark=self._dark)

    def ink_on(self, background: QColor) -> QColor:
        """Return dark or light ink, whichever reads better on a cell of that colour."""
        value = float(luminance(rgb_of([background.name()]))[0])
        return self.color("ink_dark" if value > 0.18 else "ink_light")

    def icon(self, name: str, token: str = "text2", size: int = 16) -> QIcon:
        """Return an icon in the present colours; ask again after `changed`."""
        key = (name, token, size)
        if key not in self._icons:
            self._icons[key] = make_icon(name, self.color(token), self.color("line2"), size)
        return self._icons[key]

    def _follow_system(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = scheme == Qt.ColorScheme.Dark if self._mode == "system" else self._mode == "dark"
        if dark != self._dark:
            self._dark = dark
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._colours = {name: QColor(pair[self._dark]) for name, pair in tokens.TOKENS.items()}
        self._icons.clear()
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("line2"))
        self._application.setPalette(palette)
        self._application.setStyleSheet(stylesheet({name: pair[self._dark] for name, pair in tokens.TOKENS.items()}))


def current_theme() -> Theme:
    """Return the theme of the running application; made light at first use."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a theme needs a QApplication; make one first")
    found = _THEMES.get(application)
    if found is None or not isValid(found):
        found = _THEMES[application] = Theme(application)
    return found
