"""Every command of the window: one table of name, menu, words, keys and what it does.

Keys without Ctrl or a function key would take letters and arrows from the fields and sliders; they are `plain`: the
window handles them only when nothing that has the focus wanted them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from workbench.commands import Commands


@dataclass(frozen=True, slots=True)
class Act:
    """One command.

    Parameters
    ----------
    name
        Stable; the object name of the action.
    menu
        The menu it stands in; "" for none.
    text
        English, for the context "Actions".
    do
        What it does.
    keys
        The shortcut in Qt's portable form; "" for none.
    plain
        True for keys that typing and moving need, too.
    group
        Commands of one group stand between separators.
    """

    name: str
    menu: str
    text: str
    do: Callable[[Commands], object]
    keys: str = ""
    plain: bool = False
    group: int = 0


MENUS: Final = (
    ("file", str(QT_TRANSLATE_NOOP("Menus", "File"))),
    ("edit", str(QT_TRANSLATE_NOOP("Menus", "Edit"))),
    ("view", str(QT_TRANSLATE_NOOP("Menus", "View"))),
    ("network", str(QT_TRANSLATE_NOOP("Menus", "Network"))),
    ("run", str(QT_TRANSLATE_NOOP("Menus", "Run"))),
    ("window", str(QT_TRANSLATE_NOOP("Menus", "Window"))),
    ("help", str(QT_TRANSLATE_NOOP("Menus", "Help"))),
)

ACTS: Final[tuple[Act, ...]] = (
    Act("new", "file", str(QT_TRANSLATE_NOOP("Actions", "New")), lambda c: c.new(), "Ctrl+N"),
    Act("open", "file", str(QT_TRANSLATE_NOOP("Actions", "Open…")), lambda c: c.open(), "Ctrl+O"),
    Act("save", "file", str(QT_TRANSLATE_NOOP("Actions", "Save")), lambda c: c.save(), "Ctrl+S", group=1),
    Act("save_as", "file", str(QT_TRANSLATE_NOOP("Actions", "Save as…")), lambda c: c.save_as(), "Ctrl+Shift+S", group=1),
    Act(
        "export_table",
        "file",
        str(QT_TRANSLATE_NOOP("Actions", "Export the table of layers…")),
        lambda c: c.export_table(),
        group=1,
    ),
    Act("quit", "file", str(QT_TRANSLATE_NOOP("Actions", "Quit")), lambda c: c.quit(), "Ctrl+Q", group=2),
    Act("undo", "edit", str(QT_TRANSLATE_NOOP("Actions", "Undo")), lambda c: c.undo(), "Ctrl+Z"),
    Act("redo", "edit", str(QT_TRANSLATE_NOOP("Actions", "Redo")), lambda c: c.redo(), "Ctrl+Shift+Z"),
    Act("settings", "edit", str(QT_TRANSLATE_NOOP("Actions", "Settings")), lambda c: c.open_lab("settings"), "Ctrl+,", group=1),
    Act("theme", "view", str(QT_TRANSLATE_NOOP("Actions", "Light or dark")), lambda c: c.switch_theme(), "Ctrl+Shift+L", group=2),
    Act("language", "view", str(QT_TRANSLATE_NOOP("Actions", "English or Japanese")), lambda c: c.switch_language(), group=2),
    Act(
        "full_screen",
        "window",
        str(QT_TRANSLATE_NOOP("Actions", "Full screen")),
        lambda c: c.switch_full_screen(),
        "F11",
        group=1,
    ),
    Act("arrange", "window", str(QT_TRANSLATE_NOOP("Actions", "Reset this arrangement")), lambda c: c.arrange(), group=1),
    Act("play", "run", str(QT_TRANSLATE_NOOP("Actions", "Play")), lambda c: c.workspace.toggle(), "Space", plain=True),
    Act(
        "step_back",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Step back")),
        lambda c: c.workspace.time.step_back(),
        "Left",
        plain=True,
    ),
    Act(
        "step_batch",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Step a batch")),
        lambda c: c.workspace.step_batch(),
        "Right",
        plain=True,
    ),
    Act(
        "step_epoch",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Step an epoch")),
        lambda c: c.workspace.step_epoch(),
        "Shift+Right",
        plain=True,
    ),
    Act(
        "follow",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Back to the present")),
        lambda c: c.workspace.follow(),
        "End",
        plain=True,
    ),
    Act(
        "reset",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Reset to the same weights")),
        lambda c: c.workspace.reset(),
        "Ctrl+R",
        group=1,
    ),
    Act(
        "new_seed",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "New seed")),
        lambda c: c.workspace.new_seed(),
        "Ctrl+Shift+R",
        group=1,
    ),
    Act(
        "film",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Play or stop the film")),
        lambda c: c.workspace.time.toggle_film(),
        "Ctrl+P",
        group=2,
    ),
    Act(
        "branch",
        "run",
        str(QT_TRANSLATE_NOOP("Actions", "Branch from here")),
        lambda c: c.workspace.starts.branch(),
        "Ctrl+B",
        group=3,
    ),
    Act("duel", "run", str(QT_TRANSLATE_NOOP("Actions", "Duel…")), lambda c: c.duel(), "Ctrl+D", group=3),
    Act("note", "run", str(QT_TRANSLATE_NOOP("Actions", "Note at this moment…")), lambda c: c.note(), "Ctrl+M", group=3),
    Act("find", "help", str(QT_TRANSLATE_NOOP("Actions", "Find an action")), lambda c: c.find(), "Ctrl+K"),
    Act("shortcuts", "help", str(QT_TRANSLATE_NOOP("Actions", "Shortcuts")), lambda c: c.show_shortcuts(), "?", plain=True),
    Act("about", "help", str(QT_TRANSLATE_NOOP("Actions", "About")), lambda c: c.show_about(), group=1),
)


def act_text(act: Act) -> str:
    """Return the words of a command in the present language."""
    return QCoreApplication.translate("Actions", act.text)


def menu_text(name: str) -> str:
    """Return the title of a menu in the present language."""
    return QCoreApplication.translate("Menus", dict(MENUS)[name])


def make_actions(commands: Commands, window: QWidget) -> dict[str, QAction]:
    """Return a QAction for each command, owned by the window."""
    made: dict[str, QAction] = {}
    for act in ACTS:
        action = QAction(window)
        action.setObjectName(f"action.{act.name}")
        action.setShortcut(QKeySequence(act.keys))
        if act.plain:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            window.addAction(action)
        action.triggered.connect(lambda _on=False, a=act: a.do(commands))
        made[act.name] = action
    return made


def plain_act(event: QKeyEvent) -> str:
    """Return the name of the command with plain keys that a key press means, or ""."""
    pressed = (
        "?" if event.text() == "?" else QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    )
    return next((act.name for act in ACTS if act.plain and act.keys == pressed), "")
