"""The commands and their options, joined into one program."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Final, NoReturn

import core
from core.commands import data, engine, export, info, study, train
from core.commands.console import Console
from core.commands.options import OptionError
from core.datasets.base import Cancelled
from core.errors import CoreError

USAGE: Final = 2
"""The exit code when something cannot be done as asked."""
STOPPED: Final = 130

Command = Callable[[argparse.Namespace, Console], int]
COMMANDS: Final[tuple[ModuleType, ...]] = (train, info, export, data, study, engine)


class UsageError(Exception):
    """The arguments do not make a command; the text says why."""


class Parser(argparse.ArgumentParser):
    """Raises instead of leaving the process, so that programs get their JSON, too."""

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError`."""
        raise UsageError(f"{self.prog}: {message}\nTry:  {self.prog} --help")


def make_parser() -> Parser:
    """Return the parser of the whole command line."""
    shared = Parser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print one JSON object a line, for programs")
    shared.add_argument("-q", "--quiet", action="store_true", help="print answers and errors alone")
    parser = Parser(prog="python -m core", description="The Neural Workbench without its window.")
    parser.add_argument("--version", action="version", version=core.__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for module in COMMANDS:
        name = module.__name__.rpartition(".")[2]
        about = (module.__doc__ or "").partition("\n")[0]
        command = commands.add_parser(name, parents=[shared], help=about, description=about)
        module.add_options(command)
        command.set_defaults(do=module.do)
    return parser


def run(arguments: Sequence[str], console: Console) -> int:
    """Do what the arguments ask for and return the exit code."""
    console.as_json = "--json" in arguments
    try:
        options = make_parser().parse_args(arguments)
        console.quiet = options.quiet
        command: Command = options.do
        return command(options, console)
    except UsageError as error:
        console.error("usage", str(error))
    except OptionError as error:
        console.error(error.code, error.text, **error.place)
    except CoreError as error:
        console.error(error.code, str(error))
    except MemoryError:
        console.error("memory", "There is not enough memory for this. Take a smaller network or batch.")
    except (Cancelled, KeyboardInterrupt):
        console.error("interrupted", "Stopped.")
        return STOPPED
    except BrokenPipeError:
        return STOPPED
    return USAGE
