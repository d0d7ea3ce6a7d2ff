"""The window: labs, commands, what it keeps, and that nothing overlaps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from core.errors import FileError
from core.kernels.engine import EngineChoice
from workbench.actions import ACTS, MENUS
from workbench.find_action import FindAction, match
from workbench.help_dialogs import ShortcutsDialog
from workbench.status import RunState, Status
from workbench.translation import use_language
from workbench.widgets.buttons import IconButton


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def test_that_only_labs_with_panels_are_on_the_rail(shell) -> None:
    assert list(shell.window.rail.buttons) == ["network", "train", "settings"]
    assert all(button.accessibleName() for button in shell.window.rail.buttons.values())


def test_that_a_lab_is_built_when_it_is_first_opened(shell, qtbot) -> None:
    labs = shell.window.labs
    assert labs["train"].is_built
    assert not labs["network"].is_built
    qtbot.mouseClick(shell.window.rail.buttons["network"], Qt.MouseButton.LeftButton)
    assert labs["network"].is_built
    assert shell.window.open_lab_view() is labs["network"]


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (1920, 1080)])
def test_that_docks_and_bars_never_overlap_and_the_middle_takes_the_room(shell, size) -> None:
    window = shell.window
    window.resize(*size)
    settle()
    docks = {name: dock for name, dock in window.labs["train"].docks.items() if not dock.visibleRegion().isEmpty()}
    parts = {**docks, "rail": window.rail, "transport": window.transport, "title": window.title_bar}
    boxes = {name: QRect(part.mapTo(window, QPoint(0, 0)), part.size()) for name, part in parts.items()}
    for name, box in boxes.items():
        assert window.rect().contains(box), name
        assert not [other for other, there in boxes.items() if other != name and box.intersects(there)]
    assert boxes["side"].width() == (220 if size[0] == 1280 else 285)
    assert boxes["middle"].width() > size[0] - 80 - 2 * 350
    assert boxes["lower"].height() > 1.6 * boxes["middle"].height()


def test_that_small_windows_drop_samples_per_second_first(shell) -> None:
    outs = shell.window.transport.read_outs
    shell.window.resize(1920, 1080)
    settle()
    wide = outs.width()
    shell.window.resize(1060, 700)
    settle()
    assert outs.width() < wide
    transport = shell.window.transport
    spots = [child.geometry() for child in transport.children() if isinstance(child, QWidget)]
    assert all(not a.intersects(b) for i, a in enumerate(spots) for b in spots[:i])


@pytest.mark.parametrize("language", ["en", "ja"])
def test_that_the_numbers_of_the_run_stay_in_place_when_the_lamp_says_another_word(shell, qapp, language) -> None:
    use_language(qapp, language)
    settle()
    transport = shell.window.transport
    places = set()
    for state in (RunState.RUNNING, RunState.PAUSED, RunState.FINISHED, RunState.EDITED):
        shell.workspace.status_changed.emit(Status(state))
        settle()
        places.add((transport.read_outs.x(), transport.time.width()))
    assert len(places) == 1


def test_that_tabbed_docks_leave_their_title_to_the_tab(shell) -> None:
    settle()
    docks = shell.window.labs["train"].docks
    assert {name: dock.head.shows_title for name, dock in docks.items()} == {
        "side": True,
        "middle": True,
        "lower": True,
        "tabbed": False,
        "tabbed2": False,
    }


def test_that_a_dock_fills_the_lab_and_goes_back(shell, qtbot) -> None:
    docks = shell.window.labs["train"].docks
    docks["middle"].head.double_clicked.emit()
    assert [name for name, dock in docks.items() if not dock.isHidden()] == ["middle"]
    docks["middle"].head.double_clicked.emit()
    assert all(not dock.isHidden() for dock in docks.values())


def test_that_an_arrangement_is_kept_and_can_be_reset(shell, make_shell) -> None:
    shell.window.labs["train"].docks["side"].close()
    shell.window.close()
    again = make_shell()
    again.window.show()
    assert again.window.labs["train"].docks["side"].isHidden()
    again.window.actions_by_name["arrange"].trigger()
    assert not again.window.labs["train"].docks["side"].isHidden()


def test_that_the_open_lab_is_kept(shell, make_shell) -> None:
    shell.window.open_lab("network")
    shell.window.close()
    again = make_shell()
    assert not again.store.first_launch
    assert again.window.open_lab_view().lab.name == "network"


def test_that_shortcuts_are_unique_and_every_action_has_words(shell) -> None:
    actions = shell.window.findable_actions()
    keys = [a.shortcut().toString() for a in actions if not a.shortcut().isEmpty()]
    assert len(set(keys)) == len(keys)
    assert all(action.text() for action in actions)
    assert {act.menu for act in ACTS} <= {name for name, _ in MENUS}
    assert [a.shortcut() for a in shell.window.findable_actions() if a.objectName() == "action.lab.network"] == [
        QKeySequence("Ctrl+1")
    ]


def test_that_plain_keys_drive_the_run_unless_a_field_has_the_focus(shell, qtbot, monkeypatch) -> None:
    done = []
    monkeypatch.setattr(shell.workspace, "toggle", lambda: done.append("toggle"))
    monkeypatch.setattr(shell.workspace, "step_batch", lambda: done.append("batch"))
    monkeypatch.setattr(shell.workspace, "step_epoch", lambda: done.append("epoch"))
    monkeypatch.setattr(shell.workspace.time, "step_back", lambda: done.append("back"))
    window = shell.window
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_Right)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window, Qt.Key.Key_Left)
    assert done == ["toggle", "batch", "epoch", "back"]
    field = QLineEdit(window)
    qtbot.keyClicks(field, "a b?")
    assert field.text() == "a b?"
    assert len(done) == 4


@pytest.mark.parametrize("leave", ["lab", "tab", "hidden"])
def test_that_space_still_plays_when_the_control_with_the_focus_disappears(shell, qtbot, monkeypatch, leave) -> None:
    done = []
    monkeypatch.setattr(shell.workspace, "toggle", lambda: done.append("toggle"))
    shell.window.activateWindow()
    settle()
    docks = shell.window.labs["train"].docks
    field = QLineEdit()
    docks["tabbed2"].panel.layout().addWidget(field)
    docks["tabbed2"].raise_()
    settle()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(field.hasFocus)
    if leave == "lab":
        shell.window.open_lab("network")
    elif leave == "tab":
        docks["tabbed"].raise_()
    else:
        field.hide()
    settle()
    qtbot.waitUntil(lambda: not field.hasFocus())
    assert not isinstance(QApplication.focusWidget(), IconButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert done == ["toggle"]


def test_that_the_transport_plays_pauses_and_shows_the_run(shell, qtbot) -> None:
    workspace, transport = shell.workspace, shell.window.transport
    workspace.restart(play=False)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED)
    assert transport.lamp.word == "paused"
    step = transport.findChild(IconButton, "transport.step_batch")
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: transport.read_outs.text("iteration") == "1")
    play = transport.findChild(IconButton, "transport.play")
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.status.state in {RunState.RUNNING, RunState.FINISHED})
    qtbot.waitUntil(lambda: workspace.status.state is RunState.FINISHED, timeout=20_000)
    assert transport.lamp.word == "finished"
    qtbot.waitUntil(lambda: transport.read_outs.text("epoch") == "50.0 / 50")


def test_that_the_time_slider_looks_back_and_returns(shell, qtbot) -> None:
    workspace, time = shell.workspace, shell.window.transport.time
    workspace.restart(play=True)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.FINISHED, timeout=20_000)
    qtbot.waitUntil(lambda: workspace.frame.iteration == workspace.frame.total_iterations)
    qtbot.mouseClick(time, Qt.MouseButton.LeftButton, pos=QPoint(10, 31))
    assert (workspace.frame.live, workspace.frame.iteration) == (False, 0)
    qtbot.keyClick(time, Qt.Key.Key_End)
    assert workspace.frame.live


def test_that_an_edit_shows_a_dot_and_can_be_undone_from_the_menu(shell) -> None:
    window, workspace = shell.window, shell.workspace
    assert not window.actions_by_name["undo"].isEnabled()
    workspace.new_seed()
    assert window.isWindowModified()
    assert window.actions_by_name["undo"].text() == "Undo: New seed"
    window.actions_by_name["undo"].trigger()
    assert not window.isWindowModified()
    assert workspace.experiment.seed == 0


def test_that_saving_names_the_document_and_remembers_it(shell, qtbot, tmp_path) -> None:
    workspace, window = shell.workspace, shell.window
    workspace.restart(play=False)
    qtbot.waitUntil(lambda: workspace.status.state is RunState.PAUSED)
    path = tmp_path / "mine.workbench"
    with qtbot.waitSignal(shell.files.saved):
        shell.files.save(path)
    assert window.windowTitle() == "mine.workbench[*]"
    assert shell.store.settings.recent_files == (str(path),)
    assert window.toast.isVisible()


@pytest.mark.parametrize(("ending", "begins"), [(".md", "| Layer |"), (".txt", "Layer "), ("", "layer,kind")])
def test_that_the_table_of_layers_is_exported(shell, qtbot, tmp_path, monkeypatch, ending, begins) -> None:
    shell.workspace.restart(play=False)
    qtbot.waitUntil(lambda: shell.workspace.data is not None)
    path = tmp_path / f"table{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    shell.window.actions_by_name["export_table"].trigger()
    written = (path if ending else path.with_suffix(".csv")).read_text(encoding="utf-8-sig")
    assert written.startswith(begins)
    assert all(layer.id in written for layer in shell.workspace.experiment.network.walk())


def test_that_a_file_that_cannot_be_opened_is_said_and_nothing_changes(shell, tmp_path) -> None:
    before = shell.workspace.experiment
    assert not shell.window._commands.open_path(tmp_path / "none.workbench")
    dialog = shell.window.findChild(QWidget, "error.dialog")
    assert any("none.workbench" in label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text"))
    assert shell.workspace.experiment is before
    dialog.close()
    shell.window.tell_error(FileError("cannot_write", path=Path("x"), reason="full"))
    shell.window.findChild(QWidget, "error.dialog").close()


def test_that_a_session_that_cannot_be_kept_is_said_once_before_closing(shell, monkeypatch) -> None:
    def fail() -> None:
        raise FileError("cannot_write", path=Path("session"), reason="disk full")

    monkeypatch.setattr(shell.files, "keep_session", fail)
    assert not shell.window.close()
    dialog = shell.window.findChild(QWidget, "error.dialog")
    assert any("disk full" in label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text"))
    dialog.close()
    assert shell.window.close()


def test_that_settings_take_effect_at_once(shell, theme, qtbot) -> None:
    window = shell.window
    window.open_lab("settings")
    window._settings.theme.take("dark")
    assert theme.dark
    window._settings.palette_choice.take("grey")
    assert theme.palette_name == "grey"
    window._settings.motion.click()
    assert theme.reduce_motion
    window._settings.memory.changed.emit(64)
    assert shell.workspace.budget == 64 * 1024 * 1024
    engine = window._settings.engine
    engine.taken.emit("winograd-2")
    assert shell.workspace.engine == EngineChoice("winograd", 2)
    assert engine.currentText() == "Winograd, two threads"
    window.actions_by_name["theme"].trigger()
    assert not theme.dark
    assert window._settings.theme.key == "light"


def test_that_letters_find_an_action_and_return_does_it(shell, qtbot) -> None:
    done = []
    actions = shell.window.findable_actions()
    target = shell.window.actions_by_name["arrange"]
    target.triggered.connect(lambda: done.append(True))
    find = FindAction(shell.window, actions)
    find.open_over()
    qtbot.keyClicks(find.line, "resarr")
    assert find.list.currentItem().text(0) == target.text()
    qtbot.keyClick(find.line, Qt.Key.Key_Return)
    assert done


def test_that_nearer_words_come_first() -> None:
    assert match("step", "Step a batch") > match("sab", "Step a batch") > match("step", "Play") == 0


def test_that_the_list_of_shortcuts_holds_every_key(shell) -> None:
    dialog = ShortcutsDialog(shell.window)
    shown = " ".join(w.text if isinstance(w.text, str) else w.text() for w in dialog.findChildren(QWidget) if hasattr(w, "text"))
    assert all(act.text in shown for act in ACTS if act.keys)
    dialog.deleteLater()


def test_that_every_control_of_the_window_has_a_name_for_its_users(shell) -> None:
    shell.window.open_lab("settings")
    controls = [
        w
        for w in shell.window.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.objectName()
        and not w.objectName().startswith(("qt_", "settings.scroll"))
    ]
    nameless = [w.objectName() for w in controls if not w.accessibleName() and w is not shell.window and not w.isHidden()]
    assert nameless == []


def test_that_the_theme_changes_while_the_window_is_open(shell, theme) -> None:
    theme.set_mode("dark")
    settle()
    image = shell.window.grab().toImage()
    assert image.pixelColor(2, 2) == theme.color("window")
    dock = shell.window.labs["train"].docks["side"]
    spot = dock.mapTo(shell.window, QPoint(20, dock.height() - 20))
    assert image.pixelColor(spot) == theme.color("panel")
    assert QApplication.palette().window().color() == theme.color("panel")


def test_that_actions_are_found_by_their_name_and_nothing_found_is_said(shell, qtbot) -> None:
    find = FindAction(shell.window, shell.window.findable_actions())
    find.open_over()
    qtbot.keyClicks(find.line, "lang")
    assert find.list.currentItem().text(0) == "English or Japanese"
    qtbot.keyClicks(find.line, "qqq")
    assert find.list.topLevelItem(0).text(0) == "No action fits"
    qtbot.keyClick(find.line, Qt.Key.Key_Return)
    assert find.isVisible()
    find.close()
