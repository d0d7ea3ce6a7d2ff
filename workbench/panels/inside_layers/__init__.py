"""Each layer over time: what it gives, what its weights are, and what pulls at them."""
