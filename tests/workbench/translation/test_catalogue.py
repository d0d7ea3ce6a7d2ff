"""The Japanese catalogue is complete, keeps every placeholder, and is compiled.

If this fails: ``python -m workbench.translation.update``, fill in what it lists, and run it again.
"""

from __future__ import annotations

from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from workbench.translation.update import COMPILED, missing, translations

ADVICE = "run `python -m workbench.translation.update`, fill in resources/translations/workbench_ja.ts, run it again"


def placeholders(text: str) -> list[str]:
    return sorted(f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name is not None)


def test_that_every_text_has_a_japanese_translation() -> None:
    left = missing()
    listed = "\n".join(f"  {context}: {text}" for context, text in left)
    assert not left, f"{len(left)} texts have no Japanese translation; {ADVICE}:\n{listed}"


def test_that_translations_keep_their_placeholders() -> None:
    wrong = [source for (_, source), text in translations().items() if placeholders(source) != placeholders(text)]
    assert wrong == []


def test_that_the_compiled_catalogue_is_that_of_the_source(qapp) -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    stale = [text for text, there in translations().items() if translator.translate(*text) != there]
    assert not stale, f"{len(stale)} translations are not compiled; {ADVICE}"


@pytest.mark.parametrize("mark", ["!", "！"])
def test_that_the_translations_keep_the_quiet_tone(mark) -> None:
    assert [text for text in translations().values() if mark in text] == []
