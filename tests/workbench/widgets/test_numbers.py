import math

import pytest

from workbench.widgets.numbers import duration, figure, parse_number, percent, plain_number, short_count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1e-3", 0.001),
        (" 0.5 ", 0.5),
        ("−0.70", -0.7),
        ("1,000", 1000),
        ("1/255", 1 / 255),
        ("2**5", 32),
        ("2^5", 32),
        ("50 %", 0.5),
        ("3 × (1 + 1)", 6),
        ("+2", 2),
    ],
)
def test_that_a_number_is_understood_as_people_write_it(text: str, number: float) -> None:
    assert parse_number(text) == pytest.approx(number)


@pytest.mark.parametrize(
    "text",
    ["", "1e", "abc", "1/0", "nan", "inf", "1e999", "9**9**9**9", "(-1)**0.5", "__import__('os')", "True", "1;2", "%", "1" * 99],
)
def test_that_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("number", [0, 1, -0.7, 0.001, 1e-8, 123456, 3.14159, -2.5e-12])
def test_that_what_a_field_shows_is_read_back(number: float) -> None:
    assert parse_number(plain_number(number)) == pytest.approx(number)


def test_that_figures_keep_three_or_four_places() -> None:
    shown = [figure(v) for v in (0.03451, 2.3026, 31.41592, 314.16, 31415.9, 1.5e-7, 0, math.nan, math.inf, -0.5)]
    assert shown == ["0.0345", "2.303", "31.42", "314.2", "31,416", "1.50e−7", "0", "—", "∞", "−0.5000"]


def test_that_counts_are_short_from_ten_thousand_on() -> None:
    thin = "\N{THIN SPACE}"
    assert [short_count(v) for v in (842, 9840, 65_536, 442_368, 2_359_296, 1.3e10)] == [
        "842",
        "9,840",
        f"65.5{thin}k",
        f"442{thin}k",
        f"2.36{thin}M",
        f"13.0{thin}G",
    ]


def test_that_shares_and_times_read_as_in_the_window() -> None:
    assert percent(0.9881) == "98.81\N{THIN SPACE}%"
    assert percent(math.nan) == "—"
    assert [duration(s) for s in (9, 750, 3723, math.inf)] == ["0:09", "12:30", "1:02:03", "—"]
