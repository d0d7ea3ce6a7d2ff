"""The transport: always there below the labs, as on a player."""
