"""The text form: ``Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10)``, for the command line, the clipboard and the code view.

`tokens` puts commas where people leave spaces, so that Python's own parser gives a syntax tree; `reading` makes specs of
the tree (nothing is ever evaluated), `writing` prints them.
"""

from core.text.reading import PlacedNetwork, parse_component, parse_network, parse_placed
from core.text.writing import PlacingWriter, component_text, network_text

__all__ = [
    "PlacedNetwork",
    "PlacingWriter",
    "component_text",
    "network_text",
    "parse_component",
    "parse_network",
    "parse_placed",
]
