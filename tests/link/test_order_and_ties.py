from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.link.event import Event, Tie
from chronicle.link.link import link
from chronicle.read.filed import Filed, Records
from chronicle.records.event import EventRecord
from chronicle.settings import UNREAD
from written_chronicles import examined

IN_ORDER = {
    "since-2015": "2015-09 to open",
    "a-day": "2020-06-30",
    "a-span": "2020-06-30 to 2020-07-02",
    "b-span": "2020-06-30 to 2020-07-02",
    "since-june": "2020-06-30 to open",
    "z-day": "2020-07-01",
    "by-july": "by 2020-07-01",
    "the-month": "2020-07",
    "a-year": "2020",
    "open": "unknown to open",
    "unknown": "unknown",
}
"""Dates in their order: by the last day of what is known within bounds, else by the first, then by width and id."""

DATES = st.sampled_from([*IN_ORDER.values(), "between 2020-06-01 and 2020-06-30", "about 2020-06-30"])


def records(dates: dict[str, str]) -> Records:
    filed = [
        Filed(id_, f"events/{id_}.yaml", (), EventRecord(type="", title=id_, date=written, sources=()))
        for id_, written in dates.items()
    ]
    return Records(settings=UNREAD, events=tuple(filed))


def test_events_stand_by_day_then_by_width_then_by_id() -> None:
    chronicle, _ = link(records(dict(sorted(IN_ORDER.items()))))
    assert list(chronicle.events) == list(IN_ORDER)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), DATES), unique_by=lambda pair: pair[0]))
def test_the_order_of_files_makes_no_difference(written: list[tuple[str, str]]) -> None:
    one, _ = link(records(dict(written)))
    other, _ = link(records(dict(sorted(written))))
    assert list(one.events.items()) == list(other.events.items())


def test_every_list_of_events_is_in_the_order_of_the_chronicle(tmp_path: Path) -> None:
    late, early = "date: 2020-06-08\nlocations: [kobani]", "date: 2020-06-07\nlocations: [manbij]"
    chronicle = examined(tmp_path, {"a-late": late, "b-early": early}).chronicle
    assert chronicle.at["aleppo-governorate"] == ("b-early", "a-late")
    assert chronicle.from_["june"] == ("b-early", "a-late")


def pair(root: Path, fields: str) -> tuple[Event, Event]:
    """Return the two events `one` and `other`, of which `one` has these fields."""
    found = examined(root, {"one": fields, "other": ""})
    assert found.errors == []
    return found.event("one"), found.event("other")


@pytest.mark.parametrize(("certainty", "is_certain"), [("certain", True), ("possible", False)])
def test_a_part_is_known_to_its_whole(tmp_path: Path, certainty: str, is_certain: bool) -> None:
    one, other = pair(tmp_path, f"part_of: [{{event: other, certainty: {certainty}}}]")
    assert (one.wholes, one.parts) == ((Tie("other", is_certain),), ())
    assert (other.wholes, other.parts) == ((), (Tie("one", is_certain),))


def test_what_may_be_the_same_is_so_both_ways(tmp_path: Path) -> None:
    one, other = pair(tmp_path, "same_as: [{event: other, certainty: possible}]")
    assert (one.same_as, other.same_as) == ((Tie("other", False),), (Tie("one", False),))


def test_related_and_distinct_events_are_so_both_ways(tmp_path: Path) -> None:
    one, other = pair(tmp_path, "related: [other]\ndistinct_from: [other]")
    assert (one.related, other.related) == (("other",), ("one",))
    assert (one.distinct_from, other.distinct_from) == (("other",), ("one",))


def test_a_tie_that_both_records_state_is_one_tie(tmp_path: Path) -> None:
    found = examined(tmp_path, {"one": "related: [other]", "other": "related: [one]"})
    assert (found.event("one").related, found.event("other").related) == (("other",), ("one",))


def test_what_one_record_holds_for_certain_is_certain_both_ways(tmp_path: Path) -> None:
    events = {"one": "same_as: [{event: other, certainty: possible}]", "other": "same_as: one"}
    found = examined(tmp_path, events)
    assert (found.event("one").same_as, found.event("other").same_as) == ((Tie("other"),), (Tie("one"),))


def test_parts_stand_in_the_order_of_the_chronicle(tmp_path: Path) -> None:
    events = {
        "a": "date: 2020-06-09\npart_of: whole",
        "b": "date: 2020-06-08\npart_of: whole",
        "whole": "date: 2020-06",
    }
    found = examined(tmp_path, events)
    assert [tie.event for tie in found.event("whole").parts] == ["b", "a"]


def test_a_record_keeps_which_ties_its_own_file_states(tmp_path: Path) -> None:
    one, other = pair(tmp_path, "part_of: other")
    assert [(tie.key, tie.event, tie.field) for tie in one.stated] == [("part_of", "other", ("part_of",))]
    assert other.stated == ()
