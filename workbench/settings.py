"""What the person chose for the program itself, kept in one ini file.

To add a setting, add a field with its default here; it is stored under its own name, and read back by its type.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

from core.kernels.engine import EngineChoice, choice_named
from core.measured_engine import kept_choice
from workbench.theme.colormaps import Palette
from workbench.theme.theme import Mode

Language = Literal["system", "en", "ja"]
EngineSetting = Literal["measured", "direct-1", "direct-2", "winograd-1", "winograd-2"]

ARRANGEMENT_VERSION: Final = 1
"""Raise when the docks of the labs change, so that arrangements of older versions are left aside."""

RECENT_FILES: Final = 8


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, as a value.

    Parameters
    ----------
    theme, palette, language
        How it looks and speaks.
    reduce_motion
        Whether nothing should move that does not have to.
    memory_megabytes
        How much memory the kept moments of a run may take.
    engine
        How new runs compute: a fixed way, or that which was measured as the quickest.
    recent_files
        Newest first.
    lab
        The lab that was open.
    """

    theme: Mode = "system"
    palette: Palette = "default"
    language: Language = "system"
    reduce_motion: bool = False
    memory_megabytes: int = 256
    engine: EngineSetting = "measured"
    recent_files: tuple[str, ...] = ()
    lab: str = ""

    @property
    def engine_choice(self) -> EngineChoice | None:
        """How new runs compute; None while nothing was measured."""
        return kept_choice() if self.engine == "measured" else choice_named(self.engine)


def settings_path() -> Path:
    """Return where the ini file lies."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "settings.ini"


class SettingsStore(QObject):
    """Reads and writes the settings, and tells when they change.

    A value that cannot be read, or that is none of the choices, is left aside for its default: a broken file never
    keeps the program from starting.
    """

    changed = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ini = QSettings(str(path or settings_path()), QSettings.Format.IniFormat, self)
        self._settings = self._read()

    @property
    def settings(self) -> Settings:
        """The present choices."""
        return self._settings

    @property
    def first_launch(self) -> bool:
        """Whether no window was ever closed with these settings."""
        return not self._ini.contains("window/geometry")

    def change(self, **changes: Any) -> None:
        """Replace some choices, keep them, and tell it."""
        new = replace(self._settings, **changes)
        if new != self._settings:
            self._settings = new
            for name in changes:
                value = getattr(new, name)
                self._ini.setValue(f"settings/{name}", list(value) if isinstance(value, tuple) else value)
            self.changed.emit(new)

    def opened(self, path: Path) -> None:
        """Put a file first in the list of recent files."""
        recent = (str(path), *(p for p in self._settings.recent_files if p != str(path)))[:RECENT_FILES]
        self.change(recent_files=recent)

    def keep_bytes(self, key: str, value: QByteArray) -> None:
        """Keep a window's geometry or the arrangement of a lab."""
        self._ini.setValue(key, value)

    def kept_bytes(self, key: str) -> QByteArray:
        """Return what was kept under the key, empty if nothing was."""
        value = self._ini.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def forget(self, group: str) -> None:
        """Forget everything that was kept under a group."""
        self._ini.remove(group)

    def save(self) -> None:
        """Write to disk now."""
        self._ini.sync()

    def _read(self) -> Settings:
        found: dict[str, Any] = {}
        hints = get_type_hints(Settings)
        for field in fields(Settings):
            key = f"settings/{field.name}"
            if self._ini.contains(key):
                value = _converted(self._ini.value(key), hints[field.name])
                if value is not None:
                    found[field.name] = value
        return Settings(**found)


def _converted(value: object, hint: Any) -> object:
    """Return what QSettings gave in the type of the field, or None if it does not fit."""
    if get_origin(hint) is Literal:
        return value if value in get_args(hint) else None
    if hint is bool:
        return {"true": True, "false": False}.get(str(value).lower())
    if hint is int:
        text = str(value)
        return int(text) if text.isascii() and text.isdigit() else None
    if hint is str:
        return value if isinstance(value, str) else None
    entries = [value] if isinstance(value, str) else value
    return tuple(str(entry) for entry in entries) if isinstance(entries, list | tuple) else None
