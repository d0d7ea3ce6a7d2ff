"""Train a network and say how well it does on data it has not seen."""

from __future__ import annotations

import argparse
import math
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

from core.commands.console import Console
from core.commands.info import problem_text
from core.commands.interruption import Interruption
from core.commands.options import (
    OptionError,
    batch_size_for,
    loss_for,
    read_component,
    read_data,
    read_network,
)
from core.commands.recorded_run import RecordedRun
from core.datasets.recipe import SCALINGS, Data, DataRecipe, prepare
from core.errors import CoreError
from core.experiment import Experiment, StopRules, TrainingConfig
from core.fields import ComponentSpec
from core.files import RunDocument, load_document
from core.kernels.engine import CHOICES, EngineChoice, choice_named
from core.losses.base import LOSSES
from core.measured_engine import machine_choice
from core.optimizers.base import OPTIMIZERS
from core.schedules.base import SCHEDULES
from core.shapes import diagnose
from core.training.events import Diverged, Finished

DIVERGED: Final = 1
STOPPED: Final = 130
MEASURED: Final = "measured"
ENGINES: Final = (MEASURED, *(choice.name for choice in CHOICES))
FRESH_ONLY: Final = ("network", "data", "loss", "scaling", "seed")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--network", metavar="TEXT", help="such as 'Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10)'")
    parser.add_argument("--data", metavar="NAME|PATH", help="such as DrawnDigits(samples=20000), or a path (default: digits)")
    parser.add_argument("--scaling", choices=SCALINGS, help="what is done to the input (default: standard)")
    parser.add_argument("--epochs", type=int, metavar="N", help="how often all training data is seen (default: 5)")
    parser.add_argument("--optimizer", metavar="TEXT", help="such as 'Adam(lr=0.001)' (default: Adam)")
    parser.add_argument("--schedule", metavar="TEXT", help="how the learning rate changes (default: Constant)")
    parser.add_argument("--loss", metavar="TEXT", help="by default the one that fits the data")
    parser.add_argument("--batch-size", type=int, metavar="N", help="samples per update (default: 5 to 100, by the data's size)")
    parser.add_argument("--engine", metavar="WAY", help=f"one of {', '.join(ENGINES)} (default: measured)")
    parser.add_argument("--seed", type=int, metavar="N", help="decides everything random (default: 0)")
    parser.add_argument("--stop-after", type=float, metavar="SECONDS", help="stop after so much training time; 0 for no limit")
    parser.add_argument("--stop-accuracy", type=float, metavar="SHARE", help="stop at this validation accuracy, such as 0.98")
    parser.add_argument("--stop-loss", type=float, metavar="LOSS", help="regression: stop at this validation loss")
    parser.add_argument("--patience", type=int, metavar="N", help="stop after N evaluations without a better one")
    parser.add_argument("--out", metavar="FILE", help="save the run as a .workbench document")
    parser.add_argument("--resume", metavar="FILE", help="go on with a saved run; --epochs counts from its beginning")


def do(options: argparse.Namespace, console: Console) -> int:
    """Train, save, and print the result on the test data."""
    with Interruption() as interruption:
        run = _resumed(options, console, interruption) if options.resume else _fresh(options, console, interruption)
        session = run.session
        console.event(
            "started",
            parameters=session.network.theta.size,
            train=len(session.data.train),
            validation=len(session.data.validation),
            test=len(session.data.test),
            batch_size=session.training.batch_size,
            epochs=session.training.epochs,
            seed=session.experiment.seed,
            engine=session.engine.name,
        )
        console.note(planned_end(session.training, session.data.task))
        started = time.monotonic()
        end = run.train(console, interruption)
        seconds = time.monotonic() - started
        saved = run.save(options.out)
        if isinstance(end, Finished) and end.reason != "epochs":
            _say_reason(run, end, console)
        if saved:
            console.note(f"Saved {saved}")
            console.event("saved", path=saved)
        if isinstance(end, Diverged):
            return _say_diverged(end, console)
        if end is None:
            return _say_stopped(run, saved, console)
        return _say_finished(run, seconds, console)


def _fresh(options: argparse.Namespace, console: Console, interruption: Interruption) -> RecordedRun:
    if not options.network:
        raise OptionError("usage", "train needs --network, such as --network 'Flatten Affine(50) ReLU Affine(10)'.")
    seed = options.seed or 0
    network = read_network(options.network)
    recipe = DataRecipe(source=read_data(options.data or "digits"), scaling=options.scaling or "standard")
    training = _changed(TrainingConfig(epochs=5), options)
    if training.engine is None:
        training = replace(training, engine=machine_choice())
    data = _prepared(recipe, seed, console, interruption)
    loss = read_component("--loss", options.loss, LOSSES) if options.loss else loss_for(network, data)
    training = replace(training, loss=loss, batch_size=options.batch_size or batch_size_for(data))
    experiment = Experiment(network, recipe, training, seed)
    _refuse_faults(experiment, data)
    return RecordedRun.begun(experiment, data)


def _resumed(options: argparse.Namespace, console: Console, interruption: Interruption) -> RecordedRun:
    for name in FRESH_ONLY:
        if getattr(options, name) is not None:
            raise OptionError("usage", f"--{name} belongs to a new run; with --resume it is what the document says.")
    document: RunDocument = load_document(Path(options.resume))
    experiment = document.experiment
    data = _prepared(experiment.data, experiment.seed, console, interruption)
    _refuse_faults(experiment, data)
    run = RecordedRun.resumed(document, data)
    run.change(_changed(run.session.training, options))
    return run


