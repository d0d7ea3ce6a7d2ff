"""Why the network says what it says of one sample: six explanations beside each other."""
