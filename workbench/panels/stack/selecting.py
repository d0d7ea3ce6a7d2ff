"""Which layers are selected: one that everything follows, and others beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Selection:
    """The layers that a person marked; the last one is the one that the inspector shows.

    Attributes
    ----------
    leading
        The layer that was chosen last, "" for none.
    marked
        All chosen layers, the leading one among them.
    """

    def __init__(self) -> None:
        self.leading = ""
        self.marked: set[str] = set()
        self._anchor = ""

    def only(self, layer_id: str) -> None:
        """Choose one layer and leave the others."""
        self.leading = self._anchor = layer_id
        self.marked = {layer_id} - {""}

    def toggle(self, layer_id: str) -> None:
        """Add a layer or take it out."""
        if layer_id in self.marked:
            self.marked.discard(layer_id)
            if self.leading == layer_id:
                self.leading = next(iter(sorted(self.marked)), "")
        elif layer_id:
            self.marked.add(layer_id)
            self.leading = layer_id
        self._anchor = self.leading

    def reach(self, layer_id: str, order: Sequence[str]) -> None:
        """Choose all from where the choice began to a layer, in the order in which they are read."""
        if self._anchor not in order or layer_id not in order:
            self.only(layer_id)
            return
        first, last = sorted((order.index(self._anchor), order.index(layer_id)))
        self.marked = set(order[first : last + 1])
        self.leading = layer_id

    def several(self, layer_ids: Iterable[str]) -> None:
        """Choose several layers at once."""
        chosen = list(layer_ids)
        self.marked = set(chosen)
        if self.leading not in self.marked:
            self.leading = chosen[0] if chosen else ""
        self._anchor = chosen[0] if chosen else ""

    def keep(self, known: Iterable[str]) -> None:
        """Leave what is not there any more."""
        self.marked &= set(known)
        if self.leading not in self.marked:
            self.leading = ""
