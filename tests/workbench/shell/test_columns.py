"""Columns of docks keep their widths whatever the window and the person do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget


def settle() -> None:
    for _ in range(6):
        QCoreApplication.processEvents()


def widths(shell) -> dict[str, int]:
    settle()
    return {name: dock.width() for name, dock in shell.window.labs["train"].docks.items()}


def test_that_a_column_that_cannot_shrink_takes_nothing_from_the_other_side(shell) -> None:
    docks = shell.window.labs["train"].docks
    docks["tabbed"].panel.setMinimumWidth(300)
    shell.window.resize(1280, 800)
    assert (widths(shell)["side"], widths(shell)["tabbed"]) == (220, 300)
    shell.window.open_lab("network")
    settle()
    shell.window.open_lab("train")
    assert (widths(shell)["side"], widths(shell)["tabbed"]) == (220, 300)


def test_that_side_columns_of_a_lab_that_wants_it_grow_with_a_wide_window(shell) -> None:
    lab = shell.window.labs["train"]
    before = lab.lab.columns[0]
    lab.lab = replace(lab.lab, wide=(before + 120, 0, lab.lab.columns[2]))
    for width, more in ((1440, 0), (1680, 60), (1920, 120)):
        shell.window.resize(width, 900)
        assert widths(shell)["side"] == before + more


def test_that_a_click_is_no_drag_and_a_drag_is_kept(shell, qtbot) -> None:
    lab, docks = shell.window.labs["train"], shell.window.labs["train"].docks
    settle()
    qtbot.mouseClick(lab, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    shell.window.resize(1280, 800)
    assert widths(shell)["side"] == 220
    edge = QPoint(docks["side"].geometry().right() + 2, docks["side"].geometry().center().y())
    drag(qtbot, lab, edge, edge + QPoint(60, 0))
    drawn = widths(shell)["side"]
    assert drawn > 250
    shell.window.resize(1440, 900)
    assert widths(shell)["side"] == drawn


def drag(qtbot, widget: QWidget, start: QPoint, end: QPoint) -> None:
    qtbot.mouseMove(widget, start)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(widget, end)
    qtbot.wait(30)  # Qt moves docks by a timer
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def test_that_docks_come_back_with_their_heights(shell, make_shell) -> None:
    shell.window.resize(1280, 700)
    settle()
    docks = shell.window.labs["train"].docks
    shell.window.labs["train"].resizeDocks([docks["middle"], docks["lower"]], [150, 400], Qt.Orientation.Vertical)
    settle()
    heights = {name: dock.height() for name, dock in docks.items()}
    shell.window.close()
    again = make_shell()
    again.window.show()
    again.window.resize(1280, 700)
    settle()
    assert {name: dock.height() for name, dock in again.window.labs["train"].docks.items()} == heights


def test_that_a_dock_that_comes_back_tabbed_leaves_its_title_to_the_tab(shell, make_shell) -> None:
    settle()
    shell.window.close()
    again = make_shell()
    again.window.show()
    assert not again.window.labs["train"].docks["tabbed"].head.shows_title
