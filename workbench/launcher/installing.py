"""Asking pip for packages, and saying in plain words why it failed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

NO_NETWORK: Final = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "nodename nor servname",
    "getaddrinfo failed",
    "Failed to establish a new connection",
    "Network is unreachable",
    "Connection refused",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "NameResolutionError",
    "from versions: none",
)
FETCHING = re.compile(r"^\s*Downloading (?:\S*/)?(\S+?)-[0-9]\S* \(([0-9.]+) MB\)")


def pip_install(python: Path, arguments: Sequence[str], log: Path, say: Callable[[str], None]) -> str:
    """Run ``pip install`` and return why it failed, or an empty text; all that pip said goes to `log`."""
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--retries", "2", *arguments]
    said: list[str] = []
    with (
        log.open("w", encoding="utf-8") as keep,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
        ) as pip,
    ):
        for line in pip.stdout or ():
            keep.write(line)
            said.append(line)
            fetching = FETCHING.match(line)
            if fetching and float(fetching[2]) >= 1:
                say(f"  fetching {fetching[1].replace('_', '-')}, {fetching[2]} MB")
    return explanation(said, log) if pip.returncode else ""


def explanation(said: Sequence[str], log: Path) -> str:
    """Say what pip's last words mean."""
    last = next((line.strip() for line in reversed(said) if "ERROR" in line or "error:" in line), "pip gave no reason")
    offline = next((sign for sign in NO_NETWORK if any(sign in line for line in said)), "")
    if offline:
        return (
            "The packages cannot be fetched: there seems to be no network, and the first start needs one.\n"
            f"Connect and run it again. (pip: {offline}; everything it said is in {log})"
        )
    if any("No space left" in line for line in said):
        return "The disk is full: about 700 MB are needed. Free some space and run it again."
    return f"The packages could not be installed. (pip: {last}; everything it said is in {log})"
