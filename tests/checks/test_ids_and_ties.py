from pathlib import Path

import pytest

from written_chronicles import examined

ENTRIES = {
    "locations": "{}: {{name: New, kind: village{}}}",
    "actors": "{}: {{name: New{}}}",
    "sources": "{}: {{title: New{}}}",
    "types": "{}: {{label: New, definition: A type.{}}}",
}


def test_an_event_called_like_a_page_of_the_site_is_an_error(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"index": ""}).one("reserved-id")
    assert problem.message == 'the id "index" names a page of the site itself'
    assert problem.remedy == "rename the file"
    assert problem.file == "events/index.yaml"


@pytest.mark.parametrize("fields", ["formerly: [index]", "withdrawn: A reason.\nformerly: [index]"])
def test_an_old_id_of_a_record_called_like_a_page_of_the_site_is_an_error(tmp_path: Path, fields: str) -> None:
    assert examined(tmp_path, {"patrol": fields}).one("reserved-id").remedy == "remove it"


@pytest.mark.parametrize("register", ENTRIES)
def test_an_entry_called_like_a_page_of_the_site_is_an_error_at_its_id(tmp_path: Path, register: str) -> None:
    problem = examined(tmp_path, {}, **{register: ENTRIES[register].format("index", "")}).one("reserved-id")
    assert problem.remedy == "choose another id"
    assert problem.excerpt[problem.column - 1 :].startswith("index:")


@pytest.mark.parametrize("register", ENTRIES)
def test_an_old_id_of_an_entry_called_like_a_page_of_the_site_is_an_error(tmp_path: Path, register: str) -> None:
    entry = ENTRIES[register].format("new", ", formerly: [index]")
    assert examined(tmp_path, {}, **{register: entry}).one("reserved-id").remedy == "remove it"


@pytest.mark.parametrize(
    ("register", "other", "owner"),
    [
        ("locations", "kobani", "a location"),
        ("actors", "russia", "an actor"),
        ("sources", "june", "a source"),
        ("types", "attack", "a type"),
    ],
)
def test_an_old_id_that_another_entry_has_now_is_an_error(
    tmp_path: Path, register: str, other: str, owner: str
) -> None:
    entry = ENTRIES[register].format("new", f", formerly: [{other}]")
    problem = examined(tmp_path, {}, **{register: entry}).one("taken-id")
    assert problem.message == f'"{other}" cannot lead here: {owner} has this id now'
    assert problem.remedy == "an old id leads to one record alone: remove it here or there"


def test_an_old_id_of_two_entries_is_an_error_in_the_second(tmp_path: Path) -> None:
    entries = [ENTRIES["actors"].format(id_, ", formerly: [old]") for id_ in ("a", "b")]
    problem = examined(tmp_path, {}, actors="\n".join(entries)).one("taken-id")
    assert problem.message == '"old" cannot lead here: a has the same old id'
    assert problem.excerpt.startswith("b:")


def test_an_old_id_that_is_the_entrys_own_is_an_error(tmp_path: Path) -> None:
    entry = ENTRIES["actors"].format("new", ", formerly: [new]")
    assert examined(tmp_path, {}, actors=entry).one("taken-id").message.endswith("it is the entry's own id")


def test_an_id_may_name_an_entry_of_each_register(tmp_path: Path) -> None:
    everywhere = {register: entry.format("new", "") for register, entry in ENTRIES.items()}
    assert examined(tmp_path, {"new": ""}, **everywhere).errors == []


@pytest.mark.parametrize("key", ["part_of: other", "same_as: other"])
def test_one_event_is_not_tied_and_distinct(tmp_path: Path, key: str) -> None:
    problem = examined(tmp_path, {"patrol": f"{key}\ndistinct_from: [other]", "other": ""}).one("contradictory-ties")
    name = key.partition(":")[0]
    assert problem.message == f"other stands in distinct_from here, and {name} too: only one can be true"
    assert problem.line == 2


def test_an_event_is_not_part_of_what_is_the_same(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "part_of: other\nsame_as: other", "other": ""}).one("contradictory-ties")
    assert problem.message == "other stands in same_as here, and part_of too: only one can be true"


def test_two_records_that_contradict_each_other_are_told_once_with_the_other_file(tmp_path: Path) -> None:
    events = {"patrol": "distinct_from: [other]", "other": "part_of: patrol"}
    problem = examined(tmp_path, events).one("contradictory-ties")
    assert problem.file == "events/patrol.yaml"
    assert problem.message == (
        "other stands in distinct_from here, and events/other.yaml says part_of: only one can be true"
    )


def test_events_that_are_related_may_be_tied_otherwise_too(tmp_path: Path) -> None:
    events = {"patrol": "part_of: other\nrelated: [other]", "other": ""}
    assert examined(tmp_path, events).errors == []
