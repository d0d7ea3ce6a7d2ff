"""The perceptron lab, measured."""
