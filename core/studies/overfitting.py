"""Two remedies against over-fitting, measured as they are (book, section 6.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.fields import ComponentSpec, IntField
from core.studies.base import STUDIES, Study, Subject
from core.studies.findings import Chart, Column, Finding, Stage, Table
from core.studies.training import Learner, accuracy_chart, first_samples, hidden_layers, in_portions, learner


@dataclass(frozen=True)
class Remedy:
    """One network of the comparison.

    Parameters
    ----------
    title, mark
        A word to translate, and the numbers after it.
    plain
        The place of the network without the remedy that it is compared with; its own place for that one itself.
    """

    title: str
    mark: str
    optimizer: ComponentSpec
    network: str
    plain: int


class Overfitting(Study):
    """Networks that know few samples by heart, without a remedy and with one."""

    words = ("without", "epoch", "training", "test", "network", "settings", "gap", "book", "milder")

    samples = IntField(300, minimum=20, maximum=100_000, soft_maximum=2000, help="How many samples are learned.")
    epochs = IntField(201, minimum=1, maximum=10_000, soft_maximum=500, help="How often each is seen.")
    batch_size = IntField(100, minimum=1, maximum=10_000, soft_maximum=500, help="Samples per update.")

    def remedies(self, outputs: int) -> Sequence[Remedy]:
        """Return the networks to compare."""
        raise NotImplementedError

    def run(self, subject: Subject) -> Iterator[Stage]:
        data = first_samples(subject.data, self.samples)
        remedies = self.remedies(data.outputs)
        runs = [learner(r.title, r.network, data, r.optimizer, batch=self.batch_size, seed=subject.seed) for r in remedies]
        per_epoch = -(-len(data.train) // self.batch_size)
        look_every = max(1, self.epochs // 40)
        steps = self.epochs * per_epoch
        for epoch, due in enumerate(in_portions(self.epochs), start=1):
            for one in runs:
                for _ in range(per_epoch):
                    one.step()
                if epoch % look_every == 0 or epoch == self.epochs:
                    one.look()
            if due and due < self.epochs:
                yield Stage(due * per_epoch / steps, self._charts(remedies, runs))
        table, findings = _table(remedies, runs), _findings(remedies, runs)
        yield Stage(1.0, self._charts(remedies, runs), table=table, findings=findings)

    def _charts(self, remedies: Sequence[Remedy], runs: Sequence[Learner]) -> tuple[Chart, ...]:
        pairs = enumerate(zip(remedies, runs, strict=True))
        return tuple(accuracy_chart(one, r.title, place, float(self.epochs), r.mark) for place, (r, one) in pairs)


def _table(remedies: Sequence[Remedy], runs: Sequence[Learner]) -> Table:
    columns = (
        Column("network", "text"),
        Column("settings", "text"),
        Column("training", "share"),
        Column("test", "share"),
        Column("gap", "share"),
    )
    rows = tuple(
        (r.title, r.mark, one.seen[-1], one.held_out[-1], one.seen[-1] - one.held_out[-1])
        for r, one in zip(remedies, runs, strict=True)
    )
    return Table(columns, rows)


def _findings(remedies: Sequence[Remedy], runs: Sequence[Learner]) -> tuple[Finding, ...]:
    """Say for each remedy what became of the gap and, apart from it, of the accuracy on samples that were not learned."""
    found = []
    for place, (remedy, one) in enumerate(zip(remedies, runs, strict=True)):
        if remedy.plain == place:
            continue
        plain = runs[remedy.plain]
        rises = one.held_out[-1] > plain.held_out[-1]
        details = {
            "settings": remedy.mark,
            "gap_before": 100 * (plain.seen[-1] - plain.held_out[-1]),
            "gap": 100 * (one.seen[-1] - one.held_out[-1]),
            "before": 100 * plain.held_out[-1],
            "after": 100 * one.held_out[-1],
        }
        found.append(Finding("study_remedy_helps" if rises else "study_remedy_hides", details, "ok" if rises else "warn"))
    return tuple(found)


@STUDIES.register
class WeightDecay(Overfitting):
    """Six hidden layers of 100 units on 300 samples, SGD 0.01: no weight decay, the book's 0.1, and 0.03."""

    title = "Over-fitting: weight decay"
    help = "A network that knows 300 samples by heart, with the book's weight decay and with a milder one."
    book = "6.4.2"
    order = 5

    def remedies(self, outputs: int) -> Sequence[Remedy]:
        network = hidden_layers(6, 100, outputs, "He")

        def sgd(decay: float) -> ComponentSpec:
            return ComponentSpec.of("SGD", lr=0.01, weight_decay=decay)

        return (
            Remedy("without", "λ = 0", sgd(0.0), network, 0),
            Remedy("book", "λ = 0.1", sgd(0.1), network, 0),
            Remedy("milder", "λ = 0.03", sgd(0.03), network, 0),
        )


@STUDIES.register
class DropoutStudy(Overfitting):
    """Dropout on 300 samples: the book's (six layers, SGD 0.01, ratio 0.2), and one with Adam that learns in time."""

    title = "Over-fitting: dropout"
    help = "Dropout with the book's settings, under which it is not done learning, and with settings under which it is."
    book = "6.4.3"
    order = 6

    epochs = IntField(301, minimum=1, maximum=10_000, soft_maximum=500, help="How often each is seen.")

    def remedies(self, outputs: int) -> Sequence[Remedy]:
        sgd, adam = ComponentSpec.of("SGD", lr=0.01), ComponentSpec.of("Adam", lr=0.001)

        def network(layers: int, ratio: float) -> str:
            between = f"ReLU Dropout({ratio})" if ratio else "ReLU"
            return hidden_layers(layers, 100, outputs, "He", between=between)

        return (
            Remedy("without", "SGD, 6 × 100", sgd, network(6, 0), 0),
            Remedy("book", "SGD, 6 × 100, p = 0.2", sgd, network(6, 0.2), 0),
            Remedy("without", "Adam, 2 × 100", adam, network(2, 0), 2),
            Remedy("milder", "Adam, 2 × 100, p = 0.1", adam, network(2, 0.1), 2),
        )
