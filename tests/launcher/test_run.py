from __future__ import annotations

import ast
import runpy
import subprocess
import sys

import pytest

import core
from tests.architecture.sources import ROOT
from workbench.launcher import doors
from workbench.launcher.environment import Environment, LauncherError

RUN = ROOT / "run.py"


def test_that_old_pythons_can_read_the_door():
    source = RUN.read_text(encoding="utf-8")
    assert source.isascii(), "Python 2 reads ASCII unless told otherwise"
    tree = ast.parse(source, feature_version=(3, 4))
    new = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)]
    assert not new
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [f for f in functions if f.returns or any(a.annotation for a in f.args.args)]


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 8, 0), (3, 10, 13)])
def test_that_an_old_python_is_told_what_is_needed(monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as stop:
        runpy.run_path(str(RUN), run_name="__main__")
    assert "needs Python 3.11 or newer" in str(stop.value)
    assert f"this is Python {version[0]}.{version[1]}" in str(stop.value)


def test_that_an_old_python_names_a_newer_one_on_the_path(monkeypatch, tmp_path):
    (tmp_path / "python3.12").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "version_info", (3, 9, 0))
    with pytest.raises(SystemExit, match=r"python3\.12 run\.py"):
        runpy.run_path(str(RUN), run_name="__main__")


def test_that_help_needs_no_environment():
    result = subprocess.run([sys.executable, RUN, "--help"], capture_output=True, text=True, check=True)
    assert all(word in result.stdout for word in ("test", "check", "shots", "bench"))


@pytest.mark.parametrize("arguments", [["tset"], ["check", "--fast"], ["shots"], ["a", "b"]])
def test_that_an_unknown_command_is_answered_with_what_there_is(capsys, arguments):
    assert doors.main(arguments) == 2
    said = capsys.readouterr().err
    assert " ".join(arguments) in said
    assert "run.py bench" in said


@pytest.fixture
def handed(monkeypatch):
    """What would have been started; the environment counts as ready."""
    started = []
    monkeypatch.setattr(doors, "hand_over", lambda python, arguments, **rest: started.append((arguments, rest)) or 0)
    monkeypatch.setattr(doors.system_check, "complaint", lambda **about: "")
    monkeypatch.setattr(Environment, "prepare", lambda self, groups, say: started.append(sorted(groups)))
    monkeypatch.setattr(doors.os, "chdir", lambda folder: None)
    return started


def test_that_no_argument_opens_the_window(handed):
    assert doors.main([]) == 0
    assert handed == [[], (["-P", "-m", "workbench"], {})]


def test_that_the_engine_is_reached_without_asking_for_a_screen(handed, monkeypatch):
    monkeypatch.setattr(doors.system_check, "complaint", lambda **about: "no screen")
    doors.main(["train", "--network", "Flatten"])
    assert handed == [[], (["-P", "-m", "core", "train", "--network", "Flatten"], {})]


def test_that_a_document_is_opened(handed):
    doors.main(["my.workbench"])
    assert handed[1][0][-1] == "my.workbench"


def test_that_tests_run_without_a_screen_with_the_tools_of_developers(handed, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    doors.main(["test", "tests/core", "-x"])
    groups, (arguments, rest) = handed
    assert groups == ["dev"]
    assert arguments[-2:] == ["tests/core", "-x"]
    assert rest["environ"]["QT_QPA_PLATFORM"] == "offscreen"


def test_that_what_qt_lacks_is_said_before_anything_is_installed(handed, monkeypatch, capsys):
    monkeypatch.setattr(doors.system_check, "complaint", lambda **about: "Qt needs things")
    assert doors.main([]) == 1
    assert capsys.readouterr().err == "Qt needs things\n"
    assert handed == []


def test_that_an_interruption_is_not_a_traceback(handed, monkeypatch, capsys):
    def interrupted(self, groups, say):
        raise KeyboardInterrupt

    monkeypatch.setattr(Environment, "prepare", interrupted)
    assert doors.main([]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_that_a_failed_installation_is_one_message(handed, monkeypatch, capsys):
    def failing(self, groups, say):
        raise LauncherError("no network")

    monkeypatch.setattr(Environment, "prepare", failing)
    assert doors.main(["test"]) == 1
    assert capsys.readouterr().err == "no network\n"


def test_that_all_checks_run_also_after_one_failed(handed, monkeypatch, capsys):
    ran = []

    def call(command, **about):
        ran.append(command[1:])
        return len(ran) == 1

    monkeypatch.setattr(doors.subprocess, "call", call)
    assert doors.main(["check"]) == 1
    assert len(ran) == len(doors.CHECKS)
    assert capsys.readouterr().err.endswith("Failed: style\n")


@pytest.mark.parametrize(("asked", "answer"), [("--help", "neural-workbench [FILE.workbench]"), ("--version", core.__version__)])
def test_that_the_program_answers_without_opening_its_window(asked, answer):
    done = subprocess.run(
        [sys.executable, "-m", "workbench", asked], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith(answer)
