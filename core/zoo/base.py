"""What every network of the zoo brings: a spec, and a card that says what it was made for."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

from core.arrays import Shape
from core.spec import NetworkSpec
from core.text import parse_network


@dataclass(frozen=True, slots=True)
class Card:
    """What a person should know of a network.

    Parameters
    ----------
    title
        What people call it.
    task
        What it was made for.
    architecture
        How it is built, in one sentence.
    result
        What came of it, in one sentence.
    input_shape, outputs
        What one sample looks like, and how many numbers come out.
    order
        Its place in lists: small and early networks first.
    year
        Of its publication; 0 where there is none.
    book
        The section of the book that shows it.
    """

    title: str
    task: str
    architecture: str
    result: str
    input_shape: Shape
    outputs: int
    order: int
    year: int = 0
    book: str = ""


@dataclass(frozen=True, slots=True)
class ZooNetwork:
    """A network of the zoo.

    Parameters
    ----------
    name
        The name of its function; stable.
    spec
        The network as a value, named after its title.
    """

    name: str
    card: Card
    spec: NetworkSpec


Writer = Callable[[], str]

_WRITERS: dict[str, tuple[Card, Writer]] = {}


def enter(card: Card) -> Callable[[Writer], Writer]:
    """Put the network that the decorated function writes as text into the zoo, with its card."""

    def entered(writer: Writer) -> Writer:
        _WRITERS[writer.__name__] = (card, writer)
        return writer

    return entered


def zoo() -> tuple[ZooNetwork, ...]:
    """Return all networks in the order of their cards."""
    package = importlib.import_module("core.zoo")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"core.zoo.{module.name}")
    networks = [
        ZooNetwork(name, card, NetworkSpec(parse_network(writer()).layers, name=card.title))
        for name, (card, writer) in _WRITERS.items()
    ]
    return tuple(sorted(networks, key=lambda network: (network.card.order, network.name)))


def fitting(input_shape: Shape) -> tuple[ZooNetwork, ...]:
    """Return the networks made for samples like these: of that very shape, else of as many dimensions."""
    alike = [network for network in zoo() if len(network.card.input_shape) == len(input_shape)]
    same = [network for network in alike if network.card.input_shape == input_shape]
    return tuple(same or alike)
