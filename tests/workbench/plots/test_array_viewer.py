"""What can be done with any array that is drawn: large, zoomed, read, copied, kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from workbench.plots.array_file import ShownArray
from workbench.plots.array_viewer import ArrayViewer, ZoomView
from workbench.plots.heat_map import HeatMap
from workbench.plots.image_grid import ImageGrid

VALUES = np.arange(12, dtype=np.float32).reshape(3, 4) - 5.5


def menu_of(qtbot: QtBot, widget: HeatMap | ImageGrid, place: QPoint | None = None) -> QMenu | None:
    reason = QContextMenuEvent.Reason.Mouse if place is not None else QContextMenuEvent.Reason.Keyboard
    at = place or QPoint(0, 0)
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    return widget.findChild(QMenu, "array.menu")


def act(menu: QMenu, name: str) -> None:
    next(action for action in menu.actions() if action.objectName() == name).trigger()
    menu.close()


@pytest.fixture
def heat(qtbot: QtBot) -> HeatMap:
    heat = HeatMap("heat")
    heat.setAccessibleName("Numbers")
    qtbot.addWidget(heat)
    heat.resize(200, 150)
    heat.set_values(VALUES)
    heat.show()
    return heat


@pytest.fixture
def viewer(qtbot: QtBot) -> ArrayViewer:
    viewer = ArrayViewer(ShownArray(VALUES, (-6.0, 6.0), "signed", "Numbers"))
    qtbot.addWidget(viewer)
    viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    viewer.resize(500, 480)
    viewer.show()
    return viewer


def test_that_numbers_are_copied_in_full_and_the_picture_large_enough_to_see(qtbot: QtBot, heat: HeatMap) -> None:
    act(menu_of(qtbot, heat, QPoint(100, 75)), "array.copy_numbers")
    lines = QGuiApplication.clipboard().text().splitlines()
    np.testing.assert_array_equal(np.array([line.split("\t") for line in lines], np.float32), VALUES)
    act(menu_of(qtbot, heat), "array.copy")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (256, 192)
    assert image.pixelColor(1, 1) != image.pixelColor(254, 190)


def test_that_what_is_kept_reads_back_as_the_same_numbers(
    qtbot: QtBot, heat: HeatMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    act(menu_of(qtbot, heat), "array.npy")
    np.testing.assert_array_equal(np.load(path.with_suffix(".npy")), VALUES)
    act(menu_of(qtbot, heat), "array.png")
    assert path.with_suffix(".png").stat().st_size > 100


def test_that_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, heat: HeatMap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr("workbench.plots.array_menu.show_error", lambda _parent, error: told.append(error))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "folder.npy"), ""))
    act(menu_of(qtbot, heat), "array.npy")
    act(menu_of(qtbot, heat), "array.png")
    assert [error.code for error in told] == ["cannot_write", "cannot_write"]


def test_that_there_is_no_menu_beside_the_array(qtbot: QtBot, heat: HeatMap) -> None:
    heat.resize(400, 100)
    assert menu_of(qtbot, heat, QPoint(4, 50)) is None


def test_that_the_menu_of_a_grid_is_that_of_the_image_under_the_mouse(qtbot: QtBot) -> None:
    grid = ImageGrid("grid")
    qtbot.addWidget(grid)
    grid.resize(300, 120)
    grid.set_images(np.stack([VALUES, 2 * VALUES]))
    grid.show()
    assert menu_of(qtbot, grid) is None  # none is selected
    act(menu_of(qtbot, grid, grid.image_area(1).center().toPoint()), "array.copy_numbers")
    assert QGuiApplication.clipboard().text().startswith("-11\t")


def test_that_looking_at_it_large_opens_a_window_with_the_array(qtbot: QtBot, heat: HeatMap) -> None:
    act(menu_of(qtbot, heat), "array.open")
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ArrayViewer) and w.isVisible()]
    assert len(found) == 1
    assert found[0].windowTitle().startswith("Numbers")
    found[0].close()


def test_that_the_value_under_the_mouse_is_read(qtbot: QtBot, viewer: ArrayViewer) -> None:
    area = viewer.view.area()
    at = QPoint(round(area.left() + area.width() * 2.5 / 4), round(area.top() + area.height() * 1.5 / 3))
    qtbot.mouseMove(viewer.view, QPoint(0, 0))
    qtbot.mouseMove(viewer.view, at)
    assert viewer.value.whole == "row 2, column 3: 0.5"


def test_that_the_wheel_zooms_at_the_mouse_and_dragging_moves(qtbot: QtBot, viewer: ArrayViewer) -> None:
    view = viewer.view
    at = QPointF(view.width() * 0.3, view.height() * 0.4)
    before = view.cell_at(at)
    for _ in range(6):
        event = QWheelEvent(
            at, QPointF(view.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
    assert view.zoom > 3
    assert view.cell_at(at) == before
    drag(qtbot, view, QPoint(100, 100), QPoint(160, 100))
    assert view.cell_at(at + QPointF(60, 0)) == before
    centre = view.centre
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.centre.x() > centre.x()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == 1


def drag(qtbot: QtBot, view: ZoomView, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton  # QTest moves with no button down
    plain, place = Qt.KeyboardModifier.NoModifier, QPointF(view.mapToGlobal(end))
    view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, QPointF(end), place, none, left, plain))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_that_keys_zoom_and_never_beyond_the_whole(qtbot: QtBot, viewer: ArrayViewer) -> None:
    qtbot.keyClick(viewer.view, Qt.Key.Key_Minus)
    assert viewer.view.zoom == 1
    qtbot.keyClick(viewer.view, Qt.Key.Key_Plus)
    assert viewer.view.zoom > 1
