from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from chronicle.link.facet import facet

values = st.lists(st.sampled_from("abcd"), max_size=3).map(tuple)


@given(st.lists(values, min_size=1, max_size=6), st.data())
def test_any_events_are_counted_as_one_by_one(found: list[tuple[str, ...]], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(range(len(found)))))
    assert facet(found).counted(chosen) == Counter(value for event in chosen for value in found[event])


@given(st.lists(values, min_size=1, max_size=6), values)
def test_events_that_have_one_of_some_values_keep_their_order(
    found: list[tuple[str, ...]], wanted: tuple[str, ...]
) -> None:
    having = [event for event, held in enumerate(found) if set(held) & set(wanted)]
    assert facet(found).having(range(len(found)), wanted) == having


def test_a_value_that_an_event_has_twice_counts_twice() -> None:
    assert facet([("a", "b", "a")]).counted([0]) == {"a": 2, "b": 1}


def test_no_events_have_no_values() -> None:
    assert facet([("a",)]).counted([]) == {}


@given(st.lists(values, max_size=6), st.data())
def test_an_amended_facet_counts_as_one_that_is_gathered_anew(
    found: list[tuple[str, ...]], data: st.DataObject
) -> None:
    known = st.tuples(st.sampled_from(range(len(found))), st.none() | values) if found else st.nothing()
    new = st.tuples(st.just(0), values)
    chosen = data.draw(st.lists(known | new, max_size=6))
    now = [found[was] if held is None else held for was, held in chosen]
    changed = {place: held for place, (_, held) in enumerate(chosen) if held is not None}
    amended = facet(found).amended([was for was, _ in chosen], changed)
    for place, held in enumerate(now):
        assert amended.counted([place]) == Counter(held)
        assert amended.having([place], "abcd") == ([place] if held else [])
    assert len(amended.held) == len(now)
    assert set(amended.values) == {value for held in now for value in held}
    assert len(set(amended.sets)) == len(amended.sets) == len(set(amended.of))


@given(st.lists(values.filter(bool), max_size=6))
def test_the_first_value_of_each_event_is_told(found: list[tuple[str, ...]]) -> None:
    assert list(facet(found).first) == [held[0] for held in found]
