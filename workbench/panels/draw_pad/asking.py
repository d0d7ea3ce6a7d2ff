"""The lower part of the pad: the steps to the input, why, and what would change the network's mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from core.probes.drawing import DrawingFrame, FittedDrawing
from core.training.frame import Frame
from workbench.panels.draw_pad.answer_views import Exhibit, ExhibitRow
from workbench.panels.draw_pad.answers import Mind, Why, mind, why
from workbench.panels.draw_pad.seen_steps import SeenSteps
from workbench.plots.array_file import ShownArray
from workbench.training.rounds import Rounds
from workbench.widgets.buttons import IconButton
from workbench.widgets.labels import Label
from workbench.widgets.numbers import figure, percent
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

INK: Final = (0.0, 1.0)


class Asking(QWidget):
    """Three pages and a choice between them; only the open page asks the network anything."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._frame: Frame | None = None
        self._style: DrawingFrame | None = None
        self._fitted: FittedDrawing | None = None
        self._target: int | None = None
        self.answer: Why | Mind | None = None
        self._rounds = Rounds(workspace.probes, self)
        self._rounds.answered.connect(self._answered)
        self.steps = SeenSteps()
        self.steps.setObjectName("draw_pad.steps")
        self.why, self.mind = ExhibitRow("draw_pad.why"), ExhibitRow("draw_pad.mind")
        self.sentence = Label(size="caption", tone="text2", wrap=True)
        self.sentence.setObjectName("draw_pad.sentence")
        self.page = Segmented("draw_pad.page")
        self.page.changed.connect(self._turn)
        self.goal = IconButton("draw_pad.goal", "flag", side=26, icon_side=14)
        self._goals = QMenu(self.goal)
        self.goal.setMenu(self._goals)
        self.goal.hide()
        self._pages = QStackedLayout()
        for page in (self.steps, self.why, self.mind):
            self._pages.addWidget(page)
        self.acts = QHBoxLayout()
        self.acts.setSpacing(6)
        self.acts.addWidget(self.page)
        self.acts.addWidget(self.goal)
        self.acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._pages)
        column.addWidget(self.sentence)
        column.addLayout(self.acts)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.steps.setAccessibleName(self.tr("What the network sees"))
        self.steps.set_words(self.tr("Crop"), self.tr("Fit to {0}"), self.tr("Centre"), self.tr("the input"))
        self.why.setAccessibleName(self.tr("Why"))
        self.mind.setAccessibleName(self.tr("Change its mind"))
        self.page.setAccessibleName(self.tr("What to show of the drawing"))
        self.page.set_choices(
            [("steps", self.tr("Steps")), ("why", self.tr("Why")), ("mind", self.tr("Change its mind"))],
            {
                "why": self.tr("Where the answer is sensitive, and the five training samples nearest in the last hidden layer."),
                "mind": self.tr("The smallest change after which the network says something else, found by gradient."),
            },
        )
        self.goal.set_words(self.tr("What it should say instead"))
        self._offer_goals()
        self._show()

    def take(self, frame: Frame, style: DrawingFrame | None, fitted: FittedDrawing | None) -> None:
        """Show another drawing or moment; None for an empty sheet."""
        changed = frame.run != (self._frame.run if self._frame is not None else -1)
        self._frame, self._style, self._fitted = frame, style, fitted
        self.steps.show_drawing(fitted, style)
        if changed:
            self._target = None
            self._offer_goals()
        if fitted is None:
            self.answer = None
            self._rounds.give_up()
            self._show()
        self._ask()

    def _turn(self, key: str) -> None:
        self._pages.setCurrentIndex(["steps", "why", "mind"].index(key))
        self.goal.setVisible(key == "mind")
        self.answer = None
        self._show()
        self._ask(at_once=True)

    def _ask(self, *, at_once: bool = False) -> None:
        frame, style, fitted, target = self._frame, self._style, self._fitted, self._target
        if frame is None or style is None or fitted is None or self.page.key == "steps":
            return
        sample = style.sample(fitted.picture)
        questions: dict[str, Callable[..., object]] = {
            "why": lambda networks: why(networks, frame, style, sample),
            "mind": lambda networks: mind(networks, frame, style, sample, target),
        }
        at_once = at_once or not self._workspace.is_pacing
        self._rounds.begin({self.page.key: questions[self.page.key]}, at_once=at_once)

    def _answered(self, name: str, answer: Why | Mind) -> None:
        if name == self.page.key and self._fitted is not None:
            self.answer = answer
            self._show()

    def _show(self) -> None:
        """Show the open page as the last answer has it."""
        answer, self_says = self.answer, ""
        hint = self.tr("Draw something first.") if self._fitted is None else ""
        if isinstance(answer, Why):
            most = float(answer.saliency.max()) or 1.0
            sensitive = ShownArray(answer.saliency, (0.0, most), "magnitude", self.tr("Sensitive"))
            near = [
                Exhibit(ShownArray(picture, INK, "ink", f"“{label}”"), figure(neighbour.distance))
                for picture, label, neighbour in zip(answer.pictures, answer.labels, answer.neighbours, strict=True)
            ]
            self.why.show_exhibits((Exhibit(sensitive), *near))
            self_says = self.tr("Right: the five training samples that look most alike to its last hidden layer.")
        elif isinstance(answer, Mind) and self._frame is not None and self._fitted is not None:
            classes, found = self._frame.data.classes, answer.found
            most = float(np.abs(answer.change).max()) or 1.0
            self.mind.show_exhibits(
                (
                    Exhibit(ShownArray(self._fitted.picture, INK, "ink", self.tr("Drawing")), f"“{classes[found.said]}”"),
                    Exhibit(ShownArray(answer.change, (-most, most), "signed", self.tr("Change")), f"± {figure(most)}"),
                    Exhibit(
                        ShownArray(answer.after, INK, "ink", self.tr("Together")),
                        f"“{classes[found.target]}” {percent(answer.probability, 0)}" if found.reached else "—",
                    ),
                )
            )
            if found.reached:
                text = self.tr("Now it says “{label}”. The change is {share} of full ink per pixel (root mean square).")
                self_says = text.format(label=classes[found.target], share=percent(found.size, 1))
            else:
                self_says = self.tr("No change was found that makes it say “{label}”.").format(label=classes[found.target])
        else:
            self.why.show_exhibits((), hint)
            self.mind.show_exhibits((), hint)
        self.sentence.setText(self_says)
        self.sentence.setVisible(self.page.key != "steps")

    # -- which class --------------------------------------------------------------------------------------------

    def _offer_goals(self) -> None:
        self._goals.clear()
        classes: Sequence[str] = self._frame.data.classes if self._frame is not None else ()
        for goal, words in ((None, self.tr("the nearest other class")), *((k, f"“{name}”") for k, name in enumerate(classes))):
            action = self._goals.addAction(words, lambda k=goal: self.aim_at(k))
            action.setCheckable(True)
            action.setChecked(goal == self._target)
            action.setObjectName(f"draw_pad.goal.{'any' if goal is None else goal}")

    def aim_at(self, target: int | None) -> None:
        """Look for the way to another class; None for the nearest."""
        self._target = target
        self._offer_goals()
        self._ask(at_once=True)

    def add_act(self, widget: QWidget) -> None:
        """Put a button at the right of the choice of pages."""
        self.acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
