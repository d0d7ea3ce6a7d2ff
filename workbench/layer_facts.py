"""What is known of a layer beyond its settings, in words: memory, receptive field, time, formulas with numbers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from core.errors import CoreError
from core.layers.base import LAYERS
from core.layers.formula import Formula
from core.network import build_layer
from core.probes.layer_times import LayerTime
from core.shapes import LayerReport
from core.shapes.report import bytes_text
from core.shapes.sight import Sight
from core.spec import LayerSpec
from workbench.translation.core_text import translate_core
from workbench.widgets.numbers import THIN_SPACE


def formulas_of(layer: LayerSpec, report: LayerReport | None) -> tuple[Formula, ...]:
    """Return how a layer's figures come about; none where what reaches it is open or does not fit."""
    if report is None or report.input_shape is None:
        return ()
    try:
        return build_layer(layer).explain(report.input_shape)
    except CoreError:
        return ()


def memory_text(report: LayerReport | None) -> str:
    """Return the memory of a layer's outputs, such as ``64.0 kB per sample``; "" where it is open."""
    if report is None or report.cost is None:
        return ""
    return QCoreApplication.translate("LayerFacts", "{bytes} per sample").format(bytes=bytes_text(report.cost.activation_bytes))


def sight_text(sight: Sight | None) -> str:
    """Return the receptive field, such as ``5×5 px``; "" where it is not known."""
    if sight is None:
        return ""
    if not sight.size:
        return QCoreApplication.translate("LayerFacts", "the whole input")
    return f"{sight.size}×{sight.size}{THIN_SPACE}px"


def time_text(time: LayerTime | None) -> str:
    """Return forward and backward time, such as ``0.42 / 0.80 ms``; "" where it was not measured."""
    return f"{1e3 * time.forward:.3g} / {1e3 * time.backward:.3g}{THIN_SPACE}ms" if time else ""


def about_layer(layer: LayerSpec, report: LayerReport | None, sight: Sight | None, time: LayerTime | None, batch: int) -> str:
    """Return all of it in lines, for a tooltip."""
    return "\n".join(_lines(layer, report, sight, time, batch))


def _lines(
    layer: LayerSpec, report: LayerReport | None, sight: Sight | None, time: LayerTime | None, batch: int
) -> Iterator[str]:
    cls = LAYERS.get(layer.kind)
    yield f"{translate_core(cls.title)}. {translate_core(cls.help)}"
    for formula in formulas_of(layer, report):
        yield f"{translate_core(formula.name)}: {formula.numeric} = {formula.result}"
    if memory_text(report):
        yield QCoreApplication.translate("LayerFacts", "Activation memory: {memory}").format(memory=memory_text(report))
    if sight_text(sight):
        yield QCoreApplication.translate("LayerFacts", "Receptive field: {field}").format(field=sight_text(sight))
    if time is not None:
        words = QCoreApplication.translate("LayerFacts", "Forward / backward: {time} for a batch of {batch}, measured here")
        yield words.format(time=time_text(time), batch=batch)
    else:
        yield QCoreApplication.translate("LayerFacts", "Forward / backward: measured once it has trained and pauses")
    if layer.notes:
        yield layer.notes
