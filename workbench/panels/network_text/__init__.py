"""The network as text, beside the stack."""
