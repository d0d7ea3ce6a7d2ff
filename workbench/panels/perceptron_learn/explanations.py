"""What the learning did, in words and numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.perceptron.bound import Bound
from core.perceptron.functions import name_of
from core.perceptron.learning import Update
from core.perceptron.progress import Progress
from core.perceptron.separability import is_separable
from core.perceptron.spec import PerceptronSpec
from core.perceptron.unit import right
from workbench.perceptron.wording import bits, decimals_for, number, point, sum_of
from workbench.theme.theme import Theme

translate = QCoreApplication.translate
SHOWN_OF_CYCLE = 6


def first_lines(spec: PerceptronSpec) -> list[str]:
    """Return what stands in the card before the first sample."""
    if spec.rule == "perceptron":
        return [
            translate("PerceptronLearn", "Each sample asks: is y the target? Only a mistake moves the line."),
            "w₁ ← w₁ + η·(t − y)·x₁",
            "w₂ ← w₂ + η·(t − y)·x₂",
            "b ← b + η·(t − y)·1",
        ]
    return [
        translate("PerceptronLearn", "The same formula with a smooth y = 1 / (1 + e⁻ᶻ): every sample moves the line a little."),
        "w₁ ← w₁ + η·(t − y)·x₁",
        "w₂ ← w₂ + η·(t − y)·x₂",
        "b ← b + η·(t − y)·1",
    ]


def update_lines(update: Update, spec: PerceptronSpec, theme: Theme) -> list[str]:
    """Return an update with its numbers as rich text, the changed numbers in the accent colour."""
    x = (int(update.x[0]), int(update.x[1]))
    smooth = spec.rule == "descent"
    before = (update.before[0], update.before[1], update.before[2])
    decimals = 3 if smooth else decimals_for((*update.before, *update.after))
    y = number(update.y, 3 if smooth else 0)
    error = number(update.target - update.y, 3 if smooth else 0)
    z = number(update.z, decimals)
    lines = [
        translate("PerceptronLearn", "row {row}: x = {x}, t = {target}").format(
            row=update.row + 1, x=bits(x), target=update.target
        ),
        f"z = {sum_of(before, x)} = {z}, y = {y}, t − y = <b>{error}</b>",
    ]
    eta = f"{spec.eta:g}"
    if not update.changed:
        lines.append(translate("PerceptronLearn", "y is the target: nothing changes."))
        lines.append("")
        lines.append("")
        return lines
    for name, old, new, factor in zip(("w₁", "w₂", "b"), update.before, update.after, (*x, 1), strict=True):
        step = f"{eta}·({error})·{factor}"
        result = f"<b>{number(new, decimals)}</b>"
        if new != old:
            result = f"<span style='color:{theme.css('accent')}'>{result}</span>"
        lines.append(f"{name} ← {number(old, decimals)} + {step} = {result}")
    return lines


def verdict(progress: Progress, spec: PerceptronSpec, bound: Bound | None) -> tuple[str, str, str]:
    """Return a tone, a headline and an explanation of how the learning stands."""
    gate = name_of(spec.target)
    if progress.cycle is not None:
        return ("warn", translate("PerceptronLearn", "A circle: it will never end"), _circle(progress, gate))
    if spec.rule == "descent":
        return _descent_verdict(progress, gate)
    if not progress.samples and all(right(spec)):
        words = translate("PerceptronLearn", "Every row is right already. Go to the start to see how it is learned from there.")
        return ("text2", "", words)
    if progress.finished and bound is not None:
        words = translate(
            "PerceptronLearn",
            "A whole pass without an error after {updates} updates in {passes} passes. The theorem allowed {bound} "
            "from this start.",
        ).format(updates=progress.updates, passes=progress.passes, bound=bound.updates)
        words = f"{words} {_theorem(bound)}"
        return ("ok", translate("PerceptronLearn", "Learned {gate}").format(gate=gate), words)
    if bound is not None:
        words = translate("PerceptronLearn", "A line separates {gate}, so at most {bound} updates are needed, in any order.")
        return ("text2", "", f"{words.format(gate=gate, bound=bound.updates)} {_theorem(bound)}")
    return ("text2", "", _without_a_line(progress).format(gate=gate, passes=progress.passes))


def _without_a_line(progress: Progress) -> str:
    """Return what to expect where no line separates the rows and no circle is closed yet."""
    if not progress.passes:
        return translate(
            "PerceptronLearn", "No line separates {gate}: every pass will have an error. Run it and see what happens."
        )
    if progress.order == "shuffled":
        return translate(
            "PerceptronLearn",
            "No line separates {gate}. Passes so far: {passes}, none without an error. Shuffled, the weights wander for ever; "
            "in turn, they close a circle.",
        )
    return translate(
        "PerceptronLearn",
        "No line separates {gate}. Passes so far: {passes}, none without an error. The weights have not come back to where an "
        "earlier pass began; go on until they do.",
    )


def _theorem(bound: Bound) -> str:
    words = translate("PerceptronLearn", "From zero weights it is (R/γ)² = {radius} / {margin}² = {bound}.")
    return words.format(radius=number(bound.radius**2, 0), margin=number(bound.margin, 3), bound=f"{round(bound.from_zero, 3):g}")


def _circle(progress: Progress, gate: str) -> str:
    cycle = progress.cycle
    if cycle is None:
        return ""
    decimals = decimals_for([w for weights in cycle.weights for w in weights])
    shown = [point(weights, decimals) for weights in cycle.weights[:SHOWN_OF_CYCLE]]
    rest = len(cycle.weights) - SHOWN_OF_CYCLE
    ring = " → ".join(shown) + (" → …" if rest > 0 else "")
    return translate(
        "PerceptronLearn",
        "After pass {last} the weights are {weights}, just as after pass {first}. The same samples now make the same {count} "
        "updates again, for ever: {ring}. With {gate} there is no line to end at.",
    ).format(
        last=cycle.last_pass,
        first=cycle.first_pass,
        weights=point(cycle.weights[0], decimals),
        count=cycle.updates,
        ring=ring,
        gate=gate,
    )


def _descent_verdict(progress: Progress, gate: str) -> tuple[str, str, str]:
    loss = number(progress.losses[-1], 3)
    if not is_separable(progress.target):
        words = translate(
            "PerceptronLearn",
            "No circle: the loss settles near ln 2 = 0.693, where y is one half everywhere. Now {loss}. The unit admits that it "
            "does not know, but it cannot be {gate} either.",
        )
        return ("text2", "", words.format(loss=loss, gate=gate))
    if progress.finished:
        words = translate(
            "PerceptronLearn",
            "Every row was right in the last pass, and yet it goes on: the loss, now {loss}, falls as the line gets farther from "
            "the corners and steeper.",
        )
        return ("ok", translate("PerceptronLearn", "Learned {gate}").format(gate=gate), words.format(loss=loss))
    words = translate("PerceptronLearn", "Mean loss {loss}. It falls with every step, even while no row changes sides.")
    return ("text2", "", words.format(loss=loss))
