"""The environment beside `run.py`: made once, kept while the project's needs stay the same, remade when broken."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.launcher.installing import pip_install
from workbench.system_check import NO_VENV, venv_command

Say = Callable[[str], None]
STAMP_FORMAT = 1


class LauncherError(Exception):
    """The environment cannot be made; the text says why and what to do."""


def this_python() -> str:
    """Return the version that an environment depends on, such as ``3.11``."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


@dataclass(frozen=True, slots=True)
class Environment:
    """The folder ``.venv`` in the project's root.

    Parameters
    ----------
    root
        The folder that holds pyproject.toml.
    """

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp_file(self) -> Path:
        """Where it is noted what was installed; missing while an installation is under way."""
        return self.folder / "workbench-stamp.json"

    def stamp(self, groups: frozenset[str]) -> dict[str, Any]:
        """Return what an environment for these dependency groups has to be noted as."""
        project = hashlib.sha256((self.root / "pyproject.toml").read_bytes()).hexdigest()
        return {
            "format": STAMP_FORMAT,
            "root": str(self.root),
            "python": this_python(),
            "project": project,
            "groups": sorted(groups),
        }

    def noted(self) -> dict[str, Any]:
        """Return what was noted at the last installation, or nothing."""
        try:
            noted = json.loads(self.stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def is_ready(self, groups: frozenset[str]) -> bool:
        """Say whether nothing has to be done; asks no network and starts no process."""
        noted = self.noted()
        installed = frozenset(noted.get("groups", ()))
        return self.python.exists() and groups <= installed and noted == self.stamp(installed)

    def flaw(self) -> str:
        """Return why the present folder cannot be used, or an empty text."""
        if not self.python.exists():
            return "it has no interpreter"
        probe = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
        result = subprocess.run([self.python, "-c", probe], capture_output=True, text=True, check=False)
        if result.returncode:
            return "it is broken"
        version = result.stdout.strip()
        return "" if version == this_python() else f"it belongs to Python {version}"

    def lacks_venv(self) -> bool:
        """Say whether it has yet to be made and this Python cannot make it."""
        return not self.python.exists() and any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip"))

    def prepare(self, groups: frozenset[str], say: Say) -> None:
        """Make the environment ready for these dependency groups.

        Raises
        ------
        LauncherError
            If Python lacks venv, packages cannot be fetched, or the folder cannot be written.
        """
        if self.is_ready(groups):
            return
        wanted = groups | frozenset(self.noted().get("groups", ()))
        try:
            self._make(say)
            self.stamp_file.unlink(missing_ok=True)
            self._install(wanted, say)
            self.stamp_file.write_text(json.dumps(self.stamp(wanted), indent=1), encoding="utf-8")
        except OSError as error:
            raise LauncherError(f"{self.folder} cannot be made: {error}. Free some space or use another folder.") from error

    def _make(self, say: Say) -> None:
        if self.folder.exists():
            flaw = self.flaw()
            if not flaw:
                return
            say(f"Removing the old environment .venv: {flaw}")
            shutil.rmtree(self.folder)
        if self.lacks_venv():
            raise LauncherError(f"{NO_VENV}\nThis installs them:\n  {venv_command(this_python())}")
        say(f"Making an environment in .venv with Python {'.'.join(map(str, sys.version_info[:3]))}")
        base = getattr(sys, "_base_executable", sys.executable)  # run from inside .venv, it must not build on itself
        made = subprocess.run([base, "-m", "venv", self.folder], capture_output=True, text=True, check=False)
        if made.returncode:
            raise LauncherError("The environment cannot be made:\n" + (made.stdout + made.stderr).strip())

    def _install(self, groups: frozenset[str], say: Say) -> None:
        tools = [need for group in sorted(groups) for need in self.requirements(group)]
        say("Installing the workbench" + (" and the tools of its developers" if tools else "") + ", once; Qt is about 80 MB")
        trouble = pip_install(self.python, ["--editable", str(self.root), *tools], self.folder / "install.log", say)
        if trouble:
            raise LauncherError(trouble)

    def requirements(self, group: str) -> list[str]:
        """Return what a dependency group asks for; read here, because pip before 25.1 knows no groups."""
        table = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        return list(table["dependency-groups"][group])
