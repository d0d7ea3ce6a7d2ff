"""Circuits of gates: wires to drag, a clock through the truth table, challenges, and the network they make."""
