"""A chronicle that is amended is the one that linking all records again gives."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from chronicle.link.amend import amend
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import link
from chronicle.read.filed import Filed, Records
from chronicle.read.records import read
from chronicle.records.event import EventRecord

SITES = Path(__file__).resolve().parent.parent / "sites"
NAMES = ("minimal", "uncertain", "overridden")
CHANGES: dict[str, object] = {
    "title": "Another title",
    "date": "2019-02",
    "status": "disputed",
    "occurrences": "7",
    "locations": (),
    "actors": (),
    "quantities": {"people": "12"},
    "summary": "Another summary",
}


def records(name: str) -> Records:
    found, _ = read(SITES / name)
    return found


def with_events(found: Records, events: dict[str, Filed[EventRecord]]) -> Records:
    return replace(found, events=tuple(sorted(events.values(), key=lambda filed: filed.file)))


def same(one: Chronicle, other: Chronicle) -> None:
    assert list(one.events.items()) == list(other.events.items())
    for name in ("at", "by", "of", "from_", "spoken", "contributions", "published", "signposts"):
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", CHANGES)
def test_a_changed_record_is_linked_as_if_all_were(name: str, field: str) -> None:
    found = records(name)
    before, _ = link(found)
    events = {filed.id: filed for filed in found.events}
    amended = 0
    for id_, filed in events.items():
        changed = replace(filed, record=replace(filed.record, **{field: CHANGES[field]}))
        expected, problems = link(with_events(found, events | {id_: changed}))
        made = amend(before, {id_: filed.record}, {id_: changed}, ())
        if made is None:
            continue
        amended += 1
        same(made.chronicle, expected)
        assert made.problems == [problem for problem in problems if problem.file == filed.file]
        differing = {each for each in expected.events if expected.events[each] != before.events[each]}
        counted = {each for each in expected.events if expected.contributions[each] != before.contributions[each]}
        assert differing | counted <= made.changed
    assert amended


@pytest.mark.parametrize("name", NAMES)
def test_an_event_that_comes_or_goes_is_taken_in_as_if_all_were_linked(name: str) -> None:
    found = records(name)
    events = {filed.id: filed for filed in found.events}
    amended = 0
    for id_, filed in events.items():
        without = with_events(found, {each: events[each] for each in events if each != id_})
        whole, _ = link(found)
        fewer, problems = link(without)
        if gone := amend(whole, {id_: filed.record}, {}, {id_}):
            same(gone.chronicle, fewer)
            amended += 1
        if not problems and (come := amend(fewer, {}, {id_: filed}, ())):
            same(come.chronicle, whole)
            amended += 1
    assert amended


def test_a_change_of_ties_or_of_former_ids_is_not_amended() -> None:
    found = records("uncertain")
    before, _ = link(found)
    filed, other = found.events[:2]
    for field, value in (("related", (other.id,)), ("part_of", other.id), ("formerly", ("before",))):
        changed = replace(filed, record=replace(filed.record, **{field: value}))
        assert amend(before, {filed.id: filed.record}, {filed.id: changed}, ()) is None


def test_an_event_that_a_signpost_leads_to_does_not_go_unseen() -> None:
    found = records("signposts")
    before, _ = link(found)
    target = next(post.target for post in before.signposts.values() if post.target)
    filed = next(filed for filed in found.events if filed.id == target)
    bare = replace(filed, record=replace(filed.record, formerly=()))
    others = [each for each in found.events if each.id != target]
    without_ties = replace(found, events=tuple(sorted([*others, bare], key=lambda each: each.file)))
    assert amend(link(without_ties)[0], {target: bare.record}, {}, {target}) is None
