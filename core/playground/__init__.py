"""What can be done with a small network over points of the plane: which inputs, layers, data and points it has."""
