"""The names on the plane stand where nothing else is in the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
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


def test_that_the_name_of_w_keeps_off_the_handles_of_the_line(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, tuple[float, float, float]] = {}
    draw = KeptText.draw

    def noted(kept: KeptText, painter: QPainter, x: float, y: float, text: str, *rest: object, **more: object) -> None:
        written[text] = (x, y, kept.width(text))
        draw(kept, painter, x, y, text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(KeptText, "draw", noted)
    lab.canvas.setFixedSize(416, 400)  # as beside the other panels at 1280 px
    for weights in ((1.0, -1.0, -0.5), (-1.0, 1.0, -0.5), (0.5, 0.5, -0.7), (0.5, 0.5, -0.2), (-0.5, -0.5, 0.7)):
        written.clear()
        lab.show(w1=weights[0], w2=weights[1], b=weights[2])
        lab.canvas.grab()
        x, y, width = next(place for text, place in written.items() if text.startswith("w = "))
        found, box = lab.canvas.scene().handles, (x, y - 8, x + width, y + 8)
        assert found is not None
        assert found.turn is not None
        base, tip = lab.pixel(*found.base), lab.pixel(*tip_of(found, weights))
        assert not crosses((base.x(), base.y(), tip.x() - base.x(), tip.y() - base.y()), *box), weights
        for handle in (lab.pixel(*found.move), lab.pixel(*found.turn)):
            assert not QRectF(x, y - 8, width, 16).intersects(QRectF(handle.x() - 18, handle.y() - 18, 36, 36)), weights
