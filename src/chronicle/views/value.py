"""What every part of a view is."""

import msgspec


class Value(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A value that does not change, written without the names of its fields: it is written for each page that has it.

    None leads back to itself, so the collector need not look at them.
    """
