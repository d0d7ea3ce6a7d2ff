"""Specs survive the way through JSON, and anything else is refused with its place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.datasets import DATASETS
from core.datasets.recipe import DataRecipe
from core.errors import CoreError, SpecError
from core.experiment import Experiment, TrainingConfig
from core.fields import ComponentSpec
from core.losses import LOSSES
from core.optimizers import OPTIMIZERS
from core.schedules import SCHEDULES
from core.serial import FORMAT, from_json, from_versioned_json, loads, to_json, to_versioned_json
from core.spec import LayerSpec, NetworkSpec
from core.text import parse_network
from tests.core.specs import components, layers, networks

SLOW = settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)

experiments = st.builds(
    Experiment,
    network=networks,
    data=st.builds(
        DataRecipe,
        source=components(DATASETS),
        flatten=st.booleans(),
        validation=st.floats(0, 0.8),
    ),
    training=st.builds(
        TrainingConfig,
        optimizer=components(OPTIMIZERS),
        schedule=components(SCHEDULES),
        loss=components(LOSSES),
        batch_size=st.integers(1, 10**6),
    ),
    seed=st.integers(0, 2**63),
    name=st.text(st.characters(codec=None), max_size=10),
)


def ids(network: NetworkSpec) -> list[str]:
    return [layer.id for layer in network.walk()]


@settings(SLOW, max_examples=25)
@given(experiments)
def test_that_an_experiment_survives_the_way_through_json(experiment: Experiment) -> None:
    text = json.dumps(to_versioned_json(experiment), allow_nan=False)
    again = from_versioned_json(Experiment, loads(text))
    assert again == experiment
    assert ids(again.network) == ids(experiment.network)
    assert json.dumps(to_versioned_json(again)) == text


@SLOW
@given(layers)
def test_that_a_layer_alone_survives_the_way_through_json(layer: LayerSpec) -> None:
    assert from_json(LayerSpec, to_json(layer)) == layer


def test_that_the_form_is_explicit() -> None:
    network = parse_network("Sequential(Affine(8, init=Normal(std=0.5)) ReLU, repeat=2, name='body')")
    assert to_json(network) == {
        "layers": [
            {
                "kind": "Sequential",
                "id": "sequential1",
                "settings": {"repeat": 2},
                "branches": [
                    [
                        {
                            "kind": "Affine",
                            "id": "affine1",
                            "settings": {"init": {"kind": "Normal", "settings": {"std": 0.5}}, "units": 8},
                        },
                        {"kind": "ReLU", "id": "relu1", "settings": {}},
                    ]
                ],
                "name": "body",
            }
        ],
        "name": "",
    }


def changed(**changes: Any) -> dict[str, Any]:
    """A good experiment as JSON with some places, written with two underscores for a dot, changed."""
    experiment = Experiment(
        network=parse_network("Flatten Affine(8) Sequential(Affine(8, init=He))"), data=DataRecipe(ComponentSpec("Digits"))
    )
    data = json.loads(json.dumps(to_versioned_json(experiment)))
    for path, value in changes.items():
        *way, last = [int(part) if part.isdigit() else part for part in path.split("__")]
        place = data
        for part in way:
            place = place[part]
        place[last] = value
    return data


@pytest.mark.parametrize(
    ("place", "value", "says"),
    [
        ("format", FORMAT + 1, "newer version"),
        ("format", "1", "format has '1'"),
        ("seed", 1.5, "seed has 1.5 where a whole number"),
        ("seed", True, "seed has True"),
        ("sead", 1, "unknown key 'sead'.*Did you mean seed"),
        ("network", [], "network has a list of 0 where an object"),
        ("network__layers", {}, "network.layers has an object"),
        ("network__layers__1__kind", "Afine", r"network.layers\[1\].kind has 'Afine'.*Did you mean Affine"),
        ("network__layers__1__settings__units", 0, r"network.layers\[1\].settings.units has 0 where a whole number from 1"),
        ("network__layers__1__settings__unit", 3, r"network.layers\[1\].settings has the unknown key 'unit'"),
        ("network__layers__1__id", "a#2", r"network.layers\[1\].id has 'a#2'"),
        ("network__layers__1__branches", [[]], r"network.layers\[1\].branches has a list of 1"),
        ("network__layers__2__branches__0__0__settings__init__kind", "Hee", r"layers\[2\].branches\[0\]\[0\].settings.init.kind"),
        ("network__layers__2__branches__0__0__settings__init", 3, r"settings.init has 3 where an object"),
        ("training__optimizer__kind", "Sgd", "training.optimizer.kind has 'Sgd'.*Did you mean SGD"),
        ("training__optimizer__settings", {"lr": float("nan")}, "training.optimizer.settings.lr has nan"),
        ("training__optimizer__settings", {"lr": 10**400}, "training.optimizer.settings.lr has a number of many digits"),
        ("training__batch_size", None, "training.batch_size has nothing"),
        ("data__validation", "0.1", "data.validation has '0.1' where a number"),
    ],
)  # fmt: skip
def test_that_an_error_names_place_value_and_expectation(place: str, value: Any, says: str) -> None:
    with pytest.raises(SpecError, match=says):
        from_versioned_json(Experiment, changed(**{place: value}))


def test_that_what_is_missing_takes_its_default_or_is_named() -> None:
    assert from_versioned_json(Experiment, {"format": 1}) == Experiment()

    @dataclass(frozen=True)
    class Strict:
        size: int

    with pytest.raises(SpecError, match="the key size"):
        from_json(Strict, {})


def test_that_unions_literals_and_pairs_are_read_by_their_hints() -> None:
    @dataclass(frozen=True)
    class Odd:
        pair: tuple[int, str] = (0, "")
        word: Literal["a", "b"] = "a"
        maybe: float | None = None
        either: int | str = 0

    odd = Odd((3, "x"), "b", 1.5, "y")
    assert from_json(Odd, to_json(odd)) == odd
    for wrong in ({"pair": [1]}, {"word": "c"}, {"maybe": "x"}, {"either": 1.5}, {"pair": [1, 2]}):
        with pytest.raises(SpecError):
            from_json(Odd, wrong)


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "NaN", '{"a": -Infinity}', "1" * 10_000, b"\xff\xfe\x00", '{"a": "\\ud8"}']
)
def test_that_broken_json_is_an_error_of_ours(text: str | bytes) -> None:
    with pytest.raises(SpecError) as caught:
        loads(text)
    assert caught.value.code == "json_broken"


def test_that_containers_in_containers_without_end_are_refused() -> None:
    data: dict[str, Any] = {"kind": "ReLU"}
    for _ in range(200):
        data = {"kind": "Sequential", "branches": [[data]]}
    with pytest.raises(SpecError, match="at most"):
        from_json(LayerSpec, data)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(10**300, 10**400) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in JSON data."""
    keys = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else []
    return [place for key in keys for place in [(data, key), *places(data[key])]]


@settings(SLOW, max_examples=150)
@given(st.data())
def test_that_mutated_json_gives_an_experiment_or_an_error_of_ours(data: st.DataObject) -> None:
    mutated = changed()
    for _ in range(data.draw(st.integers(1, 3))):
        found = places(mutated)
        container, key = data.draw(st.sampled_from(found))
        what = data.draw(st.sampled_from(["replace", "delete", "copy", "add"]))
        if what == "delete":
            del container[key]
        elif what == "copy":
            other, other_key = data.draw(st.sampled_from(found))
            if other_key in other if isinstance(other, dict) else other_key < len(other):
                container[key] = json.loads(json.dumps(other[other_key]))
        elif what == "add" and isinstance(container, dict):
            container[data.draw(st.text(max_size=4))] = data.draw(junk)
        else:
            container[key] = data.draw(junk)
        if not mutated:
            break
    try:
        assert isinstance(from_versioned_json(Experiment, mutated), Experiment)
    except CoreError as error:
        assert str(error)  # noqa: PT017 - the message has to be complete
