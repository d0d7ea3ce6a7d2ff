"""Who races, with all settings live."""
