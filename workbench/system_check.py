"""What Qt needs of the system, found out before Qt is loaded: without it Qt ends the process with a riddle.

Standard library alone: the launcher asks here before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library and the packages that bring it.

    Parameters
    ----------
    soname
        What the loader is asked for.
    apt, dnf, pacman
        The package of Debian and Ubuntu, of Fedora, of Arch.
    """

    soname: str
    apt: str
    dnf: str
    pacman: str


# The lists are what the libraries and plugins of Qt 6.10 name as needed (readelf -d), without the C and C++ runtime.
ALWAYS: Final = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Library("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
)
XCB: Final = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Library("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)
WAYLAND: Final = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
)
PLATFORMS: Final = {"xcb": XCB, "wayland": WAYLAND}

NO_SCREEN: Final = "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open."
SILENT: Final = """\
The screen does not answer ({screens}): no display server is running there, or it does not let you in.
So no window can open."""
WITHOUT_SCREEN: Final = """
Start it from a desktop session, or under xvfb-run. Without a screen the same engine runs on the command line:
  {engine} train --network 'Conv(30, 5) ReLU MaxPool(2) Flatten Affine(100) ReLU Affine(10)' --data digits"""


NO_VENV: Final = "This Python came without its modules venv and ensurepip."


def venv_command(python: str) -> str:
    """Return what installs the modules venv and ensurepip of a Python such as ``3.11``; Debian keeps them apart."""
    return install_command([venv_package(python)])


def venv_package(python: str) -> Library:
    """Return the packages that bring the modules venv and ensurepip."""
    return Library("venv", f"python{python}-venv", "python3", "python")


def loads(soname: str) -> bool:
    """Say whether the system's loader finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def wanted_platforms(environ: Mapping[str, str]) -> list[str]:
    """Return the ways to a screen that Qt will try: what the person set, else those whose server is named."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.partition(":")[0] for name in chosen.split(";")]
    servers = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    return [platform for platform, variable in servers if environ.get(variable)]


def missing_libraries(platforms: Iterable[str], has: Callable[[str], bool] = loads) -> list[Library]:
    """Return what is missing for the first of the platforms, or nothing when any of them is complete."""
    always = [library for library in ALWAYS if not has(library.soname)]
    lacks = [[library for library in PLATFORMS.get(name, ()) if not has(library.soname)] for name in platforms]
    return always + (lacks[0] if lacks and all(lacks) else [])


def answers(platform: str, environ: Mapping[str, str]) -> bool:
    """Say whether the display server behind a way to the screen lets this process in; Qt would end it if not."""
    if platform == "xcb":
        xcb = ctypes.CDLL("libxcb.so.1")
        xcb.xcb_connect.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(xcb.xcb_connect(environ.get("DISPLAY", "").encode() or None, None))
        failed = xcb.xcb_connection_has_error(connection)
        xcb.xcb_disconnect(connection)
        return not failed
    if platform == "wayland":
        place = Path(environ.get("XDG_RUNTIME_DIR", ""), environ.get("WAYLAND_DISPLAY") or "wayland-0")
        with socket.socket(socket.AF_UNIX) as server:
            return server.connect_ex(str(place)) == 0
    return True


def silent_screens(platforms: Sequence[str], environ: Mapping[str, str], reach: Callable[[str, Mapping[str, str]], bool]) -> str:
    """Return the screens that were tried in vain, or an empty text when one of them answers."""
    if any(reach(platform, environ) for platform in platforms):
        return ""
    variables = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return ", ".join(f"{variables[platform]}={environ.get(variables[platform], '')}" for platform in platforms)


def this_is_root() -> bool:
    """Say whether this process may install packages without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_command(
    missing: Sequence[Library], which: Callable[[str], str | None] = shutil.which, *, root: bool | None = None
) -> str:
    """Return the one command that installs those libraries here, or their names where the system is unknown.

    Parameters
    ----------
    root
        Whether it is to work without ``sudo``, which a bare system does not have; by default asked of the system.
    """
    for tool, column, command in (
        ("apt-get", "apt", "apt-get install"),
        ("dnf", "dnf", "dnf install"),
        ("pacman", "pacman", "pacman -S"),
    ):
        if which(tool):
            packages = dict.fromkeys(getattr(library, column) for library in missing)
            return " ".join([*(() if (this_is_root() if root is None else root) else ("sudo",)), command, *packages])
    return "install " + ", ".join(library.soname for library in missing) + " with the tool of your system"


def complaint(
    environ: Mapping[str, str] | None = None,
    *,
    screen: bool = True,
    engine: str = "nwb",
    venv_of: str = "",
    has: Callable[[str], bool] = loads,
    which: Callable[[str], str | None] = shutil.which,
    reach: Callable[[str, Mapping[str, str]], bool] = answers,
) -> str:
    """Return what keeps Qt from starting and how to mend it, or an empty text.

    Parameters
    ----------
    environ
        The environment's variables; by default those of this process.
    screen
        False when Qt will draw into memory alone, as in tests.
    engine
        How the command line is called here.
    venv_of
        The version of a Python, such as ``3.11``, whose venv is missing and is to be installed by the same command.
    """
    if not sys.platform.startswith("linux"):
        return ""
    variables = os.environ if environ is None else environ
    platforms = wanted_platforms(variables) if screen else ["offscreen"]
    if not platforms:
        return NO_SCREEN + WITHOUT_SCREEN.format(engine=engine)
    missing = missing_libraries(platforms, has)
    lacks = []
    if missing:
        names = ", ".join(library.soname for library in missing)
        lacks.append(f"Qt needs system libraries that are not installed: {names}.")
    if venv_of:
        missing = [*missing, venv_package(venv_of)]
        lacks.append(NO_VENV)
    if missing:
        return "\n".join([*lacks, "This installs what is missing:", f"  {install_command(missing, which)}"])
    complete = [name for name in platforms if all(has(library.soname) for library in PLATFORMS.get(name, ()))]
    silent = silent_screens(complete, variables, reach)
    return SILENT.format(screens=silent) + WITHOUT_SCREEN.format(engine=engine) if silent else ""
