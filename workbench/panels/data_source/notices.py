"""What the panel has to say under the form: what went wrong, what is to be fetched, what does not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.shapes import Fix
from core.zoo import ZooNetwork
from workbench.mending import fix_words
from workbench.translation.core_text import translate_core
from workbench.widgets.buttons import Button
from workbench.widgets.card import Card
from workbench.widgets.flow_layout import FlowLayout
from workbench.widgets.labels import Label


class Notice(Card):
    """A sentence on a marked ground, with buttons."""

    def __init__(self, name: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone=tone, margin=10)
        self.setObjectName(name)
        self._sentence = Label(size="dense", wrap=True)
        self._sentence.setObjectName(f"{name}.sentence")
        self.body.addWidget(self._sentence)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=6)
        self.body.addWidget(self._holder)
        self._holder.hide()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        """Say something; an empty text hides it."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def set_buttons(self, buttons: Sequence[Button]) -> None:
        """Show other buttons."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for button in buttons:
            button.setParent(self._holder)
            self._flow.addWidget(button)
            button.show()
        self._holder.setVisible(bool(buttons))
        self._holder.updateGeometry()


class MismatchNotice(Notice):
    """The network does not fit the data: buttons that match it, or take a network that fits.

    Attributes
    ----------
    mended
        With the `Fix` that was chosen.
    replaced
        With the `ZooNetwork` that was chosen.
    """

    mended = Signal(object)
    replaced = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("data_source.mismatch", "warn", parent)

    def offer(self, sentence: str, fixes: Sequence[Fix], networks: Sequence[ZooNetwork]) -> None:
        """Say what does not fit, and offer what would."""
        self.say(sentence)
        # Taking layers away one by one is a long way to a network for quite other data.
        hopeless = bool(networks) and all(fix.code == "remove_layer" for fix in fixes)
        mends = [] if hopeless else [self._mend_button(fix) for fix in fixes]
        buttons = [*mends, *map(self._network_button, networks)]
        if buttons:
            buttons[0].setProperty("primary", True)
        self.set_buttons(buttons)

    def _mend_button(self, fix: Fix) -> Button:
        button = Button(f"data_source.fix.{fix.code}", fix_words(fix))
        button.clicked.connect(lambda: self.mended.emit(fix))
        return button

    def _network_button(self, network: ZooNetwork) -> Button:
        words = self.tr("Use {network}").format(network=translate_core(network.card.title))
        button = Button(f"data_source.use.{network.name}", words)
        button.clicked.connect(lambda: self.replaced.emit(network))
        return button
