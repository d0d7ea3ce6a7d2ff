"""A button that copies as text, or exports picture and truth table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from core.errors import FileError
from workbench.errors import show_error
from workbench.widgets.buttons import IconButton


class ExportButton(IconButton):
    """Opens a menu of text, PNG, SVG and CSV.

    Parameters
    ----------
    copy_text
        Puts the text on the clipboard.
    writers
        What writes a file, by its suffix: ``"png"``, ``"svg"`` and ``"csv"``.
    stem
        What the file is called before the person chooses.
    """

    def __init__(self, name: str, copy_text: Callable[[], None], writers: dict[str, Callable[[Path], None]], stem: str) -> None:
        super().__init__(name, "download")
        self._writers, self._stem = writers, stem
        menu = QMenu(self)
        menu.setObjectName(f"{name}.menu")
        self.setMenu(menu)
        self._entries = {"text": menu.addAction("", copy_text)}
        for suffix in writers:
            self._entries[suffix] = menu.addAction("", lambda suffix=suffix: self._save(suffix))
        for key, action in self._entries.items():
            action.setObjectName(f"{name}.{key}")
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.set_words(self.tr("Copy or export"))
        self._entries["text"].setText(self.tr("Copy as text"))
        words = {"png": self.tr("Picture (PNG)…"), "svg": self.tr("Picture (SVG)…"), "csv": self.tr("Truth table (CSV)…")}
        for suffix in self._writers:
            self._entries[suffix].setText(words[suffix])

    def _save(self, suffix: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{self._stem}.{suffix}", f"*.{suffix}")
        if not chosen:
            return
        path = Path(chosen)
        try:
            self._writers[suffix](path if path.suffix == f".{suffix}" else path.with_name(f"{path.name}.{suffix}"))
        except FileError as error:
            show_error(self, error)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
