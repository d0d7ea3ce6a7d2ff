"""Settings survive the program and a broken file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from workbench.settings import RECENT_FILES, Settings, SettingsStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.ini"


def reopened(store: SettingsStore, path: Path) -> SettingsStore:
    store.save()
    return SettingsStore(path)


def test_that_settings_are_the_defaults_at_first(path: Path) -> None:
    assert SettingsStore(path).settings == Settings()
    assert SettingsStore(path).first_launch


def test_that_every_setting_is_read_back_by_its_type(path: Path) -> None:
    store = SettingsStore(path)
    store.change(theme="dark", palette="grey", language="ja", reduce_motion=True, memory_megabytes=64, lab="train")
    store.opened(Path("/a.workbench"))
    assert reopened(store, path).settings == store.settings
    assert reopened(store, path).settings.recent_files == ("/a.workbench",)


def test_that_values_that_do_not_fit_are_left_aside(path: Path) -> None:
    path.write_text("[settings]\ntheme=purple\nmemory_megabytes=much\nreduce_motion=perhaps\nlanguage=ja\n")
    assert SettingsStore(path).settings == Settings(language="ja")


def test_that_a_file_that_is_no_ini_gives_the_defaults(path: Path) -> None:
    path.write_bytes(bytes(range(256)))
    assert SettingsStore(path).settings == Settings()


def test_that_a_change_is_told_once_and_no_change_is_not(path: Path, qtbot) -> None:
    store = SettingsStore(path)
    with qtbot.waitSignal(store.changed) as told:
        store.change(theme="dark")
    assert told.args == [Settings(theme="dark")]
    with qtbot.assertNotEmitted(store.changed):
        store.change(theme="dark")


def test_that_recent_files_are_newest_first_without_twins(path: Path) -> None:
    store = SettingsStore(path)
    for i in range(RECENT_FILES + 3):
        store.opened(Path(f"/{i}.workbench"))
    store.opened(Path("/5.workbench"))
    assert store.settings.recent_files[0] == "/5.workbench"
    assert len(set(store.settings.recent_files)) == RECENT_FILES


def test_that_kept_bytes_come_back_until_forgotten(path: Path) -> None:
    store = SettingsStore(path)
    store.keep_bytes("arrangement/train", QByteArray(b"\x00\xff"))
    again = reopened(store, path)
    assert again.kept_bytes("arrangement/train") == QByteArray(b"\x00\xff")
    again.forget("arrangement")
    assert again.kept_bytes("arrangement/train").isEmpty()
