"""The page of stochastic gradient descent."""

from __future__ import annotations

from core.arrays import Array


class SGD:
    """w ← w − lr·g (book, section 6.1.2)."""

    def __init__(self, lr: float = 0.01) -> None:
        self.lr = lr

    def update(self, params: dict[str, Array], grads: dict[str, Array]) -> None:
        for key, g in grads.items():
            params[key] -= self.lr * g
