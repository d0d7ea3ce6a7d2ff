"""The window: title bar, rail, labs, transport. It only puts them together; what is done stands in `commands`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QMenuBar, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.errors import CoreError
from workbench.actions import ACTS, MENUS, act_text, make_actions, menu_text, plain_act
from workbench.commands import Commands
from workbench.document_files import DocumentFiles
from workbench.errors import show_error
from workbench.kept_focus import KeptFocus, give_up_focus
from workbench.lab import LabView
from workbench.labs import LABS
from workbench.panels.base import discover_panels
from workbench.presets import PresetsButton
from workbench.rail import Rail
from workbench.run_herald import RunHerald
from workbench.settings import Settings, SettingsStore
from workbench.settings_page import SettingsPage
from workbench.theme.motion import system_reduces_motion
from workbench.theme.theme import current_theme
from workbench.title_bar import TitleBar
from workbench.translation import use_language
from workbench.transport.aside_note import AsideNote
from workbench.transport.bar import HEIGHT as TRANSPORT_HEIGHT
from workbench.transport.bar import Transport
from workbench.transport.row_bar import RowTransport
from workbench.widgets.toast import Toast
from workbench.workspace import Workspace

SETTINGS: Final = "settings"
FIRST_LAB: Final = "train"
ROW_LAB: Final = "perceptron"
"""The lab whose transport goes through the rows of a truth table instead of the run of the network."""

GAP: Final = 4
FIRST_SIZE: Final = QSize(1440, 900)
FRAME_HEIGHT: Final = 32
"""Room for a frame above the window, which no desktop tells before the window is shown."""

MEGABYTE: Final = 1024 * 1024


class MainWindow(QMainWindow):
    """One window with one workspace.

    Parameters
    ----------
    files
        Opens and saves its documents.
    store
        The person's choices, which take effect at once.
    """

    def __init__(self, workspace: Workspace, files: DocumentFiles, store: SettingsStore) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(1024, 640)
        self.workspace, self._files, self._store = workspace, files, store
        self._lost_session = False
        self._shown_document: tuple[str, str, bool] | None = None
        self._commands = Commands(self, workspace, files, store)
        self.actions_by_name = make_actions(self._commands, self)
        panels = discover_panels()
        self.labs: dict[str, LabView] = {}
        for lab in LABS:
            here = [(panel, place) for panel in panels.values() for place in panel.places if place.lab == lab.name]
            if here:
                self.labs[lab.name] = LabView(lab, here, workspace, store)
        self._pages = QStackedWidget()
        self._pages.setObjectName("labs")
        self._settings = SettingsPage(store)
        for page in (*self.labs.values(), self._settings):
            self._pages.addWidget(page)
        self.rail = Rail([*self.labs], [SETTINGS])
        self.rail.chosen.connect(self.open_lab)
        self.transport = Transport(workspace, self.actions_by_name)
        self._rows = RowTransport(workspace)
        self._bars = QStackedWidget()
        self._bars.setFixedHeight(TRANSPORT_HEIGHT)
        for bar in (self.transport, self._rows):
            self._bars.addWidget(bar)
        self._menus = QMenuBar()
        self._menu: dict[str, QMenu] = {}
        self._lab_actions = self._make_lab_actions()
        self._recent = QMenu(self)
        self._presets = PresetsButton("menu.networks", workspace, self)
        self._presets.hide()
        self._build_menus()
        actions = self.actions_by_name
        self.title_bar = TitleBar(self._menus, actions["undo"], actions["redo"], actions["find"])
        self._lay_out()
        self.toast = Toast(self, TRANSPORT_HEIGHT)
        self._herald = RunHerald(self, workspace)
        self._connect()
        self.retranslate()
        self._show_document()
        self._restore()

    def _lay_out(self) -> None:
        central = QWidget()
        central.setObjectName("central")
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, GAP, GAP)
        middle.setSpacing(GAP)
        middle.addWidget(self.rail)
        middle.addWidget(self._pages, 1)
        column.addWidget(self.title_bar)
        column.addLayout(middle, 1)
        column.addWidget(AsideNote(self.workspace))
        column.addWidget(self._bars)
        self.setCentralWidget(central)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        KeptFocus(self)

    def _connect(self) -> None:
        document = self.workspace.document
        document.path_changed.connect(self._show_document)
        document.changed.connect(self._show_document)
        stack = document.undo_stack
        stack.indexChanged.connect(self._show_undo)
        stack.canUndoChanged.connect(self._show_undo)
        self._files.opened.connect(self._store.opened)
        self._files.saved.connect(self._saved)
        self._files.failed.connect(self.tell_error)
        self._store.changed.connect(self.use_settings)
        self.workspace.lab_wanted.connect(self.open_lab)

    # -- menus --------------------------------------------------------------------------------------------------

    def _make_lab_actions(self) -> dict[str, QAction]:
        made = {}
        for number, name in enumerate(self.labs, start=1):
            action = QAction(self)
            action.setObjectName(f"action.lab.{name}")
            if number <= 9:
                action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(lambda _on=False, n=name: self.open_lab(n))
            self.addAction(action)
            made[name] = action
        return made

    def _build_menus(self) -> None:
        for name, _ in MENUS:
            menu = self._menu[name] = self._presets.menu() if name == "network" else QMenu(self)
            menu.setObjectName(f"menu.{name}")
            self._menus.addMenu(menu)
            if name == "view":
                menu.addActions(list(self._lab_actions.values()))
                menu.addSeparator()
            before = 0
            for act in ACTS:
                if act.menu != name:
                    continue
                if act.group != before:
                    menu.addSeparator()
                    before = act.group
                menu.addAction(self.actions_by_name[act.name])
                if act.name == "open":
                    menu.addMenu(self._recent)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._menu["window"].aboutToShow.connect(self._fill_window)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in map(Path, self._store.settings.recent_files):
            self._recent.addAction(path.name, lambda p=path: self._commands.open_path(p)).setToolTip(str(path))

    def _fill_window(self) -> None:
        menu = self._menu["window"]
        for action in menu.actions():
            if action.property("dock"):
                menu.removeAction(action)
        lab = self.open_lab_view()
        first = menu.actions()[0]
        for dock in lab.docks.values() if lab else ():
            action = dock.toggleViewAction()
            action.setProperty("dock", True)
            menu.insertAction(first, action)

    def findable_actions(self) -> list[QAction]:
        """Return all actions that a person may look for by their words."""
        lab = self.open_lab_view()
        docks = [dock.toggleViewAction() for dock in lab.docks.values()] if lab else []
        return [*self.actions_by_name.values(), *self._lab_actions.values(), *docks]

    # -- labs ---------------------------------------------------------------------------------------------------

    def open_lab(self, name: str) -> None:
        """Show a lab, or the settings."""
        page = self._settings if name == SETTINGS else self.labs.get(name)
        if page is not None:
            if isinstance(page, LabView):
                page.build()
            give_up_focus(self._pages)  # else the stack gives it to the first button of the lab
            self._pages.setCurrentWidget(page)
            self._bars.setCurrentWidget(self._rows if name == ROW_LAB else self.transport)
            self.rail.show_chosen(name)

    def open_lab_view(self) -> LabView | None:
        """Return the open lab, None while the settings are open."""
        page = self._pages.currentWidget()
        return page if isinstance(page, LabView) else None

    def reset_arrangement(self) -> None:
        """Put the panels of the open lab where they stood at first."""
        lab = self.open_lab_view()
        if lab is not None:
            lab.reset()

    # -- what is shown ------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set all words anew."""
        for act in ACTS:
            self.actions_by_name[act.name].setText(act_text(act))
        for name, menu in self._menu.items():
            menu.setTitle(menu_text(name))
        self._recent.setTitle(self.tr("Open recent"))
        for lab in LABS:
            if lab.name in self.labs:
                title = QCoreApplication.translate("Labs", lab.title)
                action = self._lab_actions[lab.name]
                action.setText(title)
                self.rail.buttons[lab.name].set_words(title, action.shortcut().toString())
        self.rail.buttons[SETTINGS].set_words(act_text(next(act for act in ACTS if act.name == "settings")))
        self.transport.retranslate()
        self._show_document()
        self._show_undo()

    def _show_document(self) -> None:
        document = self.workspace.document
        name = document.path.name if document.path else self.tr("Untitled")
        shown = (name, str(document.path or ""), document.is_dirty)
        if shown == self._shown_document:  # while the mouse drags something the document changes with every move
            return
        self._shown_document = shown
        self.title_bar.set_document(name, dirty=document.is_dirty, about=str(document.path or ""))
        self.setWindowTitle(f"{name}[*]")
        self.setWindowModified(document.is_dirty)

    def _show_undo(self) -> None:
        stack = self.workspace.document.undo_stack
        if not isValid(stack):  # it clears itself while the window is taken down
            return
        texts = {"undo": (stack.canUndo(), stack.undoText()), "redo": (stack.canRedo(), stack.redoText())}
        for act in ACTS:
            if act.name in texts:
                able, what = texts[act.name]
                action = self.actions_by_name[act.name]
                action.setEnabled(able)
                action.setText(f"{act_text(act)}: {what}" if what else act_text(act))

    def _saved(self, path: Path) -> None:
        self._store.opened(path)
        self.toast.say(self.tr("Saved"))

    def tell_error(self, error: BaseException) -> None:
        """Say an error that was expected, and go on."""
        show_error(self, error)

    def use_settings(self, settings: Settings) -> None:
        """Let the choices take effect."""
        theme = current_theme()
        theme.set_mode(settings.theme)
        theme.set_palette(settings.palette)
        theme.set_reduce_motion(settings.reduce_motion or system_reduces_motion())
        self.workspace.budget = settings.memory_megabytes * MEGABYTE
        self.workspace.engine = settings.engine_choice
        use_language(QCoreApplication.instance(), settings.language)

    # -- events -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = plain_act(event)
        if name and self._bars.currentWidget() is self._rows and self._rows.act(name):
            return
        if name and self.actions_by_name[name].isEnabled():
            self.actions_by_name[name].trigger()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _restore(self) -> None:
        geometry = self._store.kept_bytes("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self._take_first_size()
        wanted = self._store.settings.lab
        names = [*self.labs, SETTINGS]
        self.open_lab(next(name for name in (wanted, FIRST_LAB, *names) if name in names))

    def _take_first_size(self) -> None:
        """Take the usual size, or what the screen has room for beside the frame that the desktop draws."""
        screen = self.screen().availableSize() - QSize(0, FRAME_HEIGHT)
        self.resize(FIRST_SIZE.boundedTo(screen).expandedTo(self.minimumSize()))

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self._files.keep_session()
        except (OSError, CoreError) as error:
            if not self._lost_session:  # say it once; who closes again means it
                self._lost_session = True
                self.tell_error(error)
                event.ignore()
                return
        for lab in self.labs.values():
            lab.keep()
        open_lab = self.open_lab_view()
        if open_lab is not None:
            self._store.change(lab=open_lab.lab.name)
        self._store.keep_bytes("window/geometry", self.saveGeometry())
        self._store.save()
        self.workspace.pause()
        super().closeEvent(event)
