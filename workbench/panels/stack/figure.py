"""What each block of the stack says: names, settings, shape and cost, from a network and its diagnosis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from core.fields import ComponentSpec
from core.layers.base import LAYERS, shape_text
from core.shapes import Diagnosis, LayerReport, Problem
from core.spec import LayerSpec, NetworkSpec
from workbench.layer_icons import icon_of
from workbench.translation.core_text import message
from workbench.widgets.numbers import grouped, short_count

GIVES_ANOTHER = "output_classes"
"""The one error in which the layer's own shape is sure."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one block says.

    Parameters
    ----------
    family, icon
        For the bar at the left edge and the picture.
    name
        The person's name for the layer, else its kind.
    settings
        The settings in a few words.
    shape
        The output shape, or "" where it is open.
    cost
        Parameters and multiply-adds, each "" where there are none.
    brief
        The multiply-adds in three figures, for a block too narrow for both.
    problem
        "error", "hint" or "".
    frozen
        Whether its parameters are kept as they are.
    spoken
        All of it in one sentence, for assistive tools.
    about
        For the tooltip, where it is always the same.
    """

    family: str
    icon: str
    name: str
    settings: str = ""
    shape: str = ""
    cost: tuple[str, str] = ("", "")
    brief: str = ""
    problem: str = ""
    frozen: bool = False
    spoken: str = ""
    about: str = ""


@dataclass(frozen=True)
class Figure:
    """The network as it is drawn.

    Parameters
    ----------
    words
        What each block says, by the layer's id; "input" and "loss" are the two ends.
    problems
        By the layer's id; "" for those of the whole network.
    merges
        What the bar under the branches of a Parallel says, in bold and plain.
    """

    network: NetworkSpec = field(default_factory=NetworkSpec)
    words: Mapping[str, Words] = field(default_factory=dict)
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    merges: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class Figures:
    """Makes figures, and remembers the words of what an edit leaves as it was."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[LayerSpec, LayerReport | None, tuple[Problem, ...], Words]] = {}

    def forget(self) -> None:
        """Say everything anew, because the language is another."""
        self._known.clear()

    def of(self, network: NetworkSpec, diagnosis: Diagnosis | None) -> Figure:
        """Return what the blocks of a network say; without a diagnosis, no shapes and costs."""
        reports = {report.id: report for report in diagnosis.layers} if diagnosis else {}
        problems: dict[str, tuple[Problem, ...]] = {}
        for problem in diagnosis.problems if diagnosis else ():
            problems[problem.layer_id] = (*problems.get(problem.layer_id, ()), problem)
        layers = list(network.walk())
        known: dict[int, tuple[LayerSpec, LayerReport | None, tuple[Problem, ...], Words]] = {}
        words: dict[str, Words] = {}
        for layer in layers:
            report, wrong = reports.get(layer.id), problems.get(layer.id, ())
            entry = self._known.get(id(layer))
            if entry is None or not (entry[0] is layer and entry[1] == report and entry[2] == wrong):
                entry = (layer, report, wrong, _words(layer, report, wrong))
            known[id(layer)] = entry
            words[layer.id] = entry[3]
        self._known = known
        merges = {layer.id: _merge(layer, reports) for layer in layers if len(layer.branches) > 1}
        return Figure(network, words, problems, merges)


def _merge(layer: LayerSpec, reports: Mapping[str, LayerReport]) -> tuple[str, str]:
    """Return how the outputs of the branches come together: ``concat``, ``16 + 24 = 40 channels  40×8×8``."""
    merge = str(dict(layer.settings).get("merge", LAYERS.get(layer.kind).fields["merge"].default))
    own = reports.get(layer.id)
    ends = [reports.get(branch[-1].id) if branch else own for branch in layer.branches]
    shapes = [(end.input_shape if end is own else end.output_shape) if end is not None else None for end in ends]
    if own is None or own.output_shape is None or any(shape is None for shape in shapes):
        return merge, ""
    if merge != "concat":
        return merge, shape_text(own.output_shape)
    parts = " + ".join(str(shape[0]) for shape in shapes if shape is not None)
    said = QCoreApplication.translate("Stack", "{sum} channels").format(sum=f"{parts} = {own.output_shape[0]}")
    return merge, f"{said}   {shape_text(own.output_shape)}"


