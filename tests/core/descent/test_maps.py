"""Maps say what single races say, and the edge of divergence is where theory puts it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.descent.maps import basin_map, edge_of_divergence, march, rate_map
from core.descent.objective import objective_of
from core.descent.path import run_path
from core.descent.spec import DescentSpec, Racer

RAVINE = DescentSpec()


@pytest.mark.parametrize("kind", ["SGD", "Momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "AdamW"])
def test_that_many_rates_at_once_go_the_ways_they_go_alone(kind: str) -> None:
    rates = np.array([0.01, 0.1, 0.4])
    objective = objective_of(RAVINE)
    starts = np.repeat(np.array([[-7.0], [2.0]]), 3, axis=1)
    *_, together = march(objective, RAVINE, Racer.of(kind), starts, rates=rates, steps=RAVINE.steps)
    for column, rate in enumerate(rates):
        alone = run_path(objective, RAVINE, Racer.of(kind, lr=float(rate)))
        np.testing.assert_allclose(together[:, column], alone.at[-1, :, 0], rtol=1e-12)


@pytest.mark.parametrize(("surface", "edge"), [("Ravine", 1.0), ("Bowl", 1.0)])
def test_that_the_edge_of_sgd_on_a_quadratic_is_2_through_its_curvature(surface: str, edge: float) -> None:
    spec = DescentSpec().on_surface(surface)
    assert edge_of_divergence(objective_of(spec), spec, Racer.of("SGD")) == pytest.approx(edge, rel=2e-3)


def test_that_momentum_moves_the_edge_out_as_theory_says() -> None:
    found = edge_of_divergence(objective_of(RAVINE), RAVINE, Racer.of("Momentum"))
    assert found == pytest.approx(2 * 1.9 / 2, rel=0.02), "2·(1 + μ)/L"


def test_that_without_an_end_below_there_is_no_edge_or_a_late_one() -> None:
    spec = DescentSpec().on_surface("Saddle")
    found = edge_of_divergence(objective_of(spec), spec, Racer.of("SGD"))
    assert found is None or found > 1


def test_that_the_map_of_rates_counts_the_steps_of_single_races() -> None:
    rates, momenta = np.array([0.05, 0.5, 1.2]), np.array([0.0, 0.8])
    objective = objective_of(RAVINE)
    table = rate_map(objective, RAVINE, Racer.of("Momentum"), rates=rates, momenta=momenta, most=200)
    assert np.isinf(table.steps[0, 2]), "beyond the edge without momentum"
    for row, column in ((0, 1), (1, 0), (1, 2)):
        racer = Racer.of("Momentum", lr=float(rates[column]), momentum=float(momenta[row]))
        path = run_path(objective, replace(RAVINE, steps=200), racer)
        far = np.hypot(*path.at[:, :, 0].T) > 0.01 * np.hypot(7, 2)
        assert table.steps[row, column] == int(np.flatnonzero(far)[-1]) + 1


def test_that_himmelblau_has_four_basins_around_its_minima() -> None:
    spec = replace(DescentSpec().on_surface("Himmelblau"), steps=80)
    objective = objective_of(spec)
    found = basin_map(objective, spec, Racer.of("SGD", lr=0.01), spec.view, columns=40, rows=40)
    assert found.ends.shape == (40, 40)
    assert (found.shares() > 0.1).all()
    left, right, bottom, top = spec.view
    for number, (x, y) in enumerate(objective.minima):
        column, row = int((x - left) / (right - left) * 40), int((top - y) / (top - bottom) * 40)
        assert found.ends[row, column] == number


def test_that_a_surface_without_minima_has_no_basin() -> None:
    spec = DescentSpec().on_surface("Saddle")
    found = basin_map(objective_of(spec), spec, Racer.of("SGD", lr=0.01), spec.view, columns=8, rows=6)
    assert (found.ends == -1).all()
    assert not len(found.shares())
