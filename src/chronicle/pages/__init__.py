"""One module a kind of page: from the chronicle to (path, template, view)."""
