"""By what BatchNorm normalises in the update that comes next, beside the running statistics that prediction uses."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.probes.coming_update import Answers, ComingUpdate, Normalised, Statistics
from workbench.panels.inside_training.statistics_plot import StatisticsPlot
from workbench.widgets.card import Card
from workbench.widgets.labels import ElidedLabel, Label
from workbench.widgets.numbers import figure, grouped, percent, plain_number
from workbench.widgets.segmented import Segmented


class BatchNormPage(QWidget):
    """Mean and standard deviation of each feature, for the batch or for one sample of it, and what that does to answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._update: ComingUpdate | None = None
        self._layer: Normalised | None = None
        self._answers: Answers | None = None
        self._at = -1
        self.whose = Segmented("inside_training.whose")
        self.whose.changed.connect(lambda _key: self._show())
        self.key = Label(size="caption", tone="text3")
        self.means = StatisticsPlot("inside_training.means")
        self.spreads = StatisticsPlot("inside_training.spreads")
        for plot in (self.means, self.spreads):
            plot.pointed.connect(self.point_at)
        self.feature = ElidedLabel(size="dense", tone="text2")
        self.feature.setObjectName("inside_training.feature")
        self.sentence = Label(wrap=True)
        self.sentence.setObjectName("inside_training.normalised")
        self.alone = Label(wrap=True, tone="text2")
        self._title = Label(size="dense", weight=600, wrap=True)
        self._ways = [Label(size="dense", tone="text2", wrap=True) for _ in range(3)]
        self.rights = [Label(size="dense", weight=600) for _ in range(3)]
        self._losses = [Label(size="dense", tone="text2") for _ in range(3)]
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.whose)
        head.addWidget(self.key)
        head.addStretch(1)
        plots = QVBoxLayout()
        plots.setSpacing(8)
        plots.addLayout(head)
        plots.addWidget(self.means, 1)
        plots.addWidget(self.spreads, 1)
        plots.addWidget(self.feature)
        beside = QVBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.sentence)
        beside.addWidget(self.alone)
        beside.addWidget(self._card())
        beside.addStretch(1)
        both = QHBoxLayout(self)
        both.setContentsMargins(16, 12, 16, 12)
        both.setSpacing(24)
        both.addLayout(plots, 5)
        both.addLayout(beside, 3)

    def _card(self) -> Card:
        card = Card()
        table = QGridLayout()
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(4)
        table.setColumnStretch(0, 1)
        for row, parts in enumerate(zip(self._ways, self.rights, self._losses, strict=True)):
            for place, part in enumerate(parts):
                table.addWidget(part, row, place)
        card.body.addWidget(self._title)
        card.body.addLayout(table)
        return card

    def retranslate(self) -> None:
        """Set all texts anew."""
        self.whose.setAccessibleName(self.tr("Whose statistics are shown"))
        self.key.setText(self.tr("Disc: these samples. Ring: the running average."))
        self.means.set_words(self.tr("Mean of each feature"))
        self.spreads.set_words(self.tr("Standard deviation of each feature"), self.tr("feature"))
        self._show()

    def show_layer(self, update: ComingUpdate, layer: Normalised) -> None:
        """Show another moment or another layer."""
        self._update, self._layer = update, layer
        self._show()

    def point_at(self, feature: int) -> None:
        """Mark a feature in both plots and write its numbers."""
        self._at = feature
        for plot in (self.means, self.spreads):
            plot.point_at(feature)
        self._say_feature()

    @property
    def shown(self) -> Statistics | None:
        """The statistics that are shown as discs."""
        if self._layer is None:
            return None
        return self._layer.single if self.whose.key == "single" else self._layer.batch

    def _show(self) -> None:
        update, layer = self._update, self._layer
        if update is None or layer is None:
            return
        whole = self.tr("The batch of {n}").format(n=grouped(update.samples))
        self.whose.set_choices([("batch", whole), ("single", self.tr("A single sample"))])
        shown = self.shown
        if shown is None:
            return
        self.means.show_numbers(shown.mean, layer.before.mean, from_zero=False)
        self.spreads.show_numbers(np.sqrt(shown.var), np.sqrt(layer.before.var), from_zero=True)
        kept, rest = plain_number(layer.momentum), plain_number(round(1 - layer.momentum, 6))
        self.sentence.setText(
            self.tr(
                "Update {n} will normalise each feature by the mean and the standard deviation of the {count} values of its "
                "batch. Prediction uses the running average, which then becomes {kept} · running + {rest} · batch."
            ).format(
                n=grouped(update.iteration),
                count=grouped(layer.batch.count),
                kept=kept,
                rest=rest,
            )
        )
        self.alone.setText(self._of_one(layer))
        self._say_answers()
        self._say_feature()

    def _of_one(self, layer: Normalised) -> str:
        if layer.single.count == 1:
            return self.tr(
                "With a batch of one sample every value is its own mean: its standard deviation is 0, and what comes out is "
                "beta, whatever came in. Nothing can be learned so."
            )
        return self.tr(
            "With a batch of one sample the {count} pixels of each channel are still averaged: that sample alone decides its "
            "scale, and how bright it was beside others is lost."
        ).format(count=grouped(layer.single.count))

    def show_answers(self, answers: Answers | None) -> None:
        """Show how good the answers are by which statistics; those of another moment than the shown one are left out."""
        self._answers = answers
        self._say_answers()

    def _say_answers(self) -> None:
        answers, update = self._answers, self._update
        known = answers is not None and update is not None and answers.iteration + 1 == update.iteration
        if answers is None or not known:
            for label in (*self.rights, *self._losses):
                label.setText("…" if label in self.rights else "")
            return
        classes = np.isfinite(answers.running[1])
        words = self.tr("{n} held-out samples answered right") if classes else self.tr("Loss on {n} held-out samples")
        self._title.setText(words.format(n=answers.samples))
        ways = (
            self.tr("with the running average, as in prediction"),
            self.tr("with the statistics of all {n} together").format(n=answers.samples),
            self.tr("each alone, as a batch of one"),
        )
        for label, words in zip(self._ways, ways, strict=True):
            label.setText(words)
        for right, loss, (cost, share) in zip(
            self.rights, self._losses, (answers.running, answers.batch, answers.single), strict=True
        ):
            right.setText(percent(share, 1) if classes else figure(cost))
            loss.setText(self.tr("loss {value}").format(value=figure(cost)) if classes else "")

    def _say_feature(self) -> None:
        layer, shown, at = self._layer, self.shown, self._at
        if layer is None or shown is None:
            return
        if not 0 <= at < len(shown.mean):
            self.feature.set_text(self.tr("Point at a feature to read its numbers."))
            return
        three = (shown, layer.before, layer.after)
        mean = (float(each.mean[at]) for each in three)
        spread = (float(np.sqrt(each.var[at])) for each in three)
        self.feature.set_text(
            self.tr(
                "feature {n}: mean {0}, running {1}, afterwards {2} · standard deviation {3}, running {4}, afterwards {5}"
            ).format(*(figure(value) for value in (*mean, *spread)), n=at + 1)
        )
