"""What is lost without a unit."""
