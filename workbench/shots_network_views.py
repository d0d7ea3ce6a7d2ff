"""The network lab's views beside the stack, in states worth a picture: text, code, the comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from core.zoo import zoo
from workbench.lab import LabView
from workbench.network_text import TextForm
from workbench.panels.network_code.panel import NetworkCodePanel
from workbench.panels.network_compare.panel import NetworkComparePanel
from workbench.panels.network_compare.references import Reference
from workbench.widgets.segmented import Segmented
from workbench.workspace import Workspace

LAB: Final = "network"
SELECTED: Final = "conv2"
BESIDE: Final = "lenet5"
MISTYPED_CODE: Final = (": ReLU()", ": RelU()")
MISTYPED: Final = ("MaxPool(2)\nConv(16", "MaxPol(2)\nConv(16")


def photograph_network_views(view: LabView, workspace: Workspace, take: Callable[[str], None]) -> None:
    """Bring about one state after the other and take each; the document is left as it was.

    Parameters
    ----------
    view
        The lab, open.
    take
        Takes a picture with a name once everything has settled.
    """
    editor = view.docks["network_text"].panel.findChild(TextForm)
    language = view.findChild(Segmented, "network_code.language")
    compare = view.docks["network_compare"].panel
    code = view.docks["network_code"].panel
    if editor is None or language is None or not isinstance(compare, NetworkComparePanel):
        return
    if not isinstance(code, NetworkCodePanel):
        return

    def front(panel: str) -> None:
        view.docks[panel].show()
        view.docks[panel].raise_()

    workspace.select(SELECTED)
    front("network_text")
    take("text")
    editor.setPlainText(editor.toPlainText().replace(*MISTYPED))
    take("text-error")
    editor.let_go()

    front("network_code")
    for written in ("torch", "numpy"):
        language.take(written)
        take(f"code-{written}")
    start = code.view.toPlainText().index(MISTYPED_CODE[0])
    code.view.replace(start, start + len(MISTYPED_CODE[0]), MISTYPED_CODE[1])
    code.editing.read()
    take("code-error")
    code.give_up()

    front("network_compare")
    other = next(network for network in zoo() if network.name == BESIDE)
    compare.compare_with(Reference(other.card.title, other.spec, other.card.input_shape))
    take("compare")
    workspace.select("")
    front("stack")
