"""The playground of one window: what its panels share."""
