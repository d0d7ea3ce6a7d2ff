"""Views of data that several panels share: bars for the classes, points of the plane and the line."""
