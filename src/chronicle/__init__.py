"""A static-site generator for the record of a conflict."""

__version__ = "0.1.0"
