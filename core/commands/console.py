"""What a command says: lines for people or a JSON object a line for programs, and a bar while it works."""

from __future__ import annotations

import json
import math
import shutil
import time
from typing import Any, Final, TextIO

BAR_WIDTH: Final = 24
BAR_SECONDS: Final = 0.1


class Console:
    """Answers go to `out`, everything about the work itself to `err`.

    Parameters
    ----------
    out, err
        Where to write.
    as_json
        True for a JSON object a line instead of lines for people.
    quiet
        True to leave out everything but answers and errors.
    """

    def __init__(self, out: TextIO, err: TextIO, *, as_json: bool = False, quiet: bool = False) -> None:
        self.out = out
        self.err = err
        self.as_json = as_json
        self.quiet = quiet
        self._bar_shown = False
        self._bar_at = 0.0

    def event(self, name: str, **values: Any) -> None:
        """Tell programs that something happened; people do not see it."""
        if self.as_json:
            plain = {key: plain_value(value) for key, value in values.items()}
            self._write(self.out, json.dumps({"event": name, **plain}, ensure_ascii=False))

    def line(self, text: str = "") -> None:
        """Give people a line of the answer."""
        if not self.as_json:
            self._write(self.out, text)

    def note(self, text: str) -> None:
        """Tell people what is being done."""
        if not self.as_json and not self.quiet:
            self._write(self.err, text)

    def error(self, code: str, text: str, **values: Any) -> None:
        """Say why the command failed."""
        if self.as_json:
            self.event("error", code=code, message=text.partition("\n")[0], **values)
        else:
            self._write(self.err, text)

    def progress(self, share: float, text: str) -> None:
        """Show how far the work is, at most ten times a second, where somebody is watching."""
        now = time.monotonic()
        if self.quiet or self.as_json or not self.err.isatty() or now - self._bar_at < BAR_SECONDS:
            return
        self._bar_at, self._bar_shown = now, True
        full = round(BAR_WIDTH * min(max(share, 0.0), 1.0))
        bar = f"[{'█' * full}{'·' * (BAR_WIDTH - full)}] {100 * share:3.0f} %  {text}"
        self.err.write("\r\x1b[K" + bar[: shutil.get_terminal_size().columns - 1])
        self.err.flush()

    def _write(self, stream: TextIO, text: str) -> None:
        if self._bar_shown:
            self.err.write("\r\x1b[K")
            self._bar_shown = False
        stream.write(text + "\n")
        stream.flush()


def plain_value(value: Any) -> Any:
    """Return a value as JSON knows it: numbers that are not finite become null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
