from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.drawing.coordinates import short
from chronicle.drawing.scale import round_numbers, scale


def test_round_numbers_are_one_two_and_five_with_zeros() -> None:
    assert list(islice(round_numbers(), 7)) == [1, 2, 5, 10, 20, 50, 100]


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (5, (0, 2, 4, 6)),
        (13, (0, 5, 10, 15)),
        (400, (0, 100, 200, 300, 400)),
        (401, (0, 200, 400, 600)),
    ],
)
def test_a_scale_ends_at_the_first_line_that_nothing_exceeds(most: int, lines: tuple[int, ...]) -> None:
    assert scale(most) == lines


@given(st.integers(0, 10**12))
def test_a_scale_has_few_lines_at_even_distances(most: int) -> None:
    lines = scale(most)
    assert lines[0] == 0
    assert lines[-1] >= most
    assert 2 <= len(lines) <= 5
    assert len({more - less for less, more in pairwise(lines)}) == 1


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (-0.001, "0"), (5.0, "5"), (5.50, "5.5"), (0.256, "0.26"), (100, "100"), (-2.1, "-2.1")],
)
def test_a_coordinate_is_as_short_as_it_can_be(number: float, text: str) -> None:
    assert short(number) == text
