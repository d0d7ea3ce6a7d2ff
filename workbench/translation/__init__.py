"""The languages of the window: where texts come from, and how one language takes the place of another."""
