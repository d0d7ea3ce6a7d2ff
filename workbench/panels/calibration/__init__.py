"""Whether the network is right as often as it says."""
