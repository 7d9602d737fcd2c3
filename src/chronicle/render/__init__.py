"""From a page's bytes to its HTML: the only door to Jinja, Markdown and the sanitiser."""
