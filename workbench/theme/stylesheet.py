"""The one style sheet: a template in which ``@token`` stands for a colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _template() -> str:
    return (files("workbench") / "theme" / "stylesheet.qss").read_text(encoding="utf-8")


def stylesheet(colours: Mapping[str, str]) -> str:
    """Return the style sheet with every token replaced by its colour.

    Raises
    ------
    KeyError
        If the template names a token that does not exist.
    """
    return re.sub(r"@(\w+)", lambda match: colours[match[1]], _template())
