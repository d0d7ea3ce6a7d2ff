"""The prepared data at large: its samples, page by page, and what there is to know of it."""
