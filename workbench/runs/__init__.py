"""The runs of a document: the present one, those in step with it, and those that were kept."""
