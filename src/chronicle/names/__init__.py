"""Names: every spelling finds its entry."""
