"""How panels share the window's time while a network trains."""

from __future__ import annotations

from collections import Counter

from workbench.pacing import SHARE, FramePacer


class Hours:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def run(costs: dict[str, float], seconds: float, tick: float = 0.033) -> tuple[Counter[str], float]:
    """Let panels of such costs be offered at every tick; return how often each was drawn and the share of time spent."""
    clock, drawn = Hours(), Counter[str]()
    pacer = FramePacer(clock, clock)
    spent = 0.0

    def draw(name: str) -> None:
        clock.now += costs[name]
        drawn[name] += 1

    while clock.now < seconds:
        clock.now += tick
        before = clock.now
        pacer.begin_tick()
        for name in costs:
            pacer.offer(name, lambda name=name: draw(name))
        pacer.draw_some()
        pacer.end_tick()
        spent += clock.now - before
    return drawn, spent / clock.now


def test_that_cheap_panels_are_drawn_at_every_tick() -> None:
    drawn, _ = run({"a": 0.0005, "b": 0.0005}, 3.3)
    assert min(drawn.values()) >= 95


def test_that_expensive_panels_stay_within_the_allowance_and_none_starves() -> None:
    drawn, share = run({"a": 0.004, "b": 0.012, "c": 0.002, "d": 0.006}, 20.0)
    assert share <= SHARE * 1.1
    assert max(drawn.values()) - min(drawn.values()) <= 2


def test_that_one_tick_draws_no_heap_of_panels() -> None:
    clock, drawn = Hours(), []
    pacer = FramePacer(clock, clock)
    for number in range(10):
        pacer.offer(number, lambda number=number: drawn.append(number))
    clock.now = 10.0
    pacer.begin_tick()
    pacer.draw_some()
    assert 1 <= len(drawn) <= 3


def test_that_a_later_offer_keeps_the_place_of_the_earlier_one() -> None:
    pacer, drawn = FramePacer(Hours(), Hours()), []
    pacer.offer("a", lambda: drawn.append("old a"))
    pacer.offer("b", lambda: drawn.append("b"))
    pacer.offer("a", lambda: drawn.append("new a"))
    pacer.draw_all()
    assert drawn == ["new a", "b"]


def test_that_what_a_hand_asked_for_while_it_drew_stops_the_frames_for_a_few_seconds_only() -> None:
    clock = Hours()
    pacer = FramePacer(clock, clock)
    for _ in range(200):  # answers at once, whatever they cost
        pacer.begin_tick()
        clock.now += 0.02
        pacer.end_tick()
    assert not pacer.can_pay
    clock.now += 4.0
    pacer.begin_tick()
    assert pacer.can_pay
