"""Languages change while the window is open, and texts of the engine come along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from core.datasets.image_folder import ImageFolder
from core.errors import CoreError, SettingError
from core.layers import LAYERS
from workbench.translation import use_language
from workbench.translation.core_text import error_text, translate_core
from workbench.widgets.number_field import NumberField


@pytest.fixture(autouse=True)
def _english_again(qapp) -> Iterator[None]:
    yield
    use_language(qapp, "en")


def test_that_texts_follow_the_language_and_come_back(qapp, qtbot) -> None:
    use_language(qapp, "ja")
    assert QCoreApplication.translate("Labs", "Train") == "学習"
    assert translate_core("Learning rate") == "学習率"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() != "Cancel"
    use_language(qapp, "en")
    assert QCoreApplication.translate("Labs", "Train") == "Train"
    assert qapp.findChildren(QTranslator) == [] or qapp.property("language") != "ja"


def test_that_a_suggestion_is_translated_too(qapp) -> None:
    with pytest.raises(CoreError) as caught:
        LAYERS.get("Afine")
    assert error_text(caught.value) == "There is no layer called Afine. Did you mean Affine?"
    use_language(qapp, "ja")
    assert "Affine" in error_text(caught.value)
    assert "Did you mean" not in error_text(caught.value)


def test_that_open_widgets_are_told(qapp, qtbot) -> None:
    field = NumberField("f")
    qtbot.addWidget(field)
    use_language(qapp, "ja")
    field.setText("x")
    field.textEdited.emit("x")
    assert "数" in field.message


def test_that_errors_of_the_engine_keep_their_numbers(qapp) -> None:
    error = SettingError("setting_low", owner="Conv", field="stride", received=0, minimum=1)
    assert error_text(error) == str(error)
    use_language(qapp, "ja")
    said = error_text(error)
    assert said != str(error)
    assert all(part in said for part in ("Conv", "stride", "0", "1"))


def test_that_the_words_in_an_error_are_translated_with_it(qapp, tmp_path) -> None:
    with pytest.raises(CoreError) as caught:
        ImageFolder(path=str(tmp_path)).load(0)
    assert "subfolders" in error_text(caught.value)
    use_language(qapp, "ja")
    assert "サブフォルダー" in error_text(caught.value)


def test_that_an_unknown_text_stays_english(qapp) -> None:
    use_language(qapp, "ja")
    assert translate_core("No such text at all") == "No such text at all"
    assert translate_core("") == ""
