"""Text that changes with the line: its markup, its lines, and what is painted of it."""

from __future__ import annotations

import pytest

from workbench.perceptron.live_text import LiveText, Run, runs_of


@pytest.fixture
def text(qtbot):
    made = LiveText("text")
    qtbot.addWidget(made)
    made.resize(300, made.height())
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_markup_becomes_runs_and_signs_stay_what_they_are():
    assert runs_of("0.3 > 0, so <b>y = 1</b>") == (Run("0.3 > 0, so "), Run("y = 1", bold=True))
    assert runs_of("e<sup>−2</sup><ok>4</ok>") == (Run("e"), Run("−2", raised=True), Run("4", tone="ok"))


def test_that_a_screen_reader_gets_the_words_without_markup(text):
    text.set_text("<text2>row 1</text2><br>z = <b>0.30</b>")
    assert text.accessibleName() == "row 1\nz = 0.30"


@pytest.mark.parametrize(
    "words", ["one line of words that is too long for its room", "直線では分離できないので重みは存在しません。"]
)
def test_that_a_long_line_is_broken_and_nothing_of_it_is_lost(text, words):
    one = text.height()
    text.resize(100, one)
    text.set_text(words)
    assert text.height() > one
    shown = "".join(placed.run.text for line in text._lines for placed in line)
    assert shown == words
    widths = [sum(text._face(p.run)[1].horizontalAdvance(p.run.text.rstrip()) for p in line) for line in text._lines]
    assert max(widths) <= 100


def test_that_text_that_becomes_shorter_keeps_its_room(text):
    text.set_text("one<br>two")
    two = text.height()
    text.set_text("one")
    assert text.height() == two
