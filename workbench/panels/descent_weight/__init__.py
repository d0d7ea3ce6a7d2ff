"""One weight of the network in training: loss beside accuracy."""
