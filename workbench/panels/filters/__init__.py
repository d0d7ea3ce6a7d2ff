"""The weights of layers as pictures."""
