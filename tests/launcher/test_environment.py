from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.launcher import environment as module
from workbench.launcher.environment import Environment, LauncherError, this_python
from workbench.launcher.installing import explanation, pip_install

PROJECT = '[project]\nname = "a"\n\n[dependency-groups]\ndev = ["pytest>=8", "ruff"]\n'
APP = frozenset()
DEV = frozenset({"dev"})


@pytest.fixture
def said():
    return []


@pytest.fixture
def steps(monkeypatch):
    """Stands in for venv and pip; what they were asked is kept."""
    steps = []

    def run(command, **about):
        steps.append([str(part) for part in command])
        answer = ""
        if "-m" in command and "venv" in command:
            python = Environment(Path(command[-1]).parent).python
            python.parent.mkdir(parents=True)
            python.touch()
        else:
            answer = this_python()
        return subprocess.CompletedProcess(command, 0, stdout=answer, stderr="")

    def install(python, arguments, log, say):
        steps.append(["pip", *arguments])
        return ""

    monkeypatch.setattr(module.subprocess, "run", run)
    monkeypatch.setattr(module, "pip_install", install)
    return steps


@pytest.fixture
def place(tmp_path):
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    return Environment(tmp_path)


def test_that_the_first_start_makes_and_installs_and_says_so(place, steps, said):
    place.prepare(APP, said.append)
    assert [step[-2:] for step in steps] == [["venv", str(place.folder)], ["--editable", str(place.root)]]
    assert len(said) == 2
    assert place.is_ready(APP)


def test_that_the_second_start_does_nothing(place, steps, said):
    place.prepare(APP, said.append)
    steps.clear()
    said.clear()
    place.prepare(APP, said.append)
    assert not steps
    assert not said


def test_that_developers_get_their_tools_and_keep_them(place, steps, said):
    place.prepare(APP, said.append)
    assert not place.is_ready(DEV)
    place.prepare(DEV, said.append)
    assert steps[-1][-2:] == ["pytest>=8", "ruff"]
    assert place.is_ready(APP)
    assert place.is_ready(DEV)
    (place.root / "pyproject.toml").write_text(PROJECT + "# changed\n")
    place.prepare(APP, said.append)
    assert place.is_ready(DEV)


@pytest.mark.parametrize(("key", "value"), [("python", "3.99"), ("project", "0"), ("root", "/elsewhere"), ("format", 0)])
def test_that_an_environment_of_other_needs_is_not_ready(place, steps, said, key, value):
    place.prepare(APP, said.append)
    place.stamp_file.write_text(json.dumps({**place.noted(), key: value}))
    assert not place.is_ready(APP)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "\x00"])
def test_that_a_damaged_note_is_no_note(place, steps, said, text):
    place.prepare(APP, said.append)
    place.stamp_file.write_text(text)
    assert not place.is_ready(APP)
    place.prepare(APP, said.append)
    assert place.is_ready(APP)


def test_that_an_environment_without_interpreter_is_remade(place, steps, said):
    place.prepare(APP, said.append)
    place.python.unlink()
    (place.folder / "rubbish").touch()
    place.prepare(APP, said.append)
    assert "Removing the old environment .venv: it has no interpreter" in said
    assert not (place.folder / "rubbish").exists()
    assert place.is_ready(APP)


def test_that_an_environment_of_another_python_is_remade(place, steps, said, monkeypatch):
    place.prepare(APP, said.append)
    monkeypatch.setattr(module, "this_python", lambda: "3.99")
    assert not place.is_ready(APP)
    place.prepare(APP, said.append)
    assert f"Removing the old environment .venv: it belongs to Python {this_python()}" in said


def test_that_an_interrupted_installation_is_taken_up_again(place, steps, said, monkeypatch):
    place.prepare(APP, said.append)
    (place.root / "pyproject.toml").write_text(PROJECT + "# changed\n")
    monkeypatch.setattr(module, "pip_install", lambda *rest: "cut off")
    with pytest.raises(LauncherError, match="cut off"):
        place.prepare(APP, said.append)
    assert not place.is_ready(APP)
    assert not place.noted()


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_that_a_python_without_venv_names_the_package_that_brings_it(place, said, monkeypatch, lacking):
    monkeypatch.setattr(module.importlib.util, "find_spec", lambda name: None if name == lacking else object())
    with pytest.raises(LauncherError, match=rf"apt-get install python{this_python()}-venv"):
        place.prepare(APP, said.append)


def test_that_a_folder_that_cannot_be_written_is_an_error_with_a_remedy(place, steps, said, monkeypatch):
    def refuse(*rest):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "pip_install", refuse)
    with pytest.raises(LauncherError, match="Permission denied"):
        place.prepare(APP, said.append)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ERROR: Could not find a version that satisfies the requirement a (from versions: none)", "no network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: ResolutionImpossible", "ResolutionImpossible"),
    ],
)
def test_that_a_failure_of_pip_is_said_in_plain_words(line, expected, tmp_path):
    assert expected in explanation(["Collecting a\n", line + "\n"], tmp_path / "log")


def test_that_large_downloads_are_announced_and_all_is_logged(tmp_path, said):
    script = tmp_path / "python"
    lines = ["Collecting numpy", "  Downloading numpy-2.4.6-cp311.whl (18.0 MB)", "Downloading tiny-1.0.whl (0.1 MB)"]
    script.write_text(f"#!{sys.executable}\nprint({chr(10).join(lines)!r})\n")
    script.chmod(0o755)
    assert pip_install(script, [], tmp_path / "log", said.append) == ""
    assert said == ["  fetching numpy, 18.0 MB"]
    assert (tmp_path / "log").read_text().splitlines() == lines
