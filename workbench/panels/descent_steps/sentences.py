"""One update of an optimizer as sentences with its numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.descent.path import Path
from core.descent.race import Race
from workbench.descent.parts import scale_of, setting
from workbench.descent.wording import number, vector
from workbench.widgets.numbers import MINUS, plain_number

translate = QCoreApplication.translate


def sentences(race: Race, path: Path, step: int, start: int = 0) -> str:
    """Return what happened in the update to a step, from one of the starts."""
    last = path.last_finite(path.steps, start)
    gone = int(path.diverged[start])
    if 0 <= gone <= step:
        return " ".join(filter(None, (_lost(race, path, gone, start), _rounded_away(race, path, step, start))))
    if step > last:
        return ""
    return " ".join(filter(None, (_seen(race, path, step, start), _update(path, step, start))))


def _lost(race: Race, path: Path, gone: int, start: int) -> str:
    """Explain a path that is lost: by the curvature where one rate decides, else by its numbers."""
    curvature = np.abs(np.linalg.eigvalsh(np.nan_to_num(race.objective.hessian(path.at[0, :, start])))).max()
    words = translate("DescentSteps", "Lost since step {step}: each step is longer than the one before.").format(step=gone)
    if path.racer.optimizer.kind == "SGD" and not path.racer.newton and curvature > 0:
        edge = translate(
            "DescentSteps", "At the start the surface curves by {curvature}; a rate above 2/{curvature} = {edge} overshoots."
        )
        words += " " + edge.format(curvature=number(float(curvature)), edge=number(2 / float(curvature)))
    return words


def _rounded_away(race: Race, path: Path, step: int, start: int) -> str:
    """Explain why a lost path stands still: far out the numerical gradient has no figures left."""
    if race.spec.slope == "numerical" and not path.seen[step - 1, :, start].all() and path.exact[step - 1, :, start].any():
        return translate("DescentSteps", "So far out x + h is x to the computer, and the numerical gradient 0: it stands still.")
    return ""


def _seen(race: Race, path: Path, step: int, start: int) -> str:
    """Say what the gradient is, and what noise and clipping made of it."""
    spec = race.spec
    exact, seen = path.exact[step - 1, :, start], path.seen[step - 1, :, start]
    if path.racer.newton:
        return translate("DescentSteps", "∇f = {gradient}, divided by the curvature: H⁻¹·∇f = {seen}.").format(
            gradient=vector(exact), seen=vector(seen)
        )
    words = translate("DescentSteps", "∇f = {gradient}.").format(gradient=vector(exact))
    if spec.noise:
        words += " " + translate("DescentSteps", "With noise the optimizer sees {seen}.").format(seen=vector(seen))
    if spec.clip and np.isclose(np.hypot(*seen), spec.clip):
        words += " " + translate("DescentSteps", "Clipped to the length {clip}: {seen}.").format(
            clip=plain_number(spec.clip), seen=vector(seen)
        )
    return words


def _update(path: Path, step: int, start: int) -> str:
    kind = path.racer.optimizer.kind
    rate, seen = float(path.rate[step - 1]), path.seen[step - 1, :, start]
    move = path.at[step, :, start] - path.at[step - 1, :, start]
    eta = plain_number(rate)
    match kind:
        case "Momentum" | "Nesterov":
            v = path.state["v"][:, :, start]
            words = translate("DescentSteps", "Keeps {mu} of v = {before}, adds {minus}{eta}·∇f = {push}; v is now {after}.")
            words = words.format(
                mu=plain_number(setting(path, "momentum")),
                before=vector(v[step - 1]),
                minus=MINUS,
                eta=eta,
                push=vector(-rate * seen),
                after=vector(v[step]),
            )
            if kind == "Nesterov":
                words += " " + translate("DescentSteps", "Looks ahead by {mu}·v: step {move}.").format(
                    mu=plain_number(setting(path, "momentum")), move=vector(move)
                )
            return words
        case "AdaGrad":
            return translate(
                "DescentSteps", "Squared slopes so far: h = {h}. Each axis gets its own rate: {eta} / √h = {rates}; step {move}."
            ).format(h=vector(path.state["h"][step, :, start]), eta=eta, rates=_rates(path, step, start), move=vector(move))
        case "RMSProp":
            return translate(
                "DescentSteps", "Mean of the last squared slopes: h = {h}. Rates {eta} / √h = {rates}; step {move}."
            ).format(h=vector(path.state["h"][step, :, start]), eta=eta, rates=_rates(path, step, start), move=vector(move))
        case "Adam" | "AdamW":
            words = translate("DescentSteps", "m = {m}, v = {v}, corrected for step {step}: rates {rates}; step {move}.").format(
                m=vector(path.state["m"][step, :, start]),
                v=vector(path.state["v"][step, :, start]),
                step=step,
                rates=_rates(path, step, start),
                move=vector(move),
            )
            if kind == "AdamW":
                decay = setting(path, "weight_decay")
                words += " " + translate("DescentSteps", "Before that the place shrank by {share}.").format(
                    share=plain_number(rate * decay)
                )
            return words
        case _:
            return translate("DescentSteps", "Step {minus}{eta}·∇f = {move}.").format(minus=MINUS, eta=eta, move=vector(move))


def _rates(path: Path, step: int, start: int) -> str:
    rates = scale_of(path, step, start)
    return vector(rates) if rates is not None else "—"
