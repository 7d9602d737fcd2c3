"""Round numbers for scales."""

from collections.abc import Iterator
from itertools import count

_LINES_AT_MOST = 4


def round_numbers() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 and so on without end."""
    for zeros in count():
        for digit in "125":
            yield int(digit + "0" * zeros)


def scale(most: int) -> tuple[int, ...]:
    """Return the counts at which grid lines stand, from 0 to the first that is not below `most`.

    They are evenly spaced by a round number, and there are up to four above 0.
    """
    step = next(step for step in round_numbers() if step * _LINES_AT_MOST >= most)
    lines = max(1, -(-most // step))
    return tuple(step * line for line in range(lines + 1))
