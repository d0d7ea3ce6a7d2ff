"""The languages of the window: where texts come from, and how one language takes the place of another."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from workbench.settings import Language

CATALOGUES: Final = ("workbench", "qtbase")
"""Ours, and Qt's own words such as those of standard buttons."""


def language_code(language: Language) -> str:
    """Return ``"en"`` or ``"ja"`` for a choice."""
    if language == "system":
        return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"
    return language


def use_language(application: QCoreApplication | None, language: Language) -> None:
    """Show all texts in a language at once: every widget gets a LanguageChange event."""
    if application is None:
        return
    code = language_code(language)
    if application.property("language") == code:
        return
    application.setProperty("language", code)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(code))
    if code == "en":
        return
    for name in reversed(CATALOGUES):
        translator = QTranslator(application)
        if _load(translator, name, code):
            application.installTranslator(translator)


def _load(translator: QTranslator, name: str, code: str) -> bool:
    if name == "qtbase":
        return translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    with as_file(files("resources") / "translations" / f"{name}_{code}.qm") as path:
        return translator.load(str(path))
