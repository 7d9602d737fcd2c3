"""Values that many events have, each kept once."""

from typing import Any, TypeVar

T = TypeVar("T")


class Shared:
    """Knows the values that it was asked for, of any kind that does not change."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}

    def one(self, value: T) -> T:
        """Return the first of all values equal to this one; what holds a text by language is returned as it is."""
        try:
            return self._known.setdefault(value, value)  # type: ignore[no-any-return]  # equal values are of one type
        except TypeError:
            return value
