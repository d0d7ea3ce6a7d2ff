"""Networks to begin with: the book's and historic ones, one file each, a function that returns the spec beside its card."""

from core.zoo.base import Card, ZooNetwork, fitting, zoo

__all__ = ["Card", "ZooNetwork", "fitting", "zoo"]
