import datetime
from pathlib import Path

from chronicle import quantities
from chronicle.link.event import Amount, Casualties, Claim, Count, Event, Participant, Place, Tie
from written_chronicles import examined

SHORT = """\
date: 2020-06-07
locations: [kobani]
actors: [russia]
occurrences: 5
quantities: {trucks: 3}
part_of: whole
sources: [june]
"""
LONG = """\
date: {when: 2020-06-07}
locations: [{name: kobani}]
actors: [{name: russia}]
occurrences: {count: 5}
quantities: {trucks: {amount: 3}}
part_of: [{event: whole}]
sources: [{source: june}]
"""
ALL_ELSE = """\
title: {en: A}
summary: B
note: {en: C}
others: true
status: retracted
recorded: 2026-11-22
changed: 2026-11-23
formerly: [old]
quantities: {calls: {amount: 7, cumulative: true}}
"""
ACCOUNTS = """\
sources:
  - june
  - source: july
    speaker: x
    via: y
    says: z
    stance: denies
    locator: p. 1
    type: attack
    date: 2020
    locations: [{name: kobani, role: near}]
    occurrences: 2
    quantities: {trucks: 3}
    casualties: [{killed: 1}]
"""


def event(root: Path, text: str) -> Event:
    """Return a faultless event."""
    found = examined(root, {"a": text, "whole": "type: attack\noccurrences: 9"})
    assert found.problems == []
    return found.event("a")


def test_short_and_long_forms_are_the_same(tmp_path: Path) -> None:
    short, long = event(tmp_path / "short", SHORT), event(tmp_path / "long", LONG)
    assert short.places == long.places == (Place(("kobani",), "site", "settlement"),)
    assert short.participants == long.participants == (Participant("russia"),)
    assert short.count == long.count == Count(quantities.read("5"))
    assert short.amounts == long.amounts == (Amount("trucks", quantities.read("3")),)
    assert short.wholes == long.wholes == (Tie("whole"),)
    assert short.accounts == long.accounts
    assert short.when == long.when


def test_what_a_record_does_not_say_has_a_meaning(tmp_path: Path) -> None:
    found = event(tmp_path, "")
    assert (found.count, found.counted) == (Count(quantities.ONE), False)
    assert (found.status, found.status_given, found.others) == ("reported", False, False)
    assert (found.recorded, found.changed, found.places, found.participants) == (None, None, (), ())


def test_everything_else_of_a_record_is_kept_as_it_is_written(tmp_path: Path) -> None:
    found = event(tmp_path, ALL_ELSE)
    assert (found.title, found.summary, found.note, found.formerly) == ({"en": "A"}, "B", {"en": "C"}, ("old",))
    assert (found.others, found.status, found.status_given) == (True, "retracted", True)
    assert (found.recorded, found.changed) == (datetime.date(2026, 11, 22), datetime.date(2026, 11, 23))
    assert found.amounts == (Amount("calls", quantities.read("7"), True),)


def test_casualties_keep_what_is_stated_apart_from_what_is_not(tmp_path: Path) -> None:
    groups = "{group: the Residents, killed: none, civilian: true}, {group: passers-by, injured: 3, civilian: false}"
    assert event(tmp_path, f"casualties: [{groups}, {{captured: unknown}}]").casualties == (
        Casualties("residents", "the Residents", killed=quantities.read("none"), civilian=True),
        Casualties("", "passers-by", injured=quantities.read("3"), civilian=False),
        Casualties("", "", captured=quantities.read("unknown")),
    )


def test_an_account_has_what_differs_and_nothing_else(tmp_path: Path) -> None:
    plain, other = event(tmp_path, ACCOUNTS).accounts
    assert (plain.claim, plain.number, other.number) == (Claim(), 0, 1)
    assert (other.speaker, other.via, other.says, other.stance, other.locator) == ("x", "y", "z", "denies", "p. 1")
    claim = other.claim
    assert claim.when is not None
    assert (claim.type, claim.when.date.written) == ("attack", "2020")
    assert claim.places == (Place(("kobani",), "near", "settlement"),)
    assert (claim.count, claim.amounts) == (Count(quantities.read("2")), (Amount("trucks", quantities.read("3")),))
    assert claim.casualties == (Casualties("", "", killed=quantities.read("1")),)
