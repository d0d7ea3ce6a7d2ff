"""A lab: an arrangement of panels in docks, built when it is first opened, kept as the person left it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from workbench.film.dialog import save_film
from workbench.film.scene import run_scene
from workbench.film.writing import Timing
from workbench.kept_focus import give_up_focus
from workbench.labs import ACROSS, Lab, Place
from workbench.panels.base import Panel, panel_title
from workbench.settings import ARRANGEMENT_VERSION, SettingsStore
from workbench.theme.theme import current_theme
from workbench.widgets.dock_head import DockHead
from workbench.widgets.painting import rounded
from workbench.workspace import Workspace

FULL_WIDTH: Final = 1440
NARROW_WIDTH: Final = 1280
WIDE_WIDTH: Final = 1920
WIDE_COLUMN: Final = 400
"""Columns at least so wide shrink in proportion; narrower ones down to the lab's `narrow`."""


SEPARATOR: Final = 4
DRAWN_FROM: Final = 2
"""A column that is off by more pixels than this was drawn by the person."""


class DockBody(QWidget):
    """The ground of a panel, round at its lower corners."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.setSizePolicy(panel.sizePolicy())
        current_theme().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(self.rect())
        rounded(painter, QRectF(self.rect()).adjusted(0, -8, 0, 0), 6, current_theme().color("panel"))


class PanelDock(QDockWidget):
    """A dock around a panel, with our head."""

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self.panel = panel
        self.setObjectName(f"dock.{panel.name}")
        self.head = DockHead(f"head.{panel.name}")
        self.head.set_note(panel.note)
        self.head.add_controls(panel.head_controls())
        panel.note_changed.connect(self.head.set_note)
        self.visibilityChanged.connect(self._come_to_front)
        self.setTitleBarWidget(self.head)
        self.setWidget(DockBody(panel))
        features = QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable
        if not QGuiApplication.platformName().startswith("wayland"):  # a floating dock cannot be moved there
            features |= QDockWidget.DockWidgetFeature.DockWidgetFloatable
        self.setFeatures(features)
        self._alone = QAction(self)
        self._alone.setCheckable(True)
        self._close = QAction(self)
        self._close.triggered.connect(self.close)
        self._films = {kind: QAction(self) for kind in ("gif", "mp4")}
        for kind, action in self._films.items():
            action.setObjectName(f"film.{kind}.{panel.name}")
            action.triggered.connect(lambda _on=False, k=kind: self._film(k))
        self.head.menu.addAction(self._alone)
        self.head.menu.addActions(list(self._films.values()))
        self.head.menu.addSeparator()
        self.head.menu.addAction(self._close)
        self.head.double_clicked.connect(self._alone.toggle)
        self.fills_lab = self._alone.toggled
        self.retranslate()

    def _come_to_front(self, in_front: bool) -> None:
        """Let the panel know that it is the open one of its tabs, or is no longer; a covered one needs no keys."""
        if not in_front:
            give_up_focus(self)
        self.panel.set_in_front(in_front)

    def _film(self, kind: str) -> None:
        """Film the panel over all kept moments of the run."""
        workspace = self.panel.workspace
        if workspace.frame is not None:
            workspace.pause()
            save_film(self.window(), run_scene(workspace, self.panel), kind, self.panel.name, Timing())

    def show_tabbed(self, tabbed: bool) -> None:
        """Leave the title out of the head while a tab shows it."""
        self.head.show_title(not tabbed)

    def retranslate(self) -> None:
        """Set title and menu anew."""
        title = panel_title(type(self.panel))
        self.setWindowTitle(title)
        self.head.set_title(title)
        self._alone.setText(QCoreApplication.translate("Lab", "Fill the lab"))
        film = QCoreApplication.translate("Lab", "Save the run as a film ({0})…")
        for kind, action in self._films.items():
            action.setText(film.format(kind.upper()))
        self._close.setText(QCoreApplication.translate("Lab", "Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class LabView(QMainWindow):
    """The docks of one lab.

    Parameters
    ----------
    panels
        The classes of the panels that stand in this lab, with their places.
    """

    def __init__(self, lab: Lab, panels: list[tuple[type[Panel], Place]], workspace: Workspace, store: SettingsStore) -> None:
        super().__init__()
        self.lab = lab
        self.setObjectName(f"lab.{lab.name}")
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.docks: dict[str, PanelDock] = {}
        self._panels = panels
        self._workspace = workspace
        self._store = store
        self._fresh = True
        self._kept = QByteArray()
        self._pressed: dict[int, int] = {}
        self._drawn: dict[int, int] = {}
        self._alone_before: list[PanelDock] = []

    @property
    def is_built(self) -> bool:
        """Whether the lab was opened once."""
        return bool(self.docks)

    def build(self) -> None:
        """Make the docks, as the person left them or as they stand at first; does nothing the second time."""
        if self.is_built:
            return
        for panel, _ in self._panels:
            dock = PanelDock(panel(self._workspace), self)
            dock.fills_lab.connect(lambda on, d=dock: self._fill(d, on))
            dock.panel.show()
            dock.visibilityChanged.connect(self._note_tabs)
            dock.dockLocationChanged.connect(self._note_tabs)
            self.docks[panel.name] = dock
        self.arrange()
        if bytes(self._store.kept_bytes(f"{self._key}.docks").data()) == self._dock_names:
            self._kept = self._store.kept_bytes(self._key)

    def _restore(self) -> None:
        """Arrange the docks as they were kept: only now, because Qt would squeeze them into a size that is not yet final."""
        kept, self._kept = self._kept, QByteArray()
        if not kept.isEmpty() and self.restoreState(kept, ARRANGEMENT_VERSION):
            drawn = bytes(self._store.kept_bytes(f"{self._key}.drawn").data()).decode()
            self._fresh = False
            self._note_tabs()
            self._drawn = {int(column): int(width) for column, width in (pair.split("=") for pair in drawn.split())}

    @property
    def _key(self) -> str:
        return f"arrangement/{self.lab.name}"

    @property
    def _dock_names(self) -> bytes:
        """The docks of this version; an arrangement of others would put those that it does not know anywhere."""
        return " ".join(sorted(self.docks)).encode()

    def arrange(self) -> None:
        """Put the docks where they stand at first."""
        columns: list[list[list[PanelDock]]] = [[] for _ in self.lab.columns]
        across: list[PanelDock] = []
        for panel, place in sorted(self._panels, key=lambda entry: (entry[1].column, entry[1].row, entry[1].tab)):
            column = columns[min(place.column, len(columns) - 1)]
            dock = self.docks[panel.name]
            dock.setFloating(False)
            self.removeDockWidget(dock)
            if place.column == ACROSS:
                across.append(dock)
            elif column and self._place(column[-1][0]).row == place.row:
                column[-1].append(dock)
            else:
                column.append([dock])
        for dock in across:
            self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock, Qt.Orientation.Vertical)
        before: PanelDock | None = None
        for column in filter(None, columns):
            first = column[0][0]
            if before is None and across:
                self.splitDockWidget(across[-1], first, Qt.Orientation.Vertical)
            elif before is None:
                self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, first)
            else:
                self.splitDockWidget(before, first, Qt.Orientation.Horizontal)
            before = first
        for column in columns:
            for above, below in pairwise(column):
                self.splitDockWidget(above[0], below[0], Qt.Orientation.Vertical)
            for row in column:
                for other in row[1:]:
                    self.tabifyDockWidget(row[0], other)
        for dock in self.docks.values():
            dock.show()
        for row in (row for column in columns for row in column):
            row[0].raise_()  # showing a dock brings it to the front of its tabs
        self._drawn = {}
        self._fit_columns()
        self._fit_rows()

    def reset(self) -> None:
        """Forget how the person left it."""
        self._store.forget(self._key)
        self._store.forget(f"{self._key}.drawn")
        self._store.forget(f"{self._key}.docks")
        self._kept = QByteArray()
        self.build()
        self.arrange()

    def keep(self) -> None:
        """Remember how it stands; not while one panel fills it."""
        if self.is_built and not self._alone_before and self._kept.isEmpty():
            drawn = " ".join(f"{column}={width}" for column, width in self._drawn.items())
            self._store.keep_bytes(self._key, self.saveState(ARRANGEMENT_VERSION))
            self._store.keep_bytes(f"{self._key}.drawn", QByteArray(drawn.encode()))
            self._store.keep_bytes(f"{self._key}.docks", QByteArray(self._dock_names))

    def _note_tabs(self) -> None:
        for dock in self.docks.values():
            dock.show_tabbed(any(not other.isHidden() for other in self.tabifiedDockWidgets(dock)))

    def _place(self, dock: PanelDock) -> Place:
        return next(place for panel, place in self._panels if panel.name == dock.panel.name)

    def _fill(self, dock: PanelDock, alone: bool) -> None:
        if alone:
            self._alone_before = [d for d in self.docks.values() if not d.isHidden() and d is not dock]
            for other in self._alone_before:
                other.hide()
        else:
            for other in self._alone_before:
                other.show()
            self._alone_before = []

    def _heads(self) -> dict[int, PanelDock]:
        """Return the uppermost visible dock of each column."""
        heads: dict[int, PanelDock] = {}
        for panel, place in sorted(self._panels, key=lambda entry: entry[1].row):
            dock = self.docks[panel.name]
            if place.column != ACROSS and not dock.isHidden() and not dock.isFloating():
                heads.setdefault(place.column, dock)
        return heads

    def _least_widths(self) -> dict[int, int]:
        """Return what the docks of each column cannot be narrower than: Qt takes it from the columns beside them."""
        least: dict[int, int] = {}
        for panel, place in self._panels:
            dock = self.docks[panel.name]
            if not dock.isHidden() and not dock.isFloating():
                least[place.column] = max(least.get(place.column, 1), dock.minimumSizeHint().width())
        return least

    def _note_drawn(self) -> None:
        """Remember the columns that the person drew to another width since the mouse was pressed."""
        for column, dock in self._heads().items():
            if abs(dock.width() - self._pressed.get(column, dock.width())) > DRAWN_FROM:
                self._drawn[column] = dock.width()
        self._pressed = {}

    def _fit_columns(self) -> None:
        """Give the side columns their width, or what the person drew them to; the middle takes the rest."""
        heads = self._heads()
        wanted = {column: self.lab.columns[column] for column in heads}
        if not all(wanted.values()) and len(heads) > 1 and not self._alone_before:
            least = self._least_widths()
            chosen = {column: self._drawn.get(column) or self._column_width(column) for column, width in wanted.items() if width}
            widths = {column: max(width, least[column]) for column, width in chosen.items()}
            open_columns = [column for column, width in wanted.items() if not width]
            rest = (self.width() - sum(widths.values()) - SEPARATOR * (len(heads) - 1)) // len(open_columns)
            self.resizeDocks([*heads.values()], [widths.get(column, max(1, rest)) for column in heads], Qt.Orientation.Horizontal)

    def _fit_rows(self) -> None:
        """Give what stands above all columns its part of the height, and share that of each column out among its rows."""
        across = {self.docks[panel.name]: place.stretch for panel, place in self._panels if place.column == ACROSS}
        heads = list(self._heads().values())
        if across and heads:
            heights = [max(1, self.height() * stretch // 10) for stretch in across.values()]
            rest = max(1, self.height() - sum(heights) - SEPARATOR * len(heights))
            self.resizeDocks([*across, heads[0]], [*heights, rest], Qt.Orientation.Vertical)
        for index in range(len(self.lab.columns)):
            rows: dict[int, PanelDock] = {}
            for panel, place in sorted(self._panels, key=lambda entry: entry[1].row):
                if place.column == index:
                    rows.setdefault(place.row, self.docks[panel.name])
            shares = [self._place(dock).stretch for dock in rows.values()]
            if len(rows) > 1:
                used = sum(dock.height() + SEPARATOR for dock in across if not dock.isHidden())
                room = self.height() - used - SEPARATOR * (len(rows) - 1)
                self.resizeDocks(
                    [*rows.values()], [max(1, room * share // sum(shares)) for share in shares], Qt.Orientation.Vertical
                )

    def _column_width(self, column: int) -> int:
        wanted, room = self.lab.columns[column], self.window().width()
        if self.lab.wide and room > FULL_WIDTH:
            more = self.lab.wide[column] - wanted
            return wanted + round(more * (room - FULL_WIDTH) / (WIDE_WIDTH - FULL_WIDTH))
        if wanted >= WIDE_COLUMN:
            return min(wanted, wanted * room // FULL_WIDTH)
        share = min(1.0, max(0.0, (room - NARROW_WIDTH) / (FULL_WIDTH - NARROW_WIDTH)))
        least = min(wanted, self.lab.narrow)
        return round(least + share * (wanted - least))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:  # maybe the beginning of a drag between two docks
            self._pressed = {column: dock.width() for column, dock in self._heads().items()}
        handled = super().event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._note_drawn()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_built and self.isVisible():
            self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_built:
            self._restore()
            self._fit_columns()
            if self._fresh:
                self._fit_rows()
            self._fresh = False
