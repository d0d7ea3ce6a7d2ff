"""Training in the background: one thread that runs, one that answers questions, and the inbox between."""
