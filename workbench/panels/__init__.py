"""The panels: one folder each. A panel draws a Frame and its own selection; it knows Workspace, never another panel."""
