"""The loss of the network in training over a plane through its parameters."""
