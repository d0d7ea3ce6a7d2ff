"""The book's figures come out to the digit, and every condition of a race does what it says."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from core.descent.objective import Objective, newton_direction, objective_of
from core.descent.path import Path, run_path
from core.descent.presets import PRESETS, preset
from core.descent.spec import DescentSpec, Racer
from core.errors import CoreError
from core.expressions import parse_expression
from core.fields import ComponentSpec
from core.serial import from_json, to_json
from core.surfaces import SURFACES


def paths(spec: DescentSpec) -> list[Path]:
    objective = objective_of(spec)
    return [run_path(objective, spec, racer) for racer in spec.racers]


def sgd(rate: float) -> tuple[Racer, ...]:
    return (Racer.of("SGD", lr=rate),)


def test_that_the_race_of_the_book_ends_as_measured_from_its_own_code() -> None:
    expected = {
        "SGD": (-0.3504, 0.0848, 0.01333, 0.01333, 37.0),
        "Momentum": (0.8964, 0.0881, 0.04794, 0.00954, 12.8),
        "AdaGrad": (-0.1202, 0.0, 0.00072, 0.00072, 7.6),
        "Adam": (0.1360, 0.3182, 0.10221, 0.03791, 8.3),
    }
    for path in paths(preset("race").spec):
        x, y, f, best, length = expected[path.racer.optimizer.kind]
        assert path.at[30, :, 0] == pytest.approx((x, y), abs=1e-4)
        assert float(path.value[30, 0]) == pytest.approx(f, abs=1e-5)
        assert float(path.value.min()) == pytest.approx(best, abs=1e-5)
        assert path.length(30) == pytest.approx(length, abs=0.05)
        assert path.diverged.tolist() == [-1]


@pytest.mark.parametrize(
    ("name", "step", "end"),
    [
        ("right", 20, (-0.0346, 0.0461)),
        ("right", 100, (-6.1e-10, 8.1e-10)),
        ("large", 100, (-2.5898e13, -1.2952e12)),
        ("small", 100, (-2.99999994, 3.99999992)),
    ],
)
def test_that_the_learning_rates_of_the_book_end_where_its_figures_say(name: str, step: int, end: tuple[float, float]) -> None:
    [path] = paths(preset(name).spec)
    assert path.at[step, :, 0] == pytest.approx(end, rel=1e-2 if name == "right" else 1e-4)


def test_that_exact_gradients_at_a_rate_of_10_go_much_farther_than_rounded_ones() -> None:
    [path] = paths(replace(preset("large").spec, slope="exact"))
    assert path.at[100, :, 0] == pytest.approx((-2.25e128, 3.00e128), rel=1e-2)


def test_that_a_path_that_is_lost_is_flagged_where_it_left_and_not_before() -> None:
    [path] = paths(preset("large").spec)
    assert path.diverged.tolist() == [3]
    assert paths(preset("right").spec)[0].diverged.tolist() == [-1]


def test_that_numbers_too_large_for_the_computer_end_a_path_without_a_warning() -> None:
    spec = replace(DescentSpec().on_surface("Rosenbrock"), racers=sgd(1.0), steps=40)
    [path] = paths(spec)
    last = path.last_finite(40)
    assert 0 < int(path.diverged[0]) <= last < 40
    assert np.isnan(path.at[40]).all()
    assert np.isfinite(path.at[last]).all()
    assert np.isfinite(path.length(40))


def test_that_the_edge_of_a_quadratic_is_2_through_its_curvature() -> None:
    for rate, grows in ((0.999, False), (1.001, True)):
        [path] = paths(replace(DescentSpec(), racers=sgd(rate), steps=200))
        assert bool(abs(path.at[200, 1, 0]) > abs(path.at[0, 1, 0])) is grows


def test_that_each_start_has_the_path_it_would_have_alone() -> None:
    starts = ((-7.0, 2.0), (1.0, -1.0), (2.5, 3.0))
    racers = (*DescentSpec().racers, Racer.of("SGD", newton=True, lr=1.0))
    for clip in (0.0, 0.7):
        spec = replace(DescentSpec().on_surface("Himmelblau"), starts=starts, racers=racers, clip=clip)
        for number, start in enumerate(starts):
            for together, alone in zip(paths(spec), paths(replace(spec, starts=(start,))), strict=True):
                np.testing.assert_array_equal(together.at[:, :, number], alone.at[:, :, 0])


def test_that_newton_is_at_the_minimum_of_a_quadratic_after_one_step() -> None:
    racer = Racer.of("SGD", newton=True, lr=1.0)
    for surface in ("Ravine", "Booth"):
        spec = replace(DescentSpec().on_surface(surface), racers=(racer,))
        [path] = paths(spec)
        assert float(objective_of(spec).distance_to_minimum(path.at[1])[0]) < 1e-6


def test_that_newton_goes_to_a_saddle_as_it_goes_to_a_minimum() -> None:
    spec = replace(DescentSpec().on_surface("Saddle"), racers=(Racer.of("SGD", newton=True, lr=1.0),))
    [path] = paths(spec)
    assert np.abs(path.at[2]).max() < 1e-6


def test_that_newton_moves_along_the_only_curved_direction() -> None:
    flat = Objective(parse_expression("(x + y)**2"), np.empty((0, 2)))
    assert newton_direction(flat, np.array([1.0, 2.0])) == pytest.approx([1.5, 1.5], rel=1e-4)


def test_that_noise_is_the_same_for_everyone_and_shrinks_with_the_batch() -> None:
    spec = replace(DescentSpec(), noise=2.0, racers=sgd(0.1) * 2)
    first, second = paths(spec)
    np.testing.assert_array_equal(first.at, second.at)
    [wide] = paths(replace(spec, racers=sgd(0.0), steps=2000))
    [narrow] = paths(replace(spec, racers=sgd(0.0), steps=2000, batch=100))
    assert (wide.seen - wide.exact[:-1]).std() == pytest.approx(2.0, rel=0.05)
    assert (narrow.seen - narrow.exact[:-1]).std() == pytest.approx(0.2, rel=0.05)
    [other] = paths(replace(spec, racers=sgd(0.1), seed=1))
    assert not np.array_equal(first.at, other.at)


def test_that_clipping_keeps_the_direction_and_limits_the_length() -> None:
    [path] = paths(replace(DescentSpec(), clip=0.5, racers=sgd(0.1)))
    lengths = np.hypot(path.seen[:, 0], path.seen[:, 1])
    assert lengths.max() == pytest.approx(0.5)
    cross = path.seen[:, 0] * path.exact[:-1, 1] - path.seen[:, 1] * path.exact[:-1, 0]
    assert np.abs(cross).max() < 1e-12


def test_that_a_schedule_lowers_the_rate_of_every_racer() -> None:
    for path in paths(replace(DescentSpec(), schedule=ComponentSpec.of("Exponential", end=0.01))):
        assert path.rate[0] == path.racer.rate
        assert path.rate[-1] < 0.02 * path.racer.rate


def test_that_the_state_of_the_optimizer_is_kept_at_every_step() -> None:
    momentum = paths(DescentSpec())[1]
    v = momentum.state["v"]
    np.testing.assert_allclose(momentum.at[1:] - momentum.at[:-1], v[1:])
    np.testing.assert_allclose(v[1:], 0.9 * v[:-1] - 0.1 * momentum.seen)


@pytest.mark.parametrize("each", PRESETS, ids=lambda each: each.name)
def test_that_a_preset_survives_the_way_through_json(each) -> None:
    spec = replace(each.spec, step=each.spec.steps)
    assert from_json(DescentSpec, json.loads(json.dumps(to_json(spec)))) == spec


@pytest.mark.parametrize(
    "changed",
    [
        {"surface": "", "formula": "x +"},
        {"surface": "Nowhere"},
        {"starts": ()},
        {"starts": ((float("nan"), 0.0),)},
        {"starts": ((1e7, 0.0),)},
        {"racers": sgd(0.1) * 9},
        {"steps": 0},
        {"step": 31},
        {"noise": -1.0},
        {"batch": 0},
        {"clip": -1.0},
        {"view": (1.0, 1.0, 0.0, 1.0)},
    ],
)
def test_that_a_race_that_cannot_be_run_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(CoreError):
        replace(DescentSpec(), **changed)


def test_that_typing_the_formula_of_a_surface_is_choosing_the_surface() -> None:
    typed = DescentSpec().on_formula("x*y")
    assert (typed.surface, typed.text, typed.view) == ("", "x*y", DescentSpec().view)
    beale = typed.on_formula(SURFACES.get("Beale").formula)
    assert (beale.surface, beale.starts, beale.view) == ("Beale", typed.starts, typed.view)
    noisy = DescentSpec().on_surface("NoisyRavine")
    assert noisy.on_formula("x**2/20 + y**2") == noisy


def test_that_the_minima_of_a_typed_formula_are_found_at_home() -> None:
    spec = replace(DescentSpec(), surface="", formula="(x**2 - 4)**2 + y**2", home=(-4.0, 4.0, -3.0, 3.0))
    objective = objective_of(spec)
    assert sorted(objective.minima[:, 0].round(6).tolist()) == [-2.0, 2.0]
    assert float(objective.distance_to_minimum(np.array([1.0, 0.0]))) == pytest.approx(1.0)
