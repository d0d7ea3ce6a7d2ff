"""What the button of a mend says: the act alone, for it stands beside the layer."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.shapes import Fix
from workbench.translation.core_text import message

WORDS = {
    "insert_flatten": str(QT_TRANSLATE_NOOP("Mends", "Insert Flatten")),
    "insert_global_average_pool": str(QT_TRANSLATE_NOOP("Mends", "Insert GlobalAveragePool")),
    "insert_reshape": str(QT_TRANSLATE_NOOP("Mends", "Insert Reshape to {shape}")),
    "insert_activation": str(QT_TRANSLATE_NOOP("Mends", "Insert ReLU")),
    "remove_layer": str(QT_TRANSLATE_NOOP("Mends", "Remove {layer}")),
    "set_pad": str(QT_TRANSLATE_NOOP("Mends", "Set pad to {pad}")),
    "set_kernel": str(QT_TRANSLATE_NOOP("Mends", "Set the window to {kernel}×{kernel}")),
    "set_groups": str(QT_TRANSLATE_NOOP("Mends", "Set groups to {groups}")),
    "set_merge": str(QT_TRANSLATE_NOOP("Mends", "Merge by concat")),
    "set_straight_through": str(QT_TRANSLATE_NOOP("Mends", "Let gradients through")),
    "keep_sizes": str(QT_TRANSLATE_NOOP("Mends", "Keep the sizes")),
    "keep_sizes_and_project": str(QT_TRANSLATE_NOOP("Mends", "Keep the sizes and project")),
    "project_shortcut": str(QT_TRANSLATE_NOOP("Mends", "Use a 1×1 projection")),
    "match_output": str(QT_TRANSLATE_NOOP("Mends", "Set units to {outputs}")),
    "append_flatten": str(QT_TRANSLATE_NOOP("Mends", "Append Flatten")),
    "append_global_average_pool": str(QT_TRANSLATE_NOOP("Mends", "Append GlobalAveragePool")),
    "append_output": str(QT_TRANSLATE_NOOP("Mends", "Append Affine({outputs})")),
}
"""By the code of the mend; one that is not here says its whole sentence."""


def fix_words(fix: Fix) -> str:
    """Return the words for a mend's button, in the present language."""
    if fix.code not in WORDS:
        return message(f"fix_{fix.code}", dict(fix.details)).rstrip(".。")
    return QCoreApplication.translate("Mends", WORDS[fix.code]).format(**fix.details)
