"""All kinds of layers, to search and to put into the network."""
