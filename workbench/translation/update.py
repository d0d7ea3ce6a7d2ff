"""Bring the Japanese catalogue up to date: ``python -m workbench.translation.update``.

It finds every text, keeps the translations there are, marks what is missing as unfinished, forgets what is gone, and
compiles the catalogue for the program. Then fill in what is unfinished, in the file or with Qt Linguist, and run it again.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import Final

from workbench.translation.strings import ROOT, Text, all_texts, messages, tool

LANGUAGE: Final = "ja"
CATALOGUE: Final = ROOT / "resources" / "translations" / f"workbench_{LANGUAGE}.ts"
COMPILED: Final = CATALOGUE.with_suffix(".qm")


def translations() -> dict[Text, str]:
    """Return the finished translations of the catalogue."""
    if not CATALOGUE.exists():
        return {}
    return {text: translation for text, translation in messages(CATALOGUE) if translation}


def missing() -> list[Text]:
    """Return what has no finished translation, in order."""
    known = translations()
    return sorted(text for text in all_texts() if text not in known)


def write(known: dict[Text, str]) -> list[Text]:
    """Write the catalogue with these translations and return what is unfinished."""
    root = ET.Element("TS", version="2.1", language="ja_JP", sourcelanguage="en")
    texts = sorted(all_texts())
    unfinished = []
    for context in sorted({context for context, _ in texts}):
        group = ET.SubElement(root, "context")
        ET.SubElement(group, "name").text = context
        for text in (text for text in texts if text[0] == context):
            message = ET.SubElement(group, "message")
            ET.SubElement(message, "source").text = text[1]
            translation = ET.SubElement(message, "translation")
            translation.text = known.get(text, "")
            if not translation.text:
                translation.set("type", "unfinished")
                unfinished.append(text)
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    CATALOGUE.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return unfinished


def compile_catalogue() -> None:
    """Make the file that the program loads."""
    command = [str(tool("lrelease")), "-silent", str(CATALOGUE), "-qm", str(COMPILED)]
    subprocess.run(command, check=True)  # noqa: S603


def main() -> int:
    """Update, compile, and say what is missing."""
    unfinished = write(translations())
    compile_catalogue()
    for context, text in unfinished:
        sys.stdout.write(f"missing: {context}: {text}\n")
    sys.stdout.write(f"{len(unfinished)} texts have no Japanese translation yet; see {CATALOGUE.relative_to(ROOT)}\n")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
