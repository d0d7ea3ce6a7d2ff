"""The commands of `run.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from workbench import system_check
from workbench.launcher.environment import Environment, LauncherError, this_python

ROOT = Path(__file__).resolve().parents[2]
DEVELOPERS = frozenset({"dev"})

USAGE: Final = """\
python3 run.py [FILE.workbench]        open the window
python3 run.py train …                 the engine without a window; so are info, export, data, study
python3 run.py test [PYTEST OPTION …]  run the tests
python3 run.py check                   check style, types, boundaries and architecture
python3 run.py shots DIR               draw every panel, both themes, both languages, into DIR
python3 run.py bench [NAME] [--json]   measure; without a name, list what can be measured"""

CHECKS: Final = (
    ("style", ("-m", "ruff", "check", ".")),
    ("layout of the source", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("boundaries", ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))")),
    ("architecture", ("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/architecture")),
)


def say(text: str) -> None:
    """Tell what is being done."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments of `run.py` ask for and return the exit code."""
    try:
        return enter(arguments)
    except LauncherError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def enter(arguments: Sequence[str]) -> int:
    """Go through the door that the first argument names."""
    match list(arguments):
        case []:
            return window([])
        case ["test", *options]:
            return test(options)
        case ["check"]:
            return check()
        case ["shots", folder] if not folder.startswith("-"):
            return shots(folder)
        case ["bench", *options]:
            return bench(options)
        case [file] if file.endswith(".workbench"):
            return window([file])
        case ["train" | "info" | "export" | "data" | "study", *_]:
            return engine(arguments)
        case ["-h" | "--help" | "help"]:
            sys.stdout.write(f"{USAGE}\n")
            return 0
        case _:
            say(f"run.py does not know: {' '.join(arguments)}\n\n{USAGE}")
            return 2


def ready(groups: frozenset[str] = frozenset(), *, screen: bool = True) -> Environment:
    """Return the environment once it is ready and Qt can start in it."""
    environment = Environment(ROOT)
    venv_of = this_python() if environment.lacks_venv() else ""
    trouble = system_check.complaint(screen=screen, engine="python3 run.py", venv_of=venv_of)
    if trouble:
        raise LauncherError(trouble)
    environment.prepare(groups, say)
    return environment


def headless() -> dict[str, str]:
    """Return this process's variables with Qt drawing into memory."""
    return {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def hand_over(python: Path, arguments: Sequence[str], *, environ: Mapping[str, str] | None = None) -> int:
    """Become another process; on Windows, where a process cannot, wait for it."""
    command = [str(python), *arguments]
    variables = dict(os.environ if environ is None else environ)
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, variables)  # noqa: S606
    return subprocess.call(command, env=variables)


def window(files: Sequence[str]) -> int:
    """Open the window."""
    environment = ready()
    return hand_over(environment.python, ["-P", "-m", "workbench", *files])


def engine(arguments: Sequence[str]) -> int:
    """Run the engine's own command line; it needs neither a screen nor Qt's libraries."""
    environment = Environment(ROOT)
    environment.prepare(frozenset(), say)
    return hand_over(environment.python, ["-P", "-m", "core", *arguments])


def test(options: Sequence[str]) -> int:
    """Run the tests; what they draw goes into memory."""
    environment = ready(DEVELOPERS, screen=False)
    os.chdir(ROOT)
    return hand_over(environment.python, ["-m", "pytest", "-n", "2", *options], environ=headless())


def check() -> int:
    """Run all checks, also when one fails, and say which did."""
    environment = ready(DEVELOPERS, screen=False)
    failed = []
    for name, arguments in CHECKS:
        say(f"── {name}")
        started = time.monotonic()
        if subprocess.call([str(environment.python), *arguments], cwd=ROOT, env=headless()):
            failed.append(name)
        say(f"   {time.monotonic() - started:.1f} s")
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def shots(folder: str) -> int:
    """Draw every panel into a folder."""
    environment = ready(screen=False)
    return hand_over(environment.python, ["-P", "-m", "workbench.shots", folder], environ=headless())


def bench(options: Sequence[str]) -> int:
    """Measure something."""
    environment = ready(screen=False)
    os.chdir(ROOT)
    return hand_over(environment.python, ["-m", "tests.benchmarks", *options])
