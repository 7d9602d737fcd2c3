from hypothesis import given
from hypothesis import strategies as st

from chronicle.link.tree import Tree, tree

PLACES = tree(
    {
        "syria": (),
        "governorate": ("syria",),
        "north-east": ("syria",),
        "district": ("governorate",),
        "town": ("district", "north-east"),
    }
)
IDS = ("a", "b", "c", "d", "e")


@st.composite
def wholes(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Any ties at all: also to itself, and round in circles."""
    return {id_: tuple(draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True))) for id_ in IDS}


def test_what_is_above_an_entry_comes_nearest_first() -> None:
    assert PLACES.above["town"] == ("district", "north-east", "governorate", "syria")


def test_what_is_below_an_entry_reaches_all_the_way_down() -> None:
    assert PLACES.below["syria"] == ("governorate", "north-east", "district", "town")
    assert PLACES.below["town"] == ()


def test_an_entry_lies_within_itself_and_within_all_that_is_above_it() -> None:
    assert PLACES.within("town", "town")
    assert PLACES.within("town", "syria")
    assert not PLACES.within("syria", "town")


def test_two_entries_are_tied_whichever_of_them_lies_in_the_other() -> None:
    assert PLACES.tied("town", "syria")
    assert PLACES.tied("syria", "town")
    assert not PLACES.tied("district", "north-east")


def test_the_roots_are_the_entries_that_lie_in_nothing() -> None:
    assert tree({"russia": (), "forces": ("russia",), "america": ()}).roots() == ("america", "russia")


def test_an_entry_in_itself_is_a_circle_and_not_above_itself() -> None:
    loop = tree({"a": ("a",)})
    assert loop.circles == (("a",),)
    assert loop.above["a"] == ()


def test_a_circle_is_named_once_from_its_first_id_in_the_order_of_its_ties() -> None:
    assert tree({"c": ("b",), "b": ("a",), "a": ("c",)}).circles == (("a", "c", "b"),)


def test_what_only_leads_into_a_circle_is_none_of_it() -> None:
    assert tree({"a": ("b",), "b": ("c",), "c": ("b",)}).circles == (("b", "c"),)


def test_two_circles_are_both_named() -> None:
    assert tree({"a": ("b",), "b": ("a",), "c": ("d",), "d": ("c",)}).circles == (("a", "b"), ("c", "d"))


@given(wholes())
def test_above_and_below_are_two_views_of_the_same_ties(ties: dict[str, tuple[str, ...]]) -> None:
    grown = tree(ties)
    assert all((one in grown.below[other]) == (other in grown.above[one]) for one in IDS for other in IDS)


@given(wholes())
def test_a_circle_is_named_exactly_where_something_lies_in_itself(ties: dict[str, tuple[str, ...]]) -> None:
    grown = tree(ties)
    in_itself = {id_ for id_ in IDS if any(id_ == whole or id_ in grown.above[whole] for whole in ties[id_])}
    named = {id_ for circle in grown.circles for id_ in circle}
    assert named <= in_itself
    assert bool(named) == bool(in_itself)


@given(wholes())
def test_each_circle_named_is_a_way_along_the_ties(ties: dict[str, tuple[str, ...]]) -> None:
    for circle in tree(ties).circles:
        assert all(onward in ties[id_] for id_, onward in zip(circle, (*circle[1:], circle[0]), strict=True))


@given(wholes())
def test_nearer_wholes_come_before_farther_ones(ties: dict[str, tuple[str, ...]]) -> None:
    grown = tree(ties)
    for id_ in IDS:
        steps = [_steps(grown, id_, whole) for whole in grown.above[id_]]
        assert steps == sorted(steps)


def _steps(grown: Tree, part: str, whole: str) -> int:
    reached, steps = {part}, 0
    while whole not in reached:
        reached |= {each for one in reached for each in grown.wholes[one]}
        steps += 1
    return steps
