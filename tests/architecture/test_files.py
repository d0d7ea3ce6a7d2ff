from __future__ import annotations

import re
import tokenize
import tomllib

import pytest

from tests.architecture.sources import PACKAGES, ROOT, place, python_files

LONGEST = 500
VAGUE = re.compile(r"(^|_)(util|utils|helper|helpers|manager|managers|misc|common|stuff)(_|$)", re.IGNORECASE)
COLOUR = re.compile(r"""(["'])#[0-9a-fA-F]{3,8}\1|QColor\(\s*\d|QColor\(\s*["']|Qt\.GlobalColor\.(?!transparent)""")
REGISTRY_HOSTS = ("pypi.org", "pythonhosted", "anaconda.org", "simple/", "index-url", "extra-index", "find-links")
CONFIG_SUFFIXES = {".toml", ".cfg", ".ini", ".lock", ".yml", ".yaml", ".json", ".txt", ".in"}
OURS = (".ci", ".github", "core", "workbench", "resources", "tests", "docs")


def lines_of(file):
    return file.read_text(encoding="utf-8").splitlines()


def test_that_no_file_is_longer_than_a_person_can_hold():
    long = [f"{place(file)}: {len(lines_of(file))} lines" for file in python_files() if len(lines_of(file)) > LONGEST]
    assert not long


def test_that_names_say_what_a_thing_is():
    vague = [place(path) for folder in PACKAGES for path in (ROOT / folder).rglob("*") if VAGUE.search(path.stem)]
    assert not [name for name in vague if "__pycache__" not in name]


def test_that_no_class_is_a_helper_or_a_manager():
    pattern = re.compile(r"^\s*class \w*(Util|Helper|Manager)s?\b")
    assert not [place(f, n) for f in python_files() for n, line in enumerate(lines_of(f), 1) if pattern.match(line)]


def comments(file):
    with file.open("rb") as stream:
        for token in tokenize.tokenize(stream.readline):
            if token.type == tokenize.COMMENT:
                yield token


def test_that_nothing_is_left_to_do():
    marks = re.compile(r"\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + r"CK)\b")
    suspects = [file for file in python_files() if marks.search(file.read_text(encoding="utf-8"))]
    assert not [place(f, t.start[0]) for f in suspects for t in comments(f) if marks.search(t.string)]


@pytest.mark.parametrize(
    ("line", "caught"),
    [
        ('pen = "#ff0000"', True),
        ("QColor(255, 0, 0)", True),
        ('QColor("red")', True),
        ("QColor(theme.token)", False),
        ('label = "#1"', False),
        ("Qt.GlobalColor.red", True),
        ("Qt.GlobalColor.transparent", False),
    ],
)
def test_that_the_search_for_colours_knows_one_when_it_sees_one(line, caught):
    assert bool(COLOUR.search(line)) is caught


def test_that_colours_are_named_in_the_theme_alone():
    files = [file for file in python_files("workbench") if "theme" not in file.relative_to(ROOT).parts]
    assert not [place(f, n) for f in files for n, line in enumerate(lines_of(f), 1) if COLOUR.search(line)]


def test_that_no_configuration_names_the_host_of_a_package_registry():
    files = [path for path in ROOT.iterdir() if path.is_file()]
    files += [path for folder in OURS for path in (ROOT / folder).rglob("*") if path.is_file()]
    configs = [path for path in files if path.suffix in CONFIG_SUFFIXES or ".ci" in path.parts]
    assert ROOT / "pyproject.toml" in configs
    found = [
        f"{place(path)}: {host}"
        for path in configs
        for host in REGISTRY_HOSTS
        if host in path.read_text(encoding="utf-8", errors="ignore")
    ]
    assert not found


def test_that_every_source_file_ends_with_a_line_end():
    broken = [place(file) for file in python_files() if (text := file.read_bytes()) and not text.endswith(b"\n")]
    assert not broken


def test_that_everything_the_packages_read_is_packed_with_them():
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    for package in ("core", "workbench"):
        files = [path for path in (ROOT / package).rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
        packed = {path for pattern in data[package] for path in (ROOT / package).glob(pattern)}
        assert [place(path) for path in files if path not in packed] == []
