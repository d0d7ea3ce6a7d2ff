"""What the network of the playground is given, and of what layers it is made."""
