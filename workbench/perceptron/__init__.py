"""What the panels of the perceptron lab share: the lit row, the gesture under way, the learning, the words for numbers."""
