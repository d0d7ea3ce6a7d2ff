"""What a run told since it was last asked: its updates, what was measured at some, and looks at the validation data."""

from __future__ import annotations

from core.training.events import Evaluated, Measured, StepDone
from core.training.rows import Rows


class Progress:
    """Numbers of a run that goes on, gathered until somebody takes them into a history.

    One value for all of it, because a tiny network makes ten thousand updates and five hundred looks a second.

    Attributes
    ----------
    steps, measures, evaluations
        The rows of each, as a history keeps them.
    layers
        How many layers were measured, 0 before the first measure.
    """

    def __init__(self) -> None:
        self.steps, self.measures, self.evaluations = Rows(), Rows(), Rows()
        self.layers = 0

    def __bool__(self) -> bool:
        return bool(self.steps or self.measures or self.evaluations)

    def note(self, event: StepDone | Measured | Evaluated) -> None:
        """Add what was told."""
        match event:
            case StepDone():
                self.steps.append(event)
            case Measured():
                self.layers = len(event.gradients)
                self.measures.append(event.row)
            case Evaluated():
                self.evaluations.append(event.row)

    def extend(self, later: Progress) -> None:
        """Add what was told after this."""
        self.layers = later.layers or self.layers
        self.steps.extend(later.steps)
        self.measures.extend(later.measures)
        self.evaluations.extend(later.evaluations)
