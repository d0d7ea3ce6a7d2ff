"""Drags over the stack: what they carry is judged, slots open, drops are told. Drags away from it begin here, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent

from core.spec import Place
from workbench.dragging import BLOCK_NAME, DATA_SOURCE, LAYER_ID, LAYER_KIND, mime_of, name_in
from workbench.panels.stack.canvas import StackCanvas
from workbench.panels.stack.dropping import Dragged, Drop, Judge, nearest_gap

LAYERS: Final = (LAYER_ID, LAYER_KIND, BLOCK_NAME)
EDGE: Final = 28
"""Pixels at the upper and lower end of the view in which a drag scrolls."""


class DragDesk(QObject):
    """Watches the drag events of a canvas.

    Attributes
    ----------
    dropped
        With the `Drop` that was carried out.
    data_dropped
        With the name of the data set that was dropped on the input.
    scroll_wanted
        With the pixels by which the view shall move.
    """

    dropped = Signal(object)
    data_dropped = Signal(str)
    scroll_wanted = Signal(int)

    def __init__(self, canvas: StackCanvas, judge: Callable[[], Judge]) -> None:
        """Begin to watch.

        Parameters
        ----------
        judge
            Returns what judges drops on the network as it is now; asked once for each drag.
        """
        super().__init__(canvas)
        self._canvas = canvas
        self._make_judge = judge
        self._judge: Judge | None = None
        self._judged: dict[tuple[Dragged, Place], Drop | None] = {}
        self._marked: Dragged | None = None
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDragEnterEvent():
                self._enter(event)
            case QDragMoveEvent():
                self._move(event)
            case QDropEvent():
                self._drop(event)
            case _ if event.type() == QEvent.Type.DragLeave:
                self._leave()
            case _:
                return False
        return True

    def start(self, layer_id: str) -> None:
        """Drag a layer away, with the others that are selected beside it."""
        canvas = self._canvas
        marked = canvas.selection.marked
        layer_ids = [each for each in canvas.ids() if each in marked] if layer_id in marked else [layer_id]
        drag = QDrag(canvas)
        drag.setMimeData(mime_of(LAYER_ID, " ".join(layer_ids)))
        drag.setPixmap(canvas.blocks[layer_id].picture(0.9))
        drag.setHotSpot(QPoint(-10, -10))  # the slot that opens has to stay legible
        canvas.show_moving(layer_ids)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
        canvas.show_moving(())
        self._leave()

    def _enter(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasFormat(DATA_SOURCE):
            event.acceptProposedAction()
            return
        dragged = self._dragged(event)
        if dragged is None:
            event.ignore()
            return
        self._judge, self._judged = self._make_judge(), {}
        self._mark_places(dragged)
        event.acceptProposedAction()

    def _mark_places(self, dragged: Dragged) -> None:
        if self._judge is not None and dragged != self._marked:
            self._marked = dragged
            self._canvas.show_places(self._judge.refusals(dragged))

    def _move(self, event: QDragMoveEvent) -> None:
        self._scroll(event)
        if event.mimeData().hasFormat(DATA_SOURCE):
            over = self._canvas.is_over_input(event.position())
            self._canvas.show_target(over)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(over)
            return
        drop = self._drop_at(event)
        self._canvas.open_slot(drop)
        if drop is not None and not drop.refusal:
            event.setDropAction(Qt.DropAction.CopyAction if drop.copies else Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _scroll(self, event: QDragMoveEvent) -> None:
        view, y = self._canvas.view(), event.position().y()
        if y > view.bottom() - EDGE:
            self.scroll_wanted.emit(EDGE)
        elif y < view.top() + EDGE:
            self.scroll_wanted.emit(-EDGE)

    def _leave(self) -> None:
        self._marked = self._judge = None
        self._canvas.show_places(None)
        self._canvas.show_target(False)
        self._canvas.open_slot(None)

    def _drop(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(DATA_SOURCE):
            over = self._canvas.is_over_input(event.position())
            self._leave()
            event.setAccepted(over)
            if over:
                self.data_dropped.emit(name_in(event.mimeData(), DATA_SOURCE))
            return
        drop = self._drop_at(event)
        self._canvas.open_slot(None, at_once=True)
        self._leave()
        if drop is None or drop.refusal:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction if drop.copies else Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(drop)

    def _dragged(self, event: QDropEvent) -> Dragged | None:
        mime = event.mimeData()
        carried = next((known for known in LAYERS if mime.hasFormat(known)), "")
        name = name_in(mime, carried) if carried else ""
        copies = carried != LAYER_ID or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return Dragged(carried, name, copies) if name else None

    def _drop_at(self, event: QDropEvent) -> Drop | None:
        dragged = self._dragged(event)
        gap = nearest_gap(self._canvas.layout_now.gaps, self._canvas.in_layout(event.position()))
        if dragged is None or gap is None or self._judge is None:
            return None
        self._mark_places(dragged)
        key = (dragged, gap.place)
        if key not in self._judged:
            self._judged[key] = self._judge.drop(dragged, gap.place)
        return self._judged[key]