def _words(layer: LayerSpec, report: LayerReport | None, problems: tuple[Problem, ...]) -> Words:
    cls = LAYERS.get(layer.kind)
    errors = any(problem.severity == "error" for problem in problems)
    open_shape = any(problem.severity == "error" and problem.code != GIVES_ANOTHER for problem in problems)
    shape = shape_text(report.output_shape) if report and report.output_shape is not None and not open_shape else ""
    settings = settings_text(layer)
    parameters = report.cost.parameters if report and report.cost else 0
    macs = report.cost.macs if report and report.cost else 0
    cost = (
        QCoreApplication.translate("Stack", "{n} par.").format(n=count_text(parameters)) if parameters else "",
        QCoreApplication.translate("Stack", "{n} MACs").format(n=count_text(macs)) if macs and parameters else "",
    )
    brief = QCoreApplication.translate("Stack", "{n} MACs").format(n=short_count(macs)) if macs and parameters else ""
    name = layer.name or layer.kind
    said = [message(problem.code, dict(problem.details)) for problem in problems]
    spoken = ", ".join(part for part in (name, layer.kind if layer.name else "", settings, shape, *cost, *said) if part)
    return Words(
        family=cls.family,
        icon=icon_of(layer.kind, cls.family),
        name=name,
        settings=f"{layer.kind} {settings}".strip() if layer.name else settings,
        shape=shape,
        cost=cost,
        brief=brief,
        problem="error" if errors else "hint" if problems else "",
        frozen=layer.frozen,
        spoken=spoken,
    )


def settings_text(layer: LayerSpec) -> str:
    """Return a layer's settings in a few words: what it cannot be imagined without, then what differs from the default.

    The names are those of the text form, so that nobody has to learn two.
    """
    cls = LAYERS.get(layer.kind)
    settings = LAYERS.build(layer.component).settings
    said: list[str] = []
    shown: set[str] = set()
    for first in ("filters", "units"):
        if first in settings:
            said.append(str(settings[first]))
            shown.add(first)
    for side in ("kernel", "size"):
        if side in settings:
            square = f"{settings[side]}×{settings[side]}"
            said = [f"{said[0]} × {square}"] if said else [square]
            shown.add(side)
    if "size" in settings and "stride" in settings:
        said.append(f"stride {settings['stride'] or settings['size']}")
        shown.add("stride")
    if "shape" in settings and isinstance(settings["shape"], tuple):
        said.append(shape_text(settings["shape"]))
        shown.add("shape")
    if layer.kind == "Parallel":
        said.append(QCoreApplication.translate("Stack", "{n} branches").format(n=len(layer.branches)))
    always = {"ratio", "merge", "shortcut"}
    for name, value in settings.items():
        changed = value != cls.fields[name].default
        if name in shown or isinstance(value, ComponentSpec) or not (changed or name in always):
            continue
        if isinstance(value, bool):
            said.append(name.replace("_", " ") if value else _without(name))
        elif isinstance(value, str):
            said.append(value)
        else:
            said.append(f"× {value}" if name == "repeat" else f"{name.replace('_', ' ')} {value}")
    return ", ".join(said)


def _without(name: str) -> str:
    return QCoreApplication.translate("Stack", "no {setting}").format(setting=name.replace("_", " "))


def count_text(count: int) -> str:
    """Return a count in full while it is short, such as ``442,368``, then in three figures: ``2.36 M``."""
    return grouped(count) if count < 1_000_000 else short_count(count)


def heaviest(network: NetworkSpec, diagnosis: Diagnosis, what: str) -> list[tuple[str, float]]:
    """Return name and share of the top-level layers in the network's ``parameters`` or ``macs``, the heaviest first.

    Layers of a kind that stands there more than once are told apart by their ids.
    """
    reports = {report.id: report for report in diagnosis.layers}
    kinds = Counter(layer.kind for layer in network.layers)
    amounts = [
        (layer.name or (layer.kind if kinds[layer.kind] == 1 else layer.id), getattr(cost, what))
        for layer in network.layers
        if layer.id in reports and (cost := reports[layer.id].cost)
    ]
    total = sum(amount for _, amount in amounts)
    return sorted(((name, amount / total) for name, amount in amounts if amount), key=lambda entry: -entry[1])
