from __future__ import annotations

import sys

import pytest

from tests.architecture.sources import ROOT
from workbench.system_check import ALWAYS, WAYLAND, XCB, complaint, install_command, loads, missing_libraries, wanted_platforms

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")

X11 = {"DISPLAY": ":0"}


def without(*names):
    return lambda soname: soname not in names


def apt(tool):
    return "/usr/bin/apt-get" if tool == "apt-get" else None


def test_that_a_complete_system_is_not_complained_about():
    assert complaint(X11, has=without()) == ""


def test_that_exactly_the_missing_libraries_are_installed():
    text = complaint(X11, has=without("libxcb-cursor.so.0", "libEGL.so.1"), which=apt)
    assert text.endswith("sudo apt-get install libegl1 libxcb-cursor0")


@pytest.mark.parametrize(("tool", "expected"), [("dnf", "sudo dnf install libxcb"), ("pacman", "sudo pacman -S libxcb")])
def test_that_a_package_is_named_once(tool, expected):
    missing = [library for library in XCB if library.dnf == "libxcb"]
    assert install_command(missing, lambda name: name if name == tool else None) == expected


def test_that_an_unknown_system_is_told_the_libraries():
    assert "libEGL.so.1" in install_command(ALWAYS[:1], lambda name: None)


def test_that_without_a_screen_the_command_line_is_offered():
    text = complaint({}, has=without(), engine="python3 run.py")
    assert "DISPLAY" in text
    assert "python3 run.py train" in text


def test_that_drawing_into_memory_needs_no_screen_and_no_x_libraries():
    assert complaint({}, screen=False, has=without(*[library.soname for library in XCB])) == ""
    assert complaint({"QT_QPA_PLATFORM": "offscreen"}, has=without(*[library.soname for library in XCB])) == ""


def test_that_one_complete_way_to_the_screen_is_enough():
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert complaint(both, has=without(*[library.soname for library in WAYLAND])) == ""
    everything = [library.soname for library in (*WAYLAND, *XCB)]
    assert "libwayland-client0" in complaint(both, has=without(*everything), which=apt)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, []),
        ({"DISPLAY": ""}, []),
        ({"QT_QPA_PLATFORM": "xcb:option;wayland"}, ["xcb", "wayland"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, ["wayland", "xcb"]),
    ],
)
def test_that_the_way_to_the_screen_is_read_from_the_environment(environ, expected):
    assert wanted_platforms(environ) == expected


def test_that_the_loader_itself_is_asked():
    assert loads("libc.so.6")
    assert not loads("libnosuchthing.so.9")


def test_that_nothing_is_missing_on_a_machine_that_runs_these_tests():
    assert missing_libraries(["offscreen"]) == []


def test_that_the_build_machine_installs_all_that_is_looked_for():
    script = (ROOT / ".ci" / "run").read_text()
    assert [library.apt for library in (*ALWAYS, *XCB) if f" {library.apt}" not in script] == []
