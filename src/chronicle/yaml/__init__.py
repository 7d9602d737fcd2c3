"""YAML as editors write it: text to a tree of plain strings, with places, and words for its traps."""
