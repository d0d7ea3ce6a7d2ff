"""The names on the plane stand where nothing else is in the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.workbench.panels.perceptron_lab import Lab
from workbench.panels.perceptron_plane.geometry import tip_of
from workbench.panels.perceptron_plane.lettering import crosses
from workbench.widgets.kept_text import KeptText


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[Lab]:
    made = Lab(qtbot)
    yield made
    assert made.workspace.close(30.0)


@pytest.fixture
def written(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> dict[str, QRectF]:
    """Where each text was drawn last."""
    found: dict[str, QRectF] = {}
    draw = KeptText.draw

    def noted(kept: KeptText, painter: QPainter, x: float, y: float, text: str, *rest: object, **more: object) -> None:
        wide = kept.width(text)
        found[text] = QRectF(x - wide * float(str(more.get("align", 0.0))), y - 8, wide, 16)
        draw(kept, painter, x, y, text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(KeptText, "draw", noted)
    lab.canvas.setFixedSize(416, 400)  # as beside the other panels at 1280 px
    return found


def around(handle: QPointF) -> QRectF:
    return QRectF(handle.x() - 18, handle.y() - 18, 36, 36)


def test_that_the_name_of_the_other_rule_keeps_off_the_handles(lab: Lab, written: dict[str, QRectF]) -> None:
    lab.show(target=(0, 1, 1, 0))
    seen = 0
    for _ in range(20):
        lab.click(lab.find(QPushButton, "perceptron.pass"))
        written.clear()
        lab.canvas.grab()
        scene = lab.canvas.scene()
        if scene.beside is None or scene.handles is None or scene.beside.name not in written:
            continue
        seen += 1
        for at in (scene.handles.move, scene.handles.turn):
            assert at is None or not written[scene.beside.name].intersects(around(lab.pixel(*at)))
    assert seen > 10


def test_that_the_name_of_w_keeps_off_the_handles_and_its_arrow(lab: Lab, written: dict[str, QRectF]) -> None:
    for weights in ((1.0, -1.0, -0.5), (-1.0, 1.0, -0.5), (0.5, 0.5, -0.7), (0.5, 0.5, -0.2), (-0.5, -0.5, 0.7)):
        written.clear()
        lab.show(w1=weights[0], w2=weights[1], b=weights[2])
        lab.canvas.grab()
        place = next(place for text, place in written.items() if text.startswith("w = "))
        found = lab.canvas.scene().handles
        assert found is not None
        assert found.turn is not None
        base, tip = lab.pixel(*found.base), lab.pixel(*tip_of(found, weights))
        arrow = (base.x(), base.y(), tip.x() - base.x(), tip.y() - base.y())
        assert not crosses(arrow, place.left(), place.top(), place.right(), place.bottom()), weights
        for handle in (lab.pixel(*found.move), lab.pixel(*found.turn)):
            assert not place.intersects(around(handle)), weights
