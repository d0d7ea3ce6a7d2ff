"""The surface from the side, to turn with the mouse."""
