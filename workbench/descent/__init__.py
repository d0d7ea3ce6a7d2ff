"""What the panels of the descent lab share: the race, the moment that is shown, playing, the words for numbers."""
