"""Why this class: six explanations, another class, and the check with random weights."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.probes.attribution_comparison import METHODS
from tests.workbench.panels.acting import Make
from tests.workbench.panels.running import experiment, shown, train_to
from workbench.panels.attribution.panel import AttributionPanel
from workbench.specimen import specimen_of

NETWORK = "Conv(4, 3) ReLU MaxPool(2) Flatten Affine(10)"


def explained(qtbot: QtBot, panel: AttributionPanel) -> dict[str, np.ndarray]:
    qtbot.waitUntil(lambda: not panel._rounds.is_busy and len(panel._heats) >= 5, timeout=10_000)
    return dict(panel._heats)


def opened(qtbot: QtBot, make: Make, network: str = NETWORK, **settings: object) -> AttributionPanel:
    return shown(qtbot, AttributionPanel(make(experiment(network, **settings))), 1000, 330)


def test_that_all_explanations_stand_beside_each_other_with_a_caution(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    explained(qtbot, panel)
    lefts = []
    for method in METHODS:
        card = panel.cards[method]
        assert card.heat.isVisible()
        assert not card.random.isVisible()
        assert len(card.caution.text()) > 40
        lefts.append(card.heat.x())
    assert lefts == sorted(lefts)
    assert len(set(lefts)) == len(METHODS)
    assert "sum" in panel.cards["integrated_gradients"].number.whole
    assert panel.note.startswith("why")


def test_that_random_weights_are_one_click_away_and_the_likeness_is_a_number(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = explained(qtbot, panel)
    place = QPoint(round(panel.weights._cells()[1].center().x()), 12)
    qtbot.mouseClick(panel.weights, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: "occlusion/random" in panel._heats, timeout=10_000)
    for method in METHODS:
        assert panel.cards[method].random.isVisible()
        assert panel.cards[method].number.whole.startswith("alike")
    assert not np.allclose(panel._heats["saliency/random"], before["saliency"])
    panel.weights.take("trained")
    assert not panel.cards["saliency"].random.isVisible()


def test_that_another_class_and_another_sample_are_explained_otherwise(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = explained(qtbot, panel)
    panel.class_choice.set_key("7")
    panel.class_choice.taken.emit("7")
    qtbot.waitUntil(lambda: not np.allclose(explained(qtbot, panel)["occlusion"], before["occlusion"]), timeout=10_000)
    assert "“7”" in panel.note
    before = explained(qtbot, panel)
    specimen_of(panel.workspace).take_sample(3)
    qtbot.waitUntil(lambda: not np.allclose(panel._heats["occlusion"], before["occlusion"]), timeout=10_000)


def test_that_the_explanation_follows_training(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make)
    before = explained(qtbot, panel)
    train_to(qtbot, panel.workspace, 6)
    qtbot.waitUntil(lambda: not np.allclose(panel._heats["occlusion"], before["occlusion"]), timeout=10_000)


def test_that_a_network_without_maps_is_explained_as_far_as_it_can_be(make: Make, qtbot: QtBot) -> None:
    panel = opened(qtbot, make, "Affine(10)", flatten=True)
    explained(qtbot, panel)
    qtbot.waitUntil(lambda: panel.cards["grad_cam"].number.whole == "needs maps", timeout=5000)
    assert not panel.cards["grad_cam"].heat.isVisible()
    assert panel.cards["saliency"].heat.isVisible()


def test_that_points_of_the_plane_say_why_there_is_nothing(make: Make, qtbot: QtBot) -> None:
    panel = shown(qtbot, AttributionPanel(make(experiment("Affine(2)", "Circle", samples=60))))
    assert panel.empty.isVisible()
