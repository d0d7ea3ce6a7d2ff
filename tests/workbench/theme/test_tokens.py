"""Text and graphics stand out from what they are drawn on, in light and dark."""

import re
from importlib.resources import files

import pytest

from workbench.theme import tokens
from workbench.theme.oklab import contrast
from workbench.theme.stylesheet import stylesheet

SURFACES = ("window", "panel", "head", "surface", "plot")
READ = [
    *((text, on) for text in ("text", "text2", "text3", "accent", "ok", "warn", "error") for on in SURFACES),
    *((text, on) for text in ("text", "text2") for on in ("hover", "wash", "warn_wash", "error_wash")),
    ("warn", "warn_wash"),
    ("error", "error_wash"),
    ("accent", "wash"),
    ("on_accent", "accent"),
    ("on_tooltip", "tooltip"),
    ("ink_light", "ink_dark"),
]
SEEN = [
    ("axis", "panel"),
    ("axis", "surface"),
    ("axis", "plot"),
    *((name, on) for name in tokens.TOKENS if name.startswith("family_") for on in ("panel", "surface", "hover", "wash")),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "on"), READ)
def test_that_text_can_be_read(text: str, on: str, dark: bool) -> None:
    assert contrast(tokens.TOKENS[text][dark], tokens.TOKENS[on][dark]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("graphic", "on"), SEEN)
def test_that_graphics_can_be_seen(graphic: str, on: str, dark: bool) -> None:
    assert contrast(tokens.TOKENS[graphic][dark], tokens.TOKENS[on][dark]) >= 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_that_every_run_can_be_seen_on_a_plot(dark: bool) -> None:
    plot = tokens.TOKENS["plot"][dark]
    assert min(contrast(colour, plot) for colour in (*tokens.RUNS[dark], *tokens.VALIDATION[dark])) >= 3


def test_that_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_that_the_style_sheet_knows_all_its_tokens_and_no_colour() -> None:
    filled = stylesheet({name: pair[0] for name, pair in tokens.TOKENS.items()})
    template = (files("workbench") / "theme" / "stylesheet.qss").read_text(encoding="utf-8")
    assert "@" not in filled
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|rgba?\(", template)
