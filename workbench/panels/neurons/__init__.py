"""A small network as neurons and links, whose every weight and bias can be seen and set."""
