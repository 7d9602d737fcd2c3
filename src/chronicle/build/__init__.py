"""The build of a site: the order of stages, and which pages are out of date."""
