"""Choose what to learn from: every source with its settings, how it is prepared, what has to be downloaded.

Nothing is applied before it is loaded: `loading` loads in the probe worker, and an error changes nothing.
"""