def _changed(training: TrainingConfig, options: argparse.Namespace) -> TrainingConfig:
    for name, least in (("epochs", 1), ("batch_size", 1), ("seed", 0)):
        value = getattr(options, name)
        if value is not None and value < least:
            raise OptionError("usage", f"--{name.replace('_', '-')} is {value}; the least is {least}.")
    engine = _engine(options.engine) if options.engine else training.engine
    optimizer: ComponentSpec | None = options.optimizer and read_component("--optimizer", options.optimizer, OPTIMIZERS)
    schedule: ComponentSpec | None = options.schedule and read_component("--schedule", options.schedule, SCHEDULES)
    return replace(
        training,
        stop=_stop_rules(training.stop, options),
        epochs=options.epochs or training.epochs,
        batch_size=options.batch_size or training.batch_size,
        engine=engine,
        optimizer=optimizer or training.optimizer,
        schedule=schedule or training.schedule,
    )


def _stop_rules(rules: StopRules, options: argparse.Namespace) -> StopRules:
    """Return the rules with what was asked for in place of what was said before."""
    given = {
        "seconds": options.stop_after,
        "accuracy": options.stop_accuracy,
        "loss": options.stop_loss,
        "patience": options.patience,
    }
    try:
        return replace(rules, **{name: value for name, value in given.items() if value is not None})
    except CoreError as error:
        raise OptionError(error.code, str(error)) from error


def planned_end(training: TrainingConfig, task: str) -> str:
    """Say when training ends, before it begins."""
    rules = training.stop
    ends = [f"{training.epochs} {'epoch' if training.epochs == 1 else 'epochs'}"]
    if rules.seconds:
        ends.append(f"{rules.seconds:g} seconds of training")
    if rules.accuracy and task == "classification":
        ends.append(f"{100 * rules.accuracy:g} % validation accuracy")
    if rules.loss and task != "classification":
        ends.append(f"a validation loss of {rules.loss:g}")
    if rules.patience:
        ends.append(f"{rules.patience} evaluations without a better one")
    return f"Stops after {', or '.join(ends)}{', whichever comes first' if len(ends) > 1 else ''}."


def _engine(name: str) -> EngineChoice:
    choice = machine_choice() if name == MEASURED else choice_named(name)
    if choice is None:
        raise OptionError("usage", f"--engine is {name}; it takes one of {', '.join(ENGINES)}.")
    return choice


def _prepared(recipe: DataRecipe, seed: int, console: Console, interruption: Interruption) -> Data:
    def progress(share: float) -> None:
        interruption.raise_if_asked()
        console.progress(share, "preparing the data")

    return prepare(recipe, seed, progress)


def _refuse_faults(experiment: Experiment, data: Data) -> None:
    training = experiment.training
    diagnosis = diagnose(
        experiment.network,
        data.input_shape,
        outputs=data.outputs,
        loss=training.loss,
        task=data.task,
        batch_size=training.batch_size,
    )
    if diagnosis.errors:
        raise OptionError(diagnosis.errors[0].code, "\n".join(problem_text(problem) for problem in diagnosis.errors))


def _say_reason(run: RecordedRun, end: Finished, console: Console) -> None:
    """Say which rule ended the run; with early stopping the result is that of the best state."""
    session, reason = run.session, end.reason
    words = {
        "time": f"{session.training.stop.seconds:g} seconds of training are over",
        "target": "the target is reached",
        "patience": f"the validation data was not answered better for {session.standing.waited} looks",
    }[reason]
    best = session.standing.best_iteration
    console.event("stopped", reason=reason, iteration=end.iteration, best_iteration=best)
    console.note(f"Stopped after iteration {end.iteration:,}: {words}.")
    if reason == "patience" and (kept := run.timeline.at(best)) is not None and kept.iteration == best:
        session.restore(kept)
        console.note(f"The result is that of iteration {best:,}, the best one.")


def _say_finished(run: RecordedRun, seconds: float, console: Console) -> int:
    session = run.session
    loss, accuracy = session.evaluate(session.data.test)
    epochs = session.epochs_done
    known = not math.isnan(accuracy)
    console.line(
        f"Test {f'accuracy {100 * accuracy:.2f} %, ' if known else ''}loss {loss:.4f} on {len(session.data.test):,} samples; "
        f"{session.network.theta.size:,} parameters, {epochs:g} {'epoch' if epochs == 1 else 'epochs'} in {seconds:.1f} s"
    )
    console.event(
        "finished",
        test_accuracy=accuracy,
        test_loss=loss,
        epochs=int(epochs) if epochs == int(epochs) else epochs,
        seconds=round(seconds, 3),
        parameters=session.network.theta.size,
        seed=session.experiment.seed,
    )
    return 0


def _say_diverged(end: Diverged, console: Console) -> int:
    text = (
        f"The loss is no longer a finite number after {end.iteration} updates; the first layer at fault is {end.layer_id} "
        f"({end.where}). Try a smaller learning rate."
    )
    console.error("diverged", text, iteration=end.iteration, layer=end.layer_id, where=end.where)
    return DIVERGED


def _say_stopped(run: RecordedRun, saved: str, console: Console) -> int:
    go_on = f"Go on with:  python -m core train --resume {saved} --out {saved}"
    text = f"Stopped after {run.session.epochs_done:.2f} epochs. {go_on if saved else 'Nothing was saved: there is no --out.'}"
    console.error("interrupted", text, epochs=run.session.epochs_done)
    return STOPPED
