"""Say which way of computing is used on this machine, or measure anew which is quickest."""

from __future__ import annotations

import argparse

from core.commands.console import Console
from core.kernels.engine import EngineChoice
from core.measured_engine import keep_choice, kept_choice, measure, quickest
from core.text.alignment import table


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--measure", action="store_true", help="measure anew, and keep the quickest way for coming runs")


def do(options: argparse.Namespace, console: Console) -> int:
    """Show what was measured; measure when asked to, or when nothing was yet."""
    choice = None if options.measure else kept_choice()
    if choice is None:
        seconds = measure()
        choice = quickest(seconds)
        for way, taken in seconds.items():
            console.event("measured", engine=way.name, milliseconds=1000 * taken)
        for line in table([(way.name, f"{1000 * taken:.1f} ms") for way, taken in seconds.items()], right=[1]):
            console.line(line)
        if not keep_choice(choice):
            console.note("The result could not be kept; runs compute directly, on one thread.")
            choice = EngineChoice()
    console.event("engine", engine=choice.name)
    console.line(f"Runs that are told nothing else compute by {choice.name}.")
    return 0
