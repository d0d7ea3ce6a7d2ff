"""Acts of a person on panels: a workspace that is ready, and drags made of events."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.experiment import Experiment
from workbench.workspace import Workspace

Make = Callable[[Experiment], Workspace]

PLAIN = Qt.KeyboardModifier.NoModifier
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def drag_over(widget: QWidget, mime: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> bool:
    """Drag into a widget and to a point, without letting go; return whether it may be dropped there."""
    enter = QDragEnterEvent(at, _ACTIONS, mime, Qt.MouseButton.LeftButton, modifiers)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(at, _ACTIONS, mime, Qt.MouseButton.LeftButton, modifiers)
    move.setAccepted(False)
    QApplication.sendEvent(widget, move)
    return enter.isAccepted() and move.isAccepted()


def drop(widget: QWidget, mime: QMimeData, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> bool:
    """Drag into a widget and let go at a point; return whether it was taken."""
    if not drag_over(widget, mime, at, modifiers):
        drag_out(widget)
        return False
    event = QDropEvent(QPointF(at), _ACTIONS, mime, Qt.MouseButton.LeftButton, modifiers)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drag_out(widget: QWidget) -> None:
    """Leave a widget with what is dragged."""
    QApplication.sendEvent(widget, QDragLeaveEvent())
