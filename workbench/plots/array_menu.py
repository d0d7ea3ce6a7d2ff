"""What can be done with any array that is drawn: look at it large, copy it, keep it. One menu, wherever it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core.errors import FileError
from workbench.errors import show_error
from workbench.plots.array_file import ShownArray, save_array_npy, save_array_png

Find = Callable[[QPointF | None], ShownArray | None]
Places = Sequence[tuple[QRectF, ShownArray]]


def array_among(places: Places, position: QPointF | None) -> ShownArray | None:
    """Return the array whose area holds a point, the first for no point; None beside all of them."""
    if position is None:
        return places[0][1] if places else None
    return next((shown for area, shown in places if area.contains(position)), None)


class ArrayMenu(QObject):
    """Opens over an array at a right click, or with the menu key.

    Parameters
    ----------
    widget
        What draws the arrays.
    find
        Returns the array at a point of the widget, or the chosen one for None; None where there is no array.
    """

    def __init__(self, widget: QWidget, find: Find) -> None:
        super().__init__(widget)
        self._widget, self._find = widget, find
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            shown = self._find(QPointF(event.pos()) if by_mouse else None)
            if shown is not None:
                self.menu(shown).popup(event.globalPos())
                return True
        return super().eventFilter(watched, event)

    def menu(self, shown: ShownArray) -> QMenu:
        """Return the menu for an array; it goes when it closes."""
        menu = QMenu(self._widget)
        menu.setObjectName("array.menu")
        menu.aboutToHide.connect(menu.deleteLater)
        acts = (
            ("array.open", self.tr("Look at it large"), lambda: self.open(shown)),
            ("", "", None),
            ("array.copy", self.tr("Copy the picture"), lambda: copy_picture(shown)),
            ("array.copy_numbers", self.tr("Copy the numbers"), lambda: copy_numbers(shown)),
            ("", "", None),
            ("array.png", self.tr("Save as PNG…"), lambda: save(self._widget, shown, "png")),
            ("array.npy", self.tr("Save as NPY…"), lambda: save(self._widget, shown, "npy")),
        )
        for name, text, act in acts:
            if act is None:
                menu.addSeparator()
                continue
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(act)
        return menu

    def open(self, shown: ShownArray) -> None:
        """Show an array in a window of its own."""
        from workbench.plots.array_viewer import ArrayViewer  # most sessions never need it

        viewer = ArrayViewer(shown, self._widget.window())
        viewer.show()


def copy_picture(shown: ShownArray) -> None:
    """Put the picture on the clipboard."""
    QGuiApplication.clipboard().setImage(shown.picture())


def copy_numbers(shown: ShownArray) -> None:
    """Put the numbers on the clipboard."""
    QGuiApplication.clipboard().setText(shown.text())


def save(parent: QWidget, shown: ShownArray, kind: str) -> None:
    """Ask where to, and write the picture or the numbers."""
    name = "".join(c if c.isalnum() else "-" for c in shown.title).strip("-") or "array"
    chosen, _ = QFileDialog.getSaveFileName(parent, kind.upper(), f"{name}.{kind}", f"*.{kind}")
    if chosen:
        try:
            (save_array_png if kind == "png" else save_array_npy)(shown, Path(chosen).with_suffix(f".{kind}"))
        except FileError as error:
            show_error(parent, error)
