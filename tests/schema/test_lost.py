from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems.problem import Field
from chronicle.schema.lost import touches, written


def test_items_before_a_lost_one_keep_their_place() -> None:
    assert written([("a", 2)], ("a", 1)) == ("a", 1)


def test_items_after_a_lost_one_move_on() -> None:
    assert written([("a", 0), ("a", 1), ("a", 3)], ("a", 0)) == ("a", 2)
    assert written([("a", 0), ("a", 1), ("a", 3)], ("a", 1, "b")) == ("a", 4, "b")


def test_a_lost_item_moves_its_own_list_alone() -> None:
    assert written([("a", 0)], ("b", 0)) == ("b", 0)
    assert written([("a", 0, "b", 0)], ("a", 1, "b", 0)) == ("a", 1, "b", 0)
    assert written([("a", 0), ("a", 1, "b", 0)], ("a", 0, "b", 0)) == ("a", 1, "b", 1)


def test_a_value_that_is_lost_within_an_item_moves_nothing() -> None:
    assert written([("a", 0, "b")], ("a", 0)) == ("a", 0)


@given(st.lists(st.booleans(), max_size=8))
def test_what_is_left_of_a_list_is_found_where_it_was_written(kept: list[bool]) -> None:
    lost: list[Field] = [("a", number) for number, each in enumerate(kept) if not each]
    left = [number for number, each in enumerate(kept) if each]
    assert [written(lost, ("a", number)) for number, _ in enumerate(left)] == [("a", number) for number in left]


def test_a_lost_field_touches_itself_what_is_in_it_and_what_it_is_in() -> None:
    lost: list[Field] = [("a", 1, "b")]
    assert touches(lost, ("a", 1, "b"))
    assert touches(lost, ("a", 1, "b", "c"))
    assert touches(lost, ("a",))
    assert not touches(lost, ("a", 0))
    assert not touches(lost, ("a", 1, "c"))
    assert not touches(lost, ("b",))


def test_a_record_that_is_lost_as_a_whole_lacks_everything() -> None:
    assert touches([()], ("anything",))
