"""How a run goes on after an edit that needs no restart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.by_hand import first_difference
from core.experiment import Change, Experiment
from workbench.training.active_run import ActiveRun
from workbench.training.runner import Runner


def go_on(change: Change, experiment: Experiment, runs: Sequence[ActiveRun], runner: Runner) -> None:
    """Let the first of the runs in step, the document's, go on as another experiment: all of them where the data differs.

    Parameters
    ----------
    change
        What differs; with parameters set by hand it goes on from the moment at which they were.
    """
    lead = runs[0]
    match change:
        case "live":
            alike = lead.experiment.network.computes_as(experiment.network)
            runner.change(experiment.training, None if alike else experiment.network)
        case "data":
            for run in runs:
                run.experiment = replace(run.experiment, data=experiment.data)
            runner.change_data(experiment)
        case "by_hand":
            moment = first_difference(lead.experiment.by_hand, experiment.by_hand) or 0
            start = lead.timeline.at(moment - 1) if moment else None
            runner.change_by_hand(experiment, moment, start, lead.timeline.history.curves().changes)
    lead.experiment = experiment
