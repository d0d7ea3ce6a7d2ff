"""The page of AdamW."""

from __future__ import annotations

from core.files.code.book.optimizers.adam import Adam


class AdamW(Adam):
    """Adam whose weights also shrink by lr·λ·w at each step; see `with_weight_decay`."""
