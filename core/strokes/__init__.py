"""Digits drawn from strokes: how people shape each digit, how they vary, and the pen that draws them.

The way of one digit: a `Style` gives the control points, `variation` moves them and chooses a pen, `pen` puts the
ink on 20×20 pixels, and `core.datasets.placement` puts these into the frame, as it does with a person's drawing.
"""
