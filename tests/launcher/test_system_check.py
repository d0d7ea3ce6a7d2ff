from __future__ import annotations

import socket
import sys

import pytest

from tests.architecture.sources import ROOT
from workbench import system_check
from workbench.system_check import ALWAYS, WAYLAND, XCB, answers, install_command, loads, missing_libraries, wanted_platforms

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")

X11 = {"DISPLAY": ":0"}


def without(*names):
    return lambda soname: soname not in names


def complaint(environ, **about):
    return system_check.complaint(environ, **{"reach": lambda platform, variables: True, **about})


@pytest.fixture(autouse=True)
def not_root(monkeypatch):
    monkeypatch.setattr(system_check, "this_is_root", lambda: False)


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


def test_that_root_is_told_a_command_that_works_without_sudo():
    assert install_command(ALWAYS[:1], apt, root=True) == "apt-get install libegl1"


def test_that_one_command_installs_both_what_qt_and_what_python_lack():
    text = complaint(X11, has=without("libEGL.so.1"), which=apt, venv_of="3.11")
    assert "libEGL.so.1" in text
    assert "venv" in text
    assert text.endswith("sudo apt-get install libegl1 python3.11-venv")
    assert complaint(X11, has=without(), which=apt, venv_of="3.11").endswith("sudo apt-get install python3.11-venv")


def test_that_a_screen_that_does_not_answer_is_named_before_qt_aborts():
    text = complaint({"DISPLAY": ":77"}, has=without(), reach=lambda platform, variables: False, engine="python3 run.py")
    assert "DISPLAY=:77" in text
    assert "python3 run.py train" in text


def test_that_one_screen_that_answers_is_enough():
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "gone"}
    assert complaint(both, has=without(), reach=lambda platform, variables: platform == "xcb") == ""


def test_that_a_screen_whose_libraries_are_missing_is_not_tried():
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    tried = []
    complaint(both, has=without("libxcb.so.1"), reach=lambda platform, variables: tried.append(platform) or True)
    assert tried == ["wayland"]


def test_that_a_display_without_a_server_does_not_answer():
    assert not answers("xcb", {"DISPLAY": ":7654"})


def test_that_a_wayland_server_answers_where_its_socket_listens(tmp_path):
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-5"}
    assert not answers("wayland", environ)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-5"))
        server.listen()
        assert answers("wayland", environ)


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
