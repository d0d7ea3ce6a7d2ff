"""The controls of the window. Each asks the theme for tokens, has an object name and an accessible name."""
