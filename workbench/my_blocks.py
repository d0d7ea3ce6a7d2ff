"""The blocks that a person saved to use again: kept beside the settings, in every document, until removed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from core.edits import without_ids
from core.errors import CoreError
from core.serial import from_versioned_json, loads, to_versioned_json
from core.spec import Branch, LayerSpec
from workbench import settings
from workbench.workspace import Workspace

LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Block:
    """Layers under a name."""

    name: str
    layers: tuple[LayerSpec, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the file holds, in the order in which it was saved."""

    blocks: tuple[Block, ...] = ()


class MyBlocks(QObject):
    """Reads the file once and writes it after every change.

    A file that cannot be read is put aside and never written over, so that nothing a person saved is lost.

    Attributes
    ----------
    changed
        After a block was saved, renamed or removed.
    """

    changed = Signal()

    def __init__(self, parent: QObject, path: Path | None = None) -> None:
        super().__init__(parent)
        self._path = path or settings.settings_path().with_name("blocks.json")
        self._blocks: dict[str, Branch] = {}
        self._read()

    @property
    def blocks(self) -> Mapping[str, Branch]:
        """The layers of each block, without ids, by its name."""
        return self._blocks

    def save(self, name: str, layers: Branch) -> str:
        """Keep layers under a name, or under that with a number if it is taken; return the name."""
        taken = self.free_name(name)
        self._blocks[taken] = tuple(without_ids(layer) for layer in layers)
        self._write()
        return taken

    def free_name(self, wished: str) -> str:
        """Return a name that no block has yet, as near to the wish as can be."""
        wished = " ".join(wished.split())[:LONGEST_NAME] or "Block"
        name, number = wished, 1
        while name in self._blocks:
            number += 1
            name = f"{wished} {number}"
        return name

    def rename(self, old: str, new: str) -> None:
        """Call a block otherwise; it keeps its place."""
        new = " ".join(new.split())[:LONGEST_NAME]
        if new and new != old and old in self._blocks:
            name = self.free_name(new)
            self._blocks = {name if known == old else known: layers for known, layers in self._blocks.items()}
            self._write()

    def remove(self, name: str) -> None:
        """Forget a block."""
        if self._blocks.pop(name, None) is not None:
            self._write()

    def _read(self) -> None:
        if not self._path.exists():
            return
        try:
            kept = from_versioned_json(Blocks, loads(self._path.read_bytes()), "blocks")
        except (CoreError, OSError):
            self._put_aside()
            return
        self._blocks = {block.name: block.layers for block in kept.blocks}

    def _put_aside(self) -> None:
        try:
            self._path.replace(self._path.with_name("blocks.unreadable.json"))
        except OSError:
            return

    def _write(self) -> None:
        kept = Blocks(tuple(Block(name, layers) for name, layers in self._blocks.items()))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_name("blocks.new.json")
        fresh.write_text(json.dumps(to_versioned_json(kept), ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(self._path)
        self.changed.emit()


def my_blocks_of(workspace: Workspace) -> MyBlocks:
    """Return the blocks of the person at a window; read when first asked for."""
    found = workspace.findChild(MyBlocks, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, MyBlocks) else MyBlocks(workspace)


def suggested_name(layers: Branch) -> str:
    """Return what to call a block: its own name, else what it is made of."""
    only = layers[0]
    if len(layers) == 1 and only.name:
        return only.name
    inside = only.branches[0] if len(layers) == 1 and len(only.branches) == 1 and only.branches[0] else layers
    kinds = list(dict.fromkeys(layer.kind for layer in inside))[:3]
    repeat = dict(only.settings).get("repeat", 1) if len(layers) == 1 else 1
    prefix = "" if inside is layers or only.kind == "Sequential" else f"{only.kind} "
    return f"{prefix}{''.join(kinds)}{f' × {repeat}' if repeat != 1 else ''}"
