"""The sixteen functions of two inputs to choose from."""
