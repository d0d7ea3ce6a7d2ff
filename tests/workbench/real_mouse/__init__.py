"""A real mouse: the X server itself moves the pointer and presses buttons, and Qt's own drag carries what is dragged."""
