"""Schedules have known values at known moments."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.schedules import SCHEDULES, Schedule
from core.text import parse_component

TOTAL = 1000
KNOWN: dict[str, dict[int, float]] = {
    "Constant": {0: 1, 500: 1, 999: 1},
    "StepDecay(every=0.25, ratio=0.1)": {0: 1, 249: 1, 250: 0.1, 500: 0.01, 999: 0.001},
    "StepDecay(every=0.1, ratio=0.5)": {99: 1, 100: 0.5, 300: 0.125, 700: 0.5**7},
    "Exponential(end=0.01)": {0: 1, 500: 0.1, 1000: 0.01},
    "Cosine": {0: 1, 250: (1 + math.sqrt(0.5)) / 2, 500: 0.5, 1000: 0},
    "Cosine(end=0.2)": {0: 1, 500: 0.6, 1000: 0.2},
    "WarmUp(share=0.1)": {0: 0.01, 49: 0.5, 99: 1, 100: 1, 999: 1},
    "WarmUp(share=0.2, then='cosine')": {0: 1 / 200, 199: 1, 200: 1, 600: 0.5, 1000: 0},
    "WarmUp(share=0)": {0: 1, 999: 1},
    "WarmUp(share=1, then='cosine')": {0: 0.001, 999: 1},
}


def made(text: str) -> Schedule:
    return SCHEDULES.build(parse_component(text, SCHEDULES))


def test_that_every_schedule_is_in_the_battery() -> None:
    assert {text.split("(")[0] for text in KNOWN} == set(SCHEDULES.names())


@pytest.mark.parametrize("text", KNOWN)
def test_that_the_factor_is_known_at_known_moments(text: str) -> None:
    schedule = made(text)
    for iteration, factor in KNOWN[text].items():
        assert schedule.factor(iteration, TOTAL) == pytest.approx(factor, abs=1e-12), iteration


@pytest.mark.parametrize("text", KNOWN)
def test_that_the_factor_is_always_a_share(text: str) -> None:
    schedule = made(text)
    for total in (0, 1, 2, 7, 1000):
        for iteration in (0, 1, 5, total // 2, max(total - 1, 0), total, 10 * total):
            factor = schedule.factor(iteration, total)
            assert type(factor) is float
            assert 0 <= factor <= 1
    assert made(text).factor(0, 1) > 0


@pytest.mark.parametrize("text", [text for text in KNOWN if not text.startswith("WarmUp")])
def test_that_the_factor_never_grows_after_the_start(text: str) -> None:
    factors = [made(text).factor(iteration, 100) for iteration in range(100)]
    assert (np.diff(factors) <= 1e-12).all()
