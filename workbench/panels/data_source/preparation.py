"""The settings of a recipe as fields, so that they get the same form as everything else."""

from __future__ import annotations

from typing import Any

from core.datasets.recipe import SCALINGS, DataRecipe
from core.fields import BoolField, ChoiceField, Configured, FloatField


class Preparation(Configured):
    """How data is split, scaled and laid out."""

    scaling = ChoiceField(
        "unit", choices=SCALINGS, help="unit brings the values to 0 … 1, standard to mean 0 and std 1, none leaves them."
    )
    flatten = BoolField(False, help="Lay every image out as one row of numbers.")
    validation = FloatField(0.1, minimum=0, maximum=0.8, help="The share kept from training, to judge by while it goes on.")
    test = FloatField(0.2, minimum=0, maximum=0.8, help="The share for the last test, where the source has no test part.")


def preparation_of(recipe: DataRecipe) -> dict[str, Any]:
    """Return a recipe's settings for the form."""
    return {name: getattr(recipe, name) for name in Preparation.fields}
