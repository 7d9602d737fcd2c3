"""What could not be read, or leads nowhere, is told once: no rule judges what is left of it."""

from pathlib import Path

import pytest

from written_chronicles import examined

AFTER_JUNE = "date: 2020-07-10\nsources: [july]"
OWN_DATE = "{source: june, date: {when: 2020-07-10, basis: announcd}}"
ALIKE = "locations: [kobani]\nactors: [russia]"
TRUCKS_7 = "quantities: {trucks: 7}"
TRUCKS_9 = "part_of: whole\nquantities: {trucks: 9}"


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ({"a": "date: {when: 2020-07-10, basis: announcd}"}, "unknown-word"),
        ({"a": "date: 2020-07-10\nsources: [july, {source: june, date: 2020-06-31}]"}, "date-impossible"),
        (
            {"a": f"date: 2020-07-10\nsources: [july, {OWN_DATE}]"},
            "unknown-word",
        ),
        ({"whole": AFTER_JUNE, "part": "date: 2020-06-31\npart_of: whole"}, "date-impossible"),
        ({"whole": "date: 2020-06-31", "part": f"{AFTER_JUNE}\npart_of: whole"}, "date-impossible"),
        (
            {"whole": f"{TRUCKS_7}\nsources: [june, {{source: july, quantities: {{trucks: x}}}}]", "part": TRUCKS_9},
            "quantity-malformed",
        ),
        ({"whole": "locations: [kobani, Wxyz]", "part": "locations: [manbij]\npart_of: whole"}, "unknown-location"),
        ({"a": "date: {when: 2020-06-07, basis: editor}\nnote: [a]"}, "wrong-kind"),
        ({"a": "status: confirmed\nnote: [a]"}, "wrong-kind"),
        ({"a": "sources: [{source: june, stance: disputes, point: [a]}]"}, "wrong-kind"),
        ({"a": "sources: [{source: june, stance: dispute, point: the place}]"}, "unknown-word"),
        ({"a": "actors: [russia]", "b": "actors: [russia]\nlocations: [Wxyz]"}, "unknown-location"),
        ({"a": "locations: [kobani]", "b": "locations: [kobani]\nactors: [Wxyz]"}, "unknown-actor"),
        ({"a": ALIKE, "b": f"{ALIKE}\ntype: wxyz"}, "unknown-type"),
        ({"a": ALIKE, "b": f"{ALIKE}\ndate: 2020-06-31"}, "date-impossible"),
        ({"a": ALIKE, "b": f"{ALIKE}\nrelated: [wxyz]"}, "unknown-event"),
        ({"a": "locations: [{name: kobani, role: between}, {name: manbij, role: betwen}]"}, "unknown-word"),
        ({"a": "locations: [{one_of: [kobani, Wxyz]}]"}, "unknown-location"),
        ({"a": "locations: [{one_of: [kobani, [a]]}]"}, "wrong-kind"),
        ({"a": "locations: [{name: [a]}]"}, "wrong-kind"),
        ({"a": "locations: [{name: kobani, role: fro}, kobani]"}, "unknown-word"),
        ({"a": "actors: [russia, {name: russia, role: initator}]"}, "unknown-word"),
        ({"a": "actors: [{name: russia, role: initator}, russia]"}, "unknown-word"),
        ({"a": "sources: [june, {source: june, stance: denis}]"}, "unknown-word"),
        ({"a": "locations: [kobani, {name: kobani, role: fro}]"}, "unknown-word"),
        ({"a": "sources: [{source: june, speaker: [a]}, june]"}, "wrong-kind"),
        ({"a": "casualties: [{group: residents, killed: x}]"}, "quantity-malformed"),
        ({"a": "date: {when: 2020-06-31, text: on Tuesday}"}, "date-impossible"),
        ({"a": "date: {text: on Tuesday}", "b": "date: 2020-06-08"}, "missing-key"),
    ],
)
def test_a_fault_of_a_record_has_no_second_problem_in_its_wake(
    tmp_path: Path, events: dict[str, str], code: str
) -> None:
    assert [problem.code for problem in examined(tmp_path, events).problems] == [code]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("published: {when: 2020-06, basis: editor}, note: [a]", "wrong-kind"),
        ("published: {when: 2020-06-31, text: a June}", "date-impossible"),
    ],
)
def test_a_fault_of_a_source_has_no_second_problem_in_its_wake(tmp_path: Path, entry: str, code: str) -> None:
    found = examined(tmp_path, {}, sources=f"new: {{title: New, {entry}}}")
    assert [problem.code for problem in found.problems] == [code]


@pytest.mark.parametrize(
    ("fields", "code", "message", "remedy"),
    [
        (
            "locations: [{role: from}]",
            "place-name",
            "this place has no name",
            "write name: for one place, or one_of: [a, b] where it is one of several",
        ),
        (
            "locations: [{name: kobani, one_of: [kobani, manbij]}]",
            "place-name",
            "this place has a name, and one_of too",
            "write name: for one place, or one_of: [a, b] where it is one of several",
        ),
        (
            "locations: [{one_of: [kobani]}]",
            "one-of-few",
            "one place alone is no choice: one_of names those of which the source does not say which",
            "write name: kobani, or add the other place",
        ),
        (
            "locations: [{name: kobani, role: between}]",
            "lone-between",
            "nothing lies between one place: the other is missing",
            "add the other place with role: between, or write role: near",
        ),
        (
            "locations: [kobani, Ain al-Arab]",
            "repeated-item",
            "this place stands in the list already",
            "remove one of the two",
        ),
        ("actors: [russia, Russia]", "repeated-item", "Russia stands in the list already", "remove one of the two"),
        (
            "casualties: [{group: residents}]",
            "missing-key",
            "this group has no number",
            "write killed, injured or captured with a number; unknown is one, and none",
        ),
    ],
)
def test_a_list_that_makes_no_sense_is_an_error_with_the_way_out(
    tmp_path: Path, fields: str, code: str, message: str, remedy: str
) -> None:
    problem = examined(tmp_path, {"patrol": fields}).one(code)
    assert (problem.message, problem.remedy) == (message, remedy)


def test_a_place_may_stand_twice_in_two_parts(tmp_path: Path) -> None:
    places = "locations: [{name: kobani, role: from}, {name: kobani, role: to}]"
    assert examined(tmp_path, {"patrol": places}).problems == []
