from pathlib import Path

import pytest

from written_chronicles import examined

EVENT = {"type": "airstrike", "date": "2020-06-12", "locations": "[kobani]", "actors": "[russia]"}


def event(**facts: str) -> str:
    """Return an event's file, with other facts than the usual ones."""
    stated = {**EVENT, **facts}
    return "".join(f"{key}: {value}\n" for key, value in stated.items() if value)


def told(root: Path, **files: str) -> list[str]:
    """Return the codes of all problems of event files, by id."""
    return [problem.code for problem in examined(root, files).problems]


def test_an_event_beside_its_double_is_told_where_nothing_is_lost(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(), b=event()) == ["likely-duplicate"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"date": "2020-06-31"}, "date-impossible"),
        ({"date": "{when: soon, text: soon}"}, "date-malformed"),
        ({"type": "airstrke"}, "unknown-type"),
        ({"locations": "[Kobanni]"}, "unknown-location"),
        ({"actors": "[Rusia]"}, "unknown-actor"),
        ({"related": "[c]"}, "unknown-event"),
        ({"distinct_from": "[A]"}, "malformed-id"),
        ({"actors": "", "actor": "[russia]"}, "unknown-key"),
        ({"distinct_from": "", "distinct-from": "[a]"}, "unknown-key"),
    ],
)
def test_what_is_lost_is_not_judged_as_a_duplicate(tmp_path: Path, facts: dict[str, str], code: str) -> None:
    assert told(tmp_path, a=event(), b=event(**facts)) == [code]


def test_places_and_actors_that_are_lost_are_not_none(tmp_path: Path) -> None:
    nowhere = event(locations="", actors="")
    assert told(tmp_path, a=nowhere, b=event(locations="[Kobanni]", actors="[Rusia]")) == [
        "unknown-location",
        "unknown-actor",
    ]


def test_a_place_beside_one_that_is_lost_is_judged(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(), b=event(locations="[Kobanni, kobani]")) == ["likely-duplicate", "unknown-location"]


@pytest.mark.parametrize("note", ["nota: Because.", "note: [Because]", "note: {e: Because.}"])
def test_a_note_that_is_lost_is_not_missing(tmp_path: Path, note: str) -> None:
    assert len(told(tmp_path, a=event(status="disputed") + note)) == 1


def test_a_date_that_is_lost_is_held_against_nothing(tmp_path: Path) -> None:
    part = event(date="{when: 2020-13, basis: stated}", part_of="w", locations="")
    whole = event(date="2020-05", type="patrol", locations="")
    assert told(tmp_path, a=part, w=whole) == ["date-impossible"]


def test_an_account_s_date_that_is_lost_leaves_its_article_out_of_account(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(sources="[july, {source: june, date: soon}]")) == ["date-malformed"]


def test_a_stance_that_is_lost_is_not_taken_for_another(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(sources="[{source: july, stance: dispute, point: the number}]")) == ["unknown-word"]


def test_a_point_that_is_lost_is_not_missing(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(sources="[{source: july, stance: disputes, pint: the number}]")) == ["unknown-key"]


def test_a_number_that_is_lost_is_not_missing(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(casualties="[{group: residents, killed: lots}]")) == ["quantity-malformed"]


def test_a_place_whose_name_is_lost_is_not_without_one(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(locations="[{nam: kobani}]")) == ["unknown-key"]


def test_one_of_two_places_between_which_it_lies_may_be_lost(tmp_path: Path) -> None:
    between = "[{name: kobani, role: between}, {nam: manbij, role: between}]"
    assert told(tmp_path, a=event(locations=between)) == ["unknown-key"]


def test_accounts_that_are_lost_may_have_said_more(tmp_path: Path) -> None:
    whole = event(occurrences="3", sources="[june, {source: juni, occurrences: 9}]", date="2020-06")
    assert told(tmp_path, w=whole, a=event(occurrences="9", part_of="w")) == ["unknown-source"]


def test_a_place_of_a_whole_that_is_lost_may_lie_around(tmp_path: Path) -> None:
    whole = event(date="2020-06", locations="[manbij, Kobanni]")
    assert told(tmp_path, w=whole, a=event(part_of="w")) == ["unknown-location"]


def test_a_first_language_that_is_lost_is_not_missing(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(title='{en: "", ar: x}')) == ["empty-value"]


def test_a_tie_that_stands_after_one_that_is_lost_is_found_where_it_is_written(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(distinct_from="[X, b]", same_as="[b]"), b=event()) == [
        "malformed-id",
        "contradictory-ties",
    ]


@pytest.mark.parametrize(
    ("register", "entry"),
    [
        ("locations", "derik: {name: Derik}"),
        ("locations", "Derik: {name: Derik, kind: town}"),
        ("actors", "derik: {name: Derik, kind: nobody}"),
        ("sources", "derik: {url: nowhere, title: Derik}"),
        ("types", "derik: {label: Derik}"),
    ],
)
def test_the_name_of_a_faulty_entry_is_known(tmp_path: Path, register: str, entry: str) -> None:
    named = event(type="Derik") if register == "types" else event(**{register: "[Derik]"})
    assert len(examined(tmp_path, {"a": named}, **{register: entry}).problems) == 1
