"""What people type after an option, read into specs; a mistake is shown with a mark under it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from core.arrays import Shape
from core.datasets.base import DATASETS
from core.datasets.idx import find_idx_files
from core.datasets.recipe import Data
from core.errors import CoreError, TextFormError
from core.fields import ComponentSpec
from core.losses.base import LOSSES
from core.registry import Registry
from core.shapes import diagnose
from core.spec import NetworkSpec
from core.text import parse_component, parse_network

USUAL_LOSSES: Final = ("SoftmaxCrossEntropy", "BinaryCrossEntropy", "MeanSquared")
FEWEST_UPDATES: Final = 250
SMALLEST_BATCH: Final = 5
LARGEST_BATCH: Final = 100
"""With these the usual network reads 97 % of the 8×8 digits after five epochs, and MNIST gets the book's batch of 100."""


class OptionError(Exception):
    """An option holds something that cannot be read.

    Attributes
    ----------
    code
        For programs.
    text
        For people, with a mark under the mistake where its place is known.
    place
        Begin and end of the mistake, or nothing.
    """

    def __init__(self, code: str, text: str, **place: int) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.place = place


@contextmanager
def read_from(option: str, text: str) -> Iterator[None]:
    """Name the option, and mark the place, of whatever goes wrong inside."""
    try:
        yield
    except TextFormError as error:
        raise OptionError(error.code, marked(option, text, error), start=error.start, end=error.end) from error
    except CoreError as error:
        raise OptionError(error.code, f"{option}: {error}") from error


def marked(option: str, text: str, error: TextFormError) -> str:
    """Return the message, the line at fault, and a mark under the mistake."""
    begin = text.rfind("\n", 0, error.start) + 1
    end = text.find("\n", begin)
    line = text[begin:] if end < 0 else text[begin:end]
    length = max(1, min(error.end, begin + len(line)) - error.start)
    return f"{option}: {error}\n  {line}\n  {' ' * (error.start - begin)}{'^' * length}"


def read_network(text: str) -> NetworkSpec:
    """Read the text form of a network."""
    with read_from("--network", text):
        return parse_network(text)


def read_component(option: str, text: str, registry: Registry[Any]) -> ComponentSpec:
    """Read something registered with its settings; large and small letters do not matter in its name."""
    with read_from(option, text):
        return parse_component(with_known_name(text, registry), registry)


def with_known_name(text: str, registry: Registry[Any]) -> str:
    """Return a text with the name at its beginning spelt as it is registered."""
    name = text.partition("(")[0].strip()
    spelt = {known.casefold(): known for known in registry.names()}
    return text.replace(name, spelt.get(name.casefold(), name), 1) if name else text


def read_data(text: str) -> ComponentSpec:
    """Read the name of a data set, or a path: a folder of idx files or of pictures, a CSV or npz file."""
    path = Path(text).expanduser()
    if path.is_dir():
        if find_idx_files(path):
            return ComponentSpec.of("IdxFolder", path=str(path))
        if not any(entry.is_dir() for entry in path.iterdir()):
            raise OptionError(
                "nothing_in_folder",
                f"--data: {text} holds neither idx files (train-images-idx3-ubyte …) nor a subfolder of pictures per class.",
            )
        return ComponentSpec.of("ImageFolder", path=str(path))
    kinds = {".csv": "CsvFile", ".tsv": "CsvFile", ".txt": "CsvFile", ".npz": "NpzFile"}
    if path.suffix.lower() in kinds:
        return ComponentSpec.of(kinds[path.suffix.lower()], path=str(path))
    if "/" in text.partition("(")[0] or "\\" in text.partition("(")[0]:
        raise OptionError("no_folder", f"--data: {text}: there is no such file or folder.")
    return read_component("--data", text, DATASETS)


def read_shape(text: str) -> Shape:
    """Read the shape of one sample, such as ``1x28x28``."""
    parts = text.lower().replace("×", "x").split("x")
    if not all(part.strip().isascii() and part.strip().isdigit() and int(part) > 0 for part in parts):
        raise OptionError("input_shape", f"--input: {text} is no shape; write it like 1x28x28 or 784.")
    return tuple(int(part) for part in parts)


def loss_for(network: NetworkSpec, data: Data) -> ComponentSpec:
    """Return the loss that fits the data and the network's output when none was asked for."""
    candidates = [kind for kind in USUAL_LOSSES if data.task in LOSSES.get(kind).tasks]
    shape = diagnose(network, data.input_shape).output_shape
    outputs = shape[0] if shape is not None and len(shape) == 1 else 0
    fitting = [kind for kind in candidates if LOSSES.get(kind)().fits(outputs, data.outputs)]
    return ComponentSpec((fitting or candidates)[0])


def batch_size_for(data: Data) -> int:
    """Return the batch that gives an epoch 250 updates where the data allows it: 5 for small data, 100 for large."""
    return min(max(math.floor(len(data.train) / FEWEST_UPDATES), SMALLEST_BATCH), LARGEST_BATCH)
