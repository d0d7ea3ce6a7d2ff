"""What the plane gives away: text, pictures and the truth table, of two inputs and of three."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tests.workbench.panels.perceptron_lab import Lab
from workbench.perceptron.export_button import ExportButton
from workbench.widgets.segmented import Segmented


@pytest.fixture
def lab(qtbot):
    made = Lab(qtbot)
    yield made
    made.workspace.close()


def choose(lab: Lab, entry: str) -> None:
    button = lab.find(ExportButton, "perceptron.export")
    action = next(a for a in button.menu().actions() if a.objectName() == f"perceptron.export.{entry}")
    assert isinstance(action, QAction)
    action.trigger()


def test_that_the_unit_is_copied_as_text(lab):
    choose(lab, "text")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "AND: w1 = 0.5, w2 = 0.5, b = -0.7, step"
    assert lines[-1].split() == ["1", "1", "0.3", "1", "1"]


@pytest.mark.parametrize(("view", "count"), [("inputs", 5), ("cube", 9)])
def test_that_picture_and_table_are_those_of_what_is_in_front(lab, tmp_path, monkeypatch, view, count):
    lab.find(Segmented, "perceptron.view").take(view)
    for suffix in ("png", "svg", "csv"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, suffix=suffix: (str(tmp_path / f"unit.{suffix}"), ""))
        choose(lab, suffix)
    assert QImage(str(tmp_path / "unit.png")).width() > 200
    drawing = (tmp_path / "unit.svg").read_text()
    if view == "inputs":
        assert "<image" not in drawing
        assert "(1, 1)" in drawing
    assert ("y = 1" if view == "inputs" else "<svg") in drawing  # letters, which stay sharp at any size
    with (tmp_path / "unit.csv").open() as file:
        assert len(list(csv.reader(file))) == count
