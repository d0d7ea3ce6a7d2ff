"""Plots, heat maps and grids of images, drawn by QPainter.

They are painted by hand because a live plot has 2 to 3 ms: eight curves on 800 × 400 took 14 ms in a plotting library
and take 2 ms here. What makes the difference is known and kept in `polyline`: curves are cut down to two points per
pixel column, and every line is 1 px wide, for which Qt's rasteriser has a quick way; wider ones cost up to a hundred
times as much, so a bolder line is drawn twice, half a pixel apart. The rest of the plot is drawn once and kept.
"""
