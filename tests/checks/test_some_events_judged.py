"""The problems of some events alone, and of a chronicle in which one record is edited."""

from collections.abc import Collection

from hypothesis import given, settings
from hypothesis import strategies as st

import drawn_chronicles as drawn
from chronicle.checks import affected, check, check_events, check_registers, check_whole
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import link
from chronicle.problems.problem import Problem
from chronicle.read.filed import Filed
from chronicle.records.event import EventRecord

Events = tuple[Filed[EventRecord], ...]
ids = st.lists(st.sampled_from(drawn.IDS), unique=True)


def linked(events: Events) -> Chronicle:
    return link(drawn.records(events))[0]


def in_order(problems: Collection[Problem]) -> list[str]:
    return sorted(map(repr, problems))


def in_files_of(chronicle: Chronicle, found: Collection[str], problems: Collection[Problem]) -> list[Problem]:
    files = {chronicle.events[id_].file for id_ in found if id_ in chronicle.events}
    return [problem for problem in problems if problem.file in files]


def edited(old: Chronicle, new: Chronicle, found: Collection[str]) -> list[Problem]:
    """Return the problems after an edit from those before, as an incremental build has them."""
    dropped = affected(old, found) | affected(new, found)
    files = {each.events[id_].file for each in (old, new) for id_ in dropped if id_ in each.events}
    kept = [problem for problem in check_events(old, old.events) if problem.file not in files]
    return [*kept, *check_events(new, dropped)]


@given(drawn.events())
def test_a_check_is_the_checks_of_its_parts(events: Events) -> None:
    chronicle = linked(events)
    parts = [*check_events(chronicle, chronicle.events), *check_registers(chronicle), *check_whole(chronicle)]
    assert in_order(check(chronicle)) == in_order(parts)


@given(drawn.events(), ids)
def test_the_problems_of_some_events_are_all_in_their_files(events: Events, found: list[str]) -> None:
    chronicle = linked(events)
    here = in_files_of(chronicle, found, check_events(chronicle, chronicle.events))
    assert in_order(check_events(chronicle, found)) == in_order(here)


@settings(max_examples=300)
@given(drawn.events(), st.data())
def test_an_edit_changes_the_problems_of_what_it_affects_alone(events: Events, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(events) - 1))
    anew = data.draw(drawn.filed_event(events[number].id))
    old, new = linked(events), linked((*events[:number], anew, *events[number + 1 :]))
    assert in_order(edited(old, new, {anew.id})) == in_order(check_events(new, new.events))


@given(drawn.events(2))
def test_a_record_that_nothing_names_comes_and_goes_with_the_problems_of_what_it_affects(events: Events) -> None:
    last = events[-1].id
    without, whole = linked(events[:-1]), linked(events)
    named = [each.id for each in events[:-1] if any(tie.event == last for tie in whole.events[each.id].stated)]
    assert in_order(edited(without, whole, {last, *named})) == in_order(check_events(whole, whole.events))
    assert in_order(edited(whole, without, {last, *named})) == in_order(check_events(without, without.events))


def test_what_is_not_alike_or_tied_is_not_affected() -> None:
    first, second = (EventRecord(type="patrol", title="A", date="2020-06-07", sources=("june",)) for _ in "ab")
    chronicle = linked((Filed("a", "events/a.yaml", (), first), Filed("b", "events/b.yaml", (), second)))
    assert affected(chronicle, {"a", "nowhere"}) == {"a"}


def test_parts_of_an_edited_whole_are_judged_again() -> None:
    def filed(id_: str, *wholes: str) -> Filed[EventRecord]:
        record = EventRecord(
            type="patrol", title=id_, date="2020-06-07", actors=("russia",), sources=("june",), part_of=wholes
        )
        return Filed(id_, f"events/{id_}.yaml", (), record)

    rest = (filed("b", "a"), filed("c", "d"), filed("d"))
    old, new = linked((filed("a"), *rest)), linked((filed("a", "d"), *rest))
    assert "likely-duplicate" in {problem.code for problem in in_files_of(old, "c", check_events(old, "c"))}
    assert in_order(edited(old, new, {"a"})) == in_order(check_events(new, new.events))
    assert check_events(new, "c") == []
