"""How the window answers while a network trains at full speed, and what that costs the training."""
