"""Which edits a run survives, and which values an experiment refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.datasets.recipe import DataRecipe
from core.errors import SettingError
from core.experiment import Experiment, TrainingConfig, change_between
from core.fields import ComponentSpec
from core.kernels.engine import EngineChoice
from core.spec import NetworkSpec
from core.text import parse_network

RUN = Experiment(network=parse_network("Affine(4) ReLU Affine(2)"))


def test_that_a_name_or_a_note_needs_no_restart() -> None:
    first = RUN.network.layers[0]
    named = RUN.network.replace(first.id, replace(first, name="hidden", notes="mine"))
    assert change_between(RUN, replace(RUN, network=NetworkSpec(named.layers, name="My network"))) == "none"


def test_that_a_learning_rate_applies_at_once_and_another_layer_needs_a_restart() -> None:
    faster = replace(RUN.training, optimizer=ComponentSpec.of("Adam", lr=0.1))
    assert change_between(RUN, replace(RUN, training=faster)) == "live"
    assert change_between(RUN, replace(RUN, network=parse_network("Affine(5) ReLU Affine(2)"))) == "restart"
    assert change_between(RUN, replace(RUN, seed=1)) == "restart"


def test_that_an_experiment_that_names_no_way_of_computing_leaves_that_of_its_run() -> None:
    run = replace(RUN, training=replace(RUN.training, engine=EngineChoice("winograd", 2)))
    assert change_between(run, RUN) == "none"
    assert change_between(run, replace(RUN, training=replace(RUN.training, engine=EngineChoice()))) == "live"


@pytest.mark.parametrize(
    "make",
    [
        lambda: TrainingConfig(batch_size=0),
        lambda: TrainingConfig(epochs=-1),
        lambda: Experiment(seed=-1),
        lambda: DataRecipe(scaling="bright"),
        lambda: DataRecipe(validation=0.9),
    ],
)
def test_that_a_value_out_of_range_is_refused_with_what_was_received(make) -> None:
    with pytest.raises(SettingError):
        make()
