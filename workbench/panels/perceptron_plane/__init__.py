"""The plane of the two inputs, with the line, its handles and the four corners."""
