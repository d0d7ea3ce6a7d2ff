"""The measured lines of runs that are laid over the one that is shown; what stands still is not thinned again."""

from __future__ import annotations

from collections.abc import Sequence

from core.arrays import Array
from core.training.measuring import measured_layers
from workbench.plots.curve import Curve
from workbench.plots.measured_lines import thinned_line
from workbench.runs.room import ListedRun
from workbench.runs.wording import run_name


class OtherRuns:
    """Makes the lines of other runs and remembers them until a run has more numbers."""

    def __init__(self) -> None:
        self._runs: tuple[ListedRun, ...] = ()
        self._lines: dict[tuple[int, str], tuple[object, Curve]] = {}

    def follow(self, runs: Sequence[ListedRun]) -> None:
        """Take the runs to show."""
        self._runs = tuple(runs)
        places = {run.place for run in runs}
        self._lines = {key: line for key, line in self._lines.items() if key[0] in places}

    def of_layer(self, layer: str, *, updates: bool) -> list[Curve]:
        """Return the gradient norms of a layer, or its updates beside its weights, of every run that has that layer."""
        lines = []
        for run in self._runs:
            layers = measured_layers(run.experiment.network, run.input_shape) if run.input_shape else ()
            table = run.curves.updates if updates else run.curves.gradients
            if layer in layers and table.shape[1] == len(layers):
                name = f"{'updates' if updates else 'gradients'} {layer}"
                lines.append(self._line(run, name, run.curves.measures[:, 0], table[:, layers.index(layer)]))
        return lines

    def rates(self) -> list[Curve]:
        """Return the learning rate of every run."""
        return [self._line(run, "rate", run.curves.steps[:, 0], run.curves.steps[:, 3]) for run in self._runs]

    def _line(self, run: ListedRun, name: str, x: Array, y: Array) -> Curve:
        label = f"{run.place} {run_name(run.about, run.experiment)}"
        known = self._lines.get((run.place, name))
        key = (len(x), float(x[-1]) if len(x) else 0.0, label)
        if known is None or known[0] != key:
            known = self._lines[run.place, name] = (key, Curve(*thinned_line(x, y), label=label, run=run.colour))
        return known[1]
