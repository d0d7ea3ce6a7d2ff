"""A person saves the race as a picture, a drawing, a table and an animation."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from PIL import Image
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from core.errors import FileError
from tests.workbench.panels.descent_lab import DescentLab
from workbench.errors import ErrorDialog
from workbench.film import dialog
from workbench.film.dialog import FilmDialog
from workbench.panels.descent_contour import panel
from workbench.panels.descent_contour.panel import DescentContourPanel


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[DescentLab]:
    made = DescentLab(qtbot, DescentContourPanel)
    made.window.resize(620, 380)
    made.session.player.look_at(12)
    QApplication.processEvents()
    yield made
    assert made.workspace.close(30.0)


def save(lab: DescentLab, monkeypatch: pytest.MonkeyPatch, path: Path, kind: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    lab.find(QAction, f"descent.export.{kind}").trigger()


def test_that_a_picture_has_twice_the_pixels(lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    save(lab, monkeypatch, tmp_path / "race", "png")
    with Image.open(tmp_path / "race.png") as image:
        assert image.size == (2 * lab.canvas.width(), 2 * lab.canvas.height())


def test_that_a_drawing_has_lines_and_words(lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    save(lab, monkeypatch, tmp_path / "race.svg", "svg")
    text = (tmp_path / "race.svg").read_text(encoding="utf-8")
    assert text.count("<polyline") > 8
    assert "start (−7, 2)" in text


def test_that_the_table_has_every_step_with_its_numbers(lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    save(lab, monkeypatch, tmp_path / "race.csv", "csv")
    with (tmp_path / "race.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4 * 31
    last = next(row for row in rows if row["optimizer"] == "Adam" and row["step"] == "30")
    assert (float(last["x"]), float(last["y"])) == pytest.approx((0.1360, 0.3182), abs=1e-4)
    assert last["rate"] == "0.3"


def film(qtbot: QtBot, lab: DescentLab, monkeypatch: pytest.MonkeyPatch, path: Path, kind: str) -> None:
    save(lab, monkeypatch, path, kind)
    qtbot.waitUntil(lambda: lab.window.findChild(FilmDialog) is None, timeout=20_000)


def test_that_the_animation_has_a_picture_for_every_step(
    qtbot: QtBot, lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lab.show(steps=5, step=0)
    QApplication.processEvents()
    size = lab.canvas.width(), lab.canvas.height()
    film(qtbot, lab, monkeypatch, tmp_path / "race.gif", "gif")
    with Image.open(tmp_path / "race.gif") as image:
        assert image.n_frames == 6
        assert image.size == size


def test_that_the_film_moves_between_the_steps_too(
    qtbot: QtBot, lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lab.show(steps=5, step=0)
    QApplication.processEvents()
    width, height = lab.canvas.width() // 2 * 2, lab.canvas.height() // 2 * 2
    film(qtbot, lab, monkeypatch, tmp_path / "race.mp4", "mp4")
    with av.open(str(tmp_path / "race.mp4")) as file:
        pictures = [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)]
    assert len(pictures) >= 50
    assert pictures[0].shape == (height, width, 3)
    assert (pictures[3] != pictures[0]).any()


def test_that_a_film_without_its_package_says_what_to_install(lab: DescentLab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    lab.find(QAction, "descent.export.mp4").trigger()
    told = lab.window.findChild(ErrorDialog)
    assert told is not None
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "pip install av" in words
    told.close()


def test_that_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(panel, "show_error", lambda _parent, error: told.append(error))
    monkeypatch.setattr(dialog, "show_error", lambda _parent, error: told.append(error))
    for kind in ("png", "svg", "csv", "gif", "mp4"):
        film(qtbot, lab, monkeypatch, tmp_path / "nowhere" / "race", kind)
    assert [type(error) for error in told] == [FileError] * 5


def test_that_nothing_is_written_without_a_name(lab: DescentLab, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    lab.find(QAction, "descent.export.png").trigger()
    assert not list(tmp_path.glob("*.png"))
