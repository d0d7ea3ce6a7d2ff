"""Whether an edited script agrees with the code of the network that was read from it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from core.errors import TextFormError
from core.files.code.reading.entries import Entry, Script, all_entries, atoms, copies_of
from core.files.code.reading.meaning import Meaning


class Agreement:
    """What was typed must be what the network's own code says, or what stood there before the edit.

    Parameters
    ----------
    edited, before
        The script and how it was written.
    meaning
        Reads one line.
    """

    def __init__(self, edited: Script, before: Script, meaning: Callable[[Entry], Meaning]) -> None:
        self.edited, self.before, self.meaning = edited, before, meaning
        self.known = {entry.key: entry for entry in all_entries(before.entries)}

    def check_surroundings(self) -> None:
        """Check that nothing but the layers was changed.

        Raises
        ------
        TextFormError
            At the first line that was.
        """
        self._check_lines(self.edited.before, self.before.before, 0)
        behind = len(self.edited.text) - len(self.edited.behind)
        self._check_lines(self.edited.behind.rstrip("\n"), self.before.behind.rstrip("\n"), behind)

    def _check_lines(self, edited: str, before: str, at: int) -> None:
        ours, theirs = edited.split("\n"), before.split("\n")
        for number, line in enumerate(ours):
            if number >= len(theirs) or line.rstrip() != theirs[number].rstrip():
                raise TextFormError("code_outside", start=at, end=at + max(1, len(line)))
            at += len(line) + 1
        if len(theirs) > len(ours):
            raise TextFormError("code_outside", start=max(0, at - 2), end=at - 1)

    def check(self, edited: Sequence[Entry], again: Sequence[Entry], copy: str = "") -> None:
        """Check the layers.

        Parameters
        ----------
        again
            Those of the code of the network that was read.
        copy
            In which copy of a repeated block they stand.

        Raises
        ------
        TextFormError
            At the first part that says something else than the network.
        """
        expected = copies_of(again, copy)
        for inner, row in copies_of(edited, copy).items():
            if len(row) == len(expected.get(inner, ())):  # else a copy that was left as it was
                for entry, wanted in zip(row, expected[inner], strict=True):
                    self._check_entry(entry, wanted, inner)

    def _check_entry(self, entry: Entry, wanted: Entry, copy: str) -> None:
        before = self.known.get(entry.key)
        said, meant = self.meaning(entry), self.meaning(wanted)
        earlier = self.meaning(before) if before is not None else None
        if earlier is not None and earlier.kind != said.kind:
            earlier = None
        ours, theirs = _parts(said), _parts(meant)
        old = _parts(earlier) if earlier is not None else {}
        for path, node in ours.items():
            received, expected = ast.unparse(node), _source(theirs.get(path))
            stale = earlier is None and _is_number(node) and _is_number(theirs.get(path))
            if not stale and received not in (expected, _source(old.get(path))):
                raise self.edited.error("code_follows", node, received=received[:40], expected=(expected or "—")[:40])
        for path, node in theirs.items():
            if path not in ours and (earlier is None or path in old):
                expected = ast.unparse(node)[:40]
                raise self.edited.error("code_follows", entry.call, received=entry.source[:40], expected=expected)
        self._check_comment(entry, wanted, before)
        for row, other in zip(entry.inside, wanted.inside, strict=False):
            self.check(row, other, copy)

    def _check_comment(self, entry: Entry, wanted: Entry, before: Entry | None) -> None:
        comment = entry.comment
        if comment is None or before is None or not comment.shape:
            return
        shapes = [other.comment.shape for other in (wanted, before) if other.comment is not None]
        if comment.shape not in shapes:
            start, end = comment.span
            raise TextFormError("code_follows", start=start, end=end, received=comment.shape, expected=shapes[0])


def _parts(meaning: Meaning) -> dict[tuple[str | int, ...], ast.expr]:
    found: dict[tuple[str | int, ...], ast.expr] = {}
    for name, node in meaning.others.items():
        found |= atoms(node, (name,))
    return found


def _source(node: ast.expr | None) -> str:
    return ast.unparse(node) if node is not None else ""


def _is_number(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)
