"""Problems as people and other programs read them: one renderer a format."""

from chronicle.problems.render.counting import summary

__all__ = ["summary"]
