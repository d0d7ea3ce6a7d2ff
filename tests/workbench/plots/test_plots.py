"""Plots: what is shown, where it is, and what the person may do with it."""

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from workbench.plots import export
from workbench.plots.color_bar import ColorBar
from workbench.plots.curve import Band, Curve, Mark
from workbench.plots.heat_map import HeatMap
from workbench.plots.image_grid import ImageGrid
from workbench.plots.live_plot import LivePlot
from workbench.plots.picture import image_of, limits_of
from workbench.plots.preview import example_curves


@pytest.fixture
def plot(qtbot) -> LivePlot:
    made = LivePlot("plot", log=True)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_words("Loss", "iteration")
    made.set_x(1000)
    made.set_curves(example_curves(800))
    made.show()
    return made


def colours(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_that_curves_are_drawn_in_the_colours_of_their_runs_in_both_themes(plot, theme) -> None:
    plot.set_curves([Curve(np.arange(1.0, 900), np.full(899, 0.1), run=0), Curve(np.arange(1.0, 900), np.full(899, 0.5), run=1)])
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        seen = colours(plot.grab().toImage())
        assert {theme.css("plot"), theme.css("axis")} <= seen
        near = [
            min(abs(QColor(c).red() - r.red()) + abs(QColor(c).blue() - r.blue()) for c in seen)
            for r in (theme.run(0), theme.run(1))
        ]
        assert max(near) <= 24


def test_that_values_are_read_at_the_cross_hair(plot) -> None:
    rows = plot.values_at(400.5)
    curve = plot.curves[1]
    assert rows[0] == (curve, curve.y[399])
    assert not any(c.faint for c, _ in rows)
    assert plot.values_at(900) == []


def test_that_hovering_tells_x_and_leaving_tells_none(plot, qtbot) -> None:
    told = []
    plot.hovered.connect(told.append)
    layout = plot.plot_layout(600, 300)
    qtbot.mouseMove(plot, layout.area.center().toPoint())
    assert told[-1] == pytest.approx(500, abs=3)
    qtbot.mouseMove(plot, QPoint(1, 150))
    assert np.isnan(told[-1])


def test_that_a_click_picks_a_place_and_a_drag_does_not(plot, qtbot) -> None:
    picked = []
    plot.picked.connect(picked.append)
    middle = plot.plot_layout(600, 300).area.center().toPoint()
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=middle)
    assert picked == [pytest.approx(500, abs=3)]
    qtbot.mousePress(plot, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(plot, middle + QPoint(40, 0))
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    assert len(picked) == 1


def test_that_zooming_stays_inside_and_shows_all_again(plot, qtbot) -> None:
    for _ in range(5):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    inside = plot.plot_layout(600, 300).x
    assert 0 <= inside.low < inside.high <= 1000
    assert inside.high - inside.low < 400
    qtbot.keyClick(plot, Qt.Key.Key_0)
    whole = plot.plot_layout(600, 300).x
    assert (whole.low, whole.high) == (0, 1000)


def test_that_plots_that_share_margins_have_one_x_at_one_place(plot, qtbot) -> None:
    other = LivePlot("other", shares=True)
    qtbot.addWidget(other)
    other.resize(600, 200)
    other.set_x(1000)
    other.set_curves(example_curves(800, shares=True))
    plot.share_margins(other)
    other.share_margins(plot)
    first, second = plot.plot_layout(600, 300).area, other.plot_layout(600, 200).area
    assert (first.left(), first.right()) == (second.left(), second.right())


def test_that_a_diverged_loss_leaves_a_gap_and_no_crash(plot) -> None:
    y = np.array([1.0, 0.5, np.nan, 0.2, np.inf, -1.0, 0.1])
    plot.set_curves([Curve(np.arange(7.0), y, label="run")])
    plot.grab()
    assert plot.describe() == "run 0.1000"


def test_that_a_plot_without_data_is_drawn(qtbot) -> None:
    empty = LivePlot("empty")
    qtbot.addWidget(empty)
    empty.set_curves([Curve()])
    empty.set_marks([Mark(0.5)])
    empty.set_bands([Band(0.2, 0.4)])
    empty.resize(90, 56)
    assert not empty.grab().isNull()


def test_that_a_plot_is_written_as_picture_lines_and_columns(plot, tmp_path) -> None:
    export.save_png(plot, tmp_path / "a.png")
    export.save_svg(plot, tmp_path / "a.svg")
    export.save_csv(plot, tmp_path / "a.csv")
    assert QImage(str(tmp_path / "a.png")).width() == 1200
    svg = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "<polyline" in svg
    assert "Loss" in svg
    with (tmp_path / "a.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0][:3] == ["x", "Adam (raw)", "Adam"]
    assert len(rows) == 801
    assert float(rows[400][2]) == pytest.approx(plot.curves[1].y[399])


def test_that_a_file_that_cannot_be_written_is_named(plot, tmp_path) -> None:
    for save in (export.save_png, export.save_svg, export.save_csv):
        with pytest.raises(export.FileError, match=r"no[\\/]such"):
            save(plot, tmp_path / "no" / "such")


def test_that_signed_limits_are_symmetric_and_magnitudes_begin_at_zero() -> None:
    assert limits_of(np.array([-0.2, 0.5]), "signed") == (-0.5, 0.5)
    assert limits_of(np.array([0.05, 3.0]), "magnitude") == (0.0, 3.0)
    assert limits_of(np.full(3, np.nan), "signed") == (-1.0, 1.0)
    assert limits_of(np.zeros(3), "signed") == (-1.0, 1.0)


def test_that_colours_of_three_channels_are_kept(theme) -> None:
    image = image_of(np.array([[[1.0]], [[0.5]], [[0.0]]]), (0.0, 1.0), theme.lookup("ink"))
    assert image.pixelColor(0, 0).getRgb() == (255, 127, 0, 255)


def test_that_zero_has_the_colour_of_the_middle(qtbot, theme) -> None:
    heat = HeatMap("h")
    qtbot.addWidget(heat)
    heat.resize(90, 90)
    heat.set_values(np.array([[0.0, 1.0], [-1.0, 0.0]]))
    image = heat.grab().toImage()
    table = theme.lookup("signed")
    corners = [heat.cell_area(*cell).topLeft().toPoint() + QPoint(3, 3) for cell in ((0, 1), (1, 0))]
    assert [image.pixelColor(c).getRgb()[:3] for c in corners] == [tuple(table[255]), tuple(table[0])]


def test_that_cells_are_picked_by_mouse_and_arrow_keys(qtbot) -> None:
    heat = HeatMap("h")
    qtbot.addWidget(heat)
    heat.resize(100, 100)
    heat.set_values(np.arange(9.0).reshape(3, 3))
    heat.picked.connect(lambda row, column: heat.select((row, column)))
    told = []
    heat.picked.connect(lambda row, column: told.append((row, column)))
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat.cell_area(1, 2).center().toPoint())
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(heat, key)
    assert told == [(1, 2), (0, 2), (0, 1), (0, 2), (0, 2)]


@pytest.mark.parametrize(("count", "size"), [(6, (337, 280)), (30, (337, 280)), (1, (100, 100)), (64, (200, 90)), (5, (900, 60))])
def test_that_images_of_a_grid_do_not_overlap_and_fit_where_they_can(qtbot, count, size) -> None:
    grid = ImageGrid("g", least=12)
    qtbot.addWidget(grid)
    grid.set_images(np.zeros((count, 5, 5)), labels=[str(i) for i in range(count)])
    grid.resize(*size)
    areas = [grid.image_area(i) for i in range(count)]
    assert all(not a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])
    assert all(area.left() >= 0 and area.right() <= grid.width() for area in areas)
    if count <= 30:
        assert all(area.bottom() <= grid.height() for area in areas)


def test_that_an_image_is_picked_by_mouse_and_arrow_keys(qtbot) -> None:
    grid = ImageGrid("g")
    qtbot.addWidget(grid)
    grid.set_images(np.zeros((6, 5, 5)), labels=[f"filter {i}" for i in range(6)])
    grid.resize(340, 300)
    told = []
    grid.picked.connect(told.append)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.image_area(1).center().toPoint())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(grid, key)
    assert told[:3] == [1, 2, 2 + grid._layout().columns]
    assert grid.accessibleDescription() == f"filter {told[-1]}"


def test_that_a_colour_bar_writes_its_ends(qtbot) -> None:
    bar = ColorBar("b", "signed")
    qtbot.addWidget(bar)
    bar.set_limits(-0.8, 0.8)
    assert bar.accessibleDescription() == "−0.8 … +0.8"
    bar.resize(300, 18)
    assert not bar.grab().isNull()
