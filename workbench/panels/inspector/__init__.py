"""Everything about the selected layer, or about the network when none is selected."""
