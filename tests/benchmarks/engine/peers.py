"""Which programs are compared on a workload, under the names of their processes."""

from __future__ import annotations

from core.kernels.engine import CHOICES, EngineChoice

TORCH: tuple[str, ...] = ("torch-1t", "torch-2t", "torch-1t-last", "torch-2t-last")
PLAIN = frozenset("abcdef")
"""Workloads that the plain reference has layers for."""
SKLEARN = frozenset("abc")
CONVOLUTIONAL = frozenset("defgh")
"""Workloads on which the choice of kernels matters."""


def ours(choice: EngineChoice) -> str:
    """Return the name of our peer that computes in this way."""
    return f"ours-{choice.name}"


def other_choices(workload: str, used: EngineChoice) -> list[EngineChoice]:
    """Return the ways of computing worth a row beside the one that users get."""
    return [choice for choice in CHOICES if choice != used] if workload in CONVOLUTIONAL else []
