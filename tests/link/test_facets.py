from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from chronicle.link.facet import Facet

values = st.lists(st.sampled_from("abcd"), max_size=3).map(tuple)


@given(st.lists(values, min_size=1, max_size=6), st.data())
def test_any_events_are_counted_as_one_by_one(found: list[tuple[str, ...]], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(found)))))
    assert Facet(found).counted(chosen) == Counter(value for event in chosen for value in found[event])


@given(st.lists(values, min_size=1, max_size=6), values)
def test_events_that_have_one_of_some_values_keep_their_order(
    found: list[tuple[str, ...]], wanted: tuple[str, ...]
) -> None:
    having = [event for event, held in enumerate(found) if set(held) & set(wanted)]
    assert Facet(found).having(range(len(found)), wanted) == having


def test_a_value_that_an_event_has_twice_counts_twice() -> None:
    assert Facet([("a", "b", "a")]).counted([0]) == {"a": 2, "b": 1}


def test_no_events_have_no_values() -> None:
    assert Facet([("a",)]).counted([]) == {}
