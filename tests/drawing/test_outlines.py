from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chronicle.drawing.outlines import Outline, Segment, chains, path, segments

LEFT = ((10, 10), (20, 10), (20, 20), (10, 20), (10, 10))
RIGHT = ((20, 10), (30, 10), (30, 20), (20, 20), (20, 10))


def test_a_shared_border_is_passed_twice() -> None:
    counted = segments([LEFT, RIGHT], 100, 100)
    assert counted[(20, 10), (20, 20)] == 2
    assert Counter(counted.values()) == {1: 6, 2: 1}


def test_the_edge_of_the_image_is_no_border() -> None:
    whole = ((0, 0), (50, 0), (50, 40), (0, 40), (0, 0))
    assert segments([whole], 50, 40) == Counter()
    assert segments([whole], 60, 40) == Counter({((50, 0), (50, 40)): 1})


def test_points_that_fall_together_make_no_stretch() -> None:
    assert segments([((5, 5), (5, 5))], 50, 50) == Counter()


def test_stretches_join_to_one_line() -> None:
    assert chains([((2, 2), (3, 3)), ((1, 1), (2, 2))]) == [((1, 1), (2, 2), (3, 3))]


def test_a_ring_is_one_line_that_returns() -> None:
    [ring] = chains(segments([LEFT], 100, 100))
    assert ring[0] == ring[-1]
    assert len(ring) == 5


def test_a_line_ends_at_a_fork() -> None:
    assert len(chains([((5, 5), (6, 5)), ((5, 5), (4, 5)), ((5, 5), (5, 6))])) == 3


def test_a_path_is_written_in_steps() -> None:
    assert path([((1, 2), (4, 1), (4, 7))]) == "M1 2l3-1 0 6"


def test_a_closed_path_returns_to_its_start() -> None:
    assert path([((1, 2), (4, 1), (1, 2))], closed=True) == "M1 2l3-1-3 1z"


def test_an_outline_that_shrank_to_a_point_is_not_drawn() -> None:
    assert path([((1, 2), (1, 2)), ((3, 3),), ()], closed=True) == ""


points = st.tuples(st.integers(1, 6), st.integers(1, 6))
stretches = st.sets(st.tuples(points, points).filter(lambda pair: pair[0] < pair[1]), max_size=25)


def walked(lines: list[Outline]) -> Counter[Segment]:
    return Counter((min(pair), max(pair)) for line in lines for pair in pairwise(line))


@given(stretches)
def test_joined_lines_pass_every_stretch_exactly_once(found: set[Segment]) -> None:
    assert walked(chains(found)) == Counter(found)


@given(stretches.flatmap(lambda found: st.permutations(sorted(found))))
def test_the_order_of_stretches_makes_no_difference(found: list[Segment]) -> None:
    assert chains(found) == chains(sorted(found))
