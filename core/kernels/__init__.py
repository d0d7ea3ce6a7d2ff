"""Kernels: where the layers' arithmetic is made fast, so that a layer file stays a page of the book.

Inside, images lie with the batch innermost, ``(C, H, W, N)``: then a window's row is one long run of memory. The
layers show them as ``(N, C, H, W)``, a transposed view that costs nothing (`layout`). Every kernel has a plain
reference of a few lines in its test.
"""
