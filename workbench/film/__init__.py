"""Animations as files: whatever the window can show at one moment after the other, as GIF or MP4."""
