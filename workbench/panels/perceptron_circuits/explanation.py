"""Sentences about a circuit: why it fails, and how far a challenge is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.perceptron.board import CircuitBoard, Part, owner, rows_of
from core.perceptron.board_values import right_rows, values
from core.perceptron.challenges import CHALLENGES, Progress
from core.perceptron.circuit_text import formula_of, label_of
from workbench.perceptron.wording import bits, formula_text

CHALLENGE_TITLES = {
    "xor": str(QT_TRANSLATE_NOOP("Circuits", "XOR")),
    "nand_only_xor": str(QT_TRANSLATE_NOOP("Circuits", "XOR of NAND alone")),
    "half_adder": str(QT_TRANSLATE_NOOP("Circuits", "half adder")),
    "multiplexer": str(QT_TRANSLATE_NOOP("Circuits", "2-to-1 multiplexer")),
    "majority": str(QT_TRANSLATE_NOOP("Circuits", "majority of three")),
    "full_adder": str(QT_TRANSLATE_NOOP("Circuits", "full adder")),
    "parity": str(QT_TRANSLATE_NOOP("Circuits", "parity of three")),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Circuits", text)


def challenge_title(name: str) -> str:
    """Return what a challenge asks for: ``half adder, at most 5 gates``."""
    title, most = _say(CHALLENGE_TITLES[name]), CHALLENGES[name].most_gates
    if most == 1:
        return QCoreApplication.translate("Circuits", "{title}, with 1 gate").format(title=title)
    return QCoreApplication.translate("Circuits", "{title}, at most {most} gates").format(title=title, most=most)


def challenge_state(progress: Progress) -> tuple[str, str]:
    """Return the tone and the sentence of how far a challenge is."""
    if progress.solved:
        words = QCoreApplication.translate("Circuits", "solved with {gates} of {most} gates")
        return "ok", words.format(gates=progress.gates, most=progress.most_gates)
    if progress.missing:
        words = QCoreApplication.translate("Circuits", "{name} is not as the challenge gave it")
        return "warn", words.format(name=progress.missing)
    if progress.foreign:
        words = QCoreApplication.translate("Circuits", "{gate} may not be used here")
        return "warn", words.format(gate=progress.foreign)
    if progress.gates > progress.most_gates:
        words = QCoreApplication.translate("Circuits", "{gates} gates: too many by {more}")
        return "warn", words.format(gates=progress.gates, more=progress.gates - progress.most_gates)
    words = QCoreApplication.translate("Circuits", "{right} of {total} values right, {gates} gates")
    return "text2", words.format(right=progress.right, total=progress.total, gates=progress.gates)


def why_it_fails(board: CircuitBoard) -> str:
    """Return why the first output that is wrong somewhere is wrong; "" where everything is right."""
    for part in board.of_kind("output"):
        judged = right_rows(board, part.id)
        if part.target and part.sources[0] and not all(judged):
            count = QCoreApplication.translate("Circuits", "Right in {count} of {total} rows.")
            return formula_text(f"{_reason(board, part, judged.index(False))} ") + count.format(
                count=sum(judged), total=len(judged)
            )
    return ""


def _reason(board: CircuitBoard, part: Part, row: int) -> str:
    source = part.sources[0]
    gate = board.part(owner(source))
    table = values(board)
    outputs = {line[source] for line in table}
    if gate.name == "OR" and outputs == {1} and len(gate.sources) == 2 and all(gate.sources):
        first, second = gate.sources
        zeros = [n for n, line in enumerate(table) if line[first] == 0]
        if zeros and len(zeros) < len(table):
            words = QCoreApplication.translate(
                "Circuits",
                "{a} is 0 only for {rows}, and there {b} is 1. So at least one of the two is always 1,"
                " and OR of them is 1 in every row.",
            )
            where = ", ".join(bits(rows_of(board)[n]) for n in zeros)
            return words.format(a=label_of(board, first), b=label_of(board, second), rows=where)
    carried = ", ".join(f"{label_of(board, s)} = {table[row][s]}" for s in gate.sources)
    place = bits(rows_of(board)[row])
    if carried:
        words = QCoreApplication.translate(
            "Circuits", "At {row} there is {carried}, so {formula} gives {given}; it should be {wanted}."
        )
    else:
        words = QCoreApplication.translate("Circuits", "At {row} {formula} gives {given}; it should be {wanted}.")
    return words.format(
        row=place, carried=carried, formula=formula_of(board, source), given=table[row][source], wanted=part.target[row]
    )
