from pathlib import Path

import pytest

from chronicle.examine import examine
from written_chronicles import examined


@pytest.mark.parametrize(
    ("register", "entry", "code", "column"),
    [
        ("locations", "tal: {name: Tal, kind: village, in: [kobani, kobanii]}", "unknown-location", 46),
        ("actors", "tal: {name: Tal, part_of: [russian-force]}", "unknown-actor", 28),
        ("types", "tal: {label: Tal, family: atack, definition: A type.}", "unknown-type", 27),
    ],
)
def test_a_whole_that_is_no_entry_is_an_error_where_it_is_named(
    tmp_path: Path, register: str, entry: str, code: str, column: int
) -> None:
    problem = examined(tmp_path, {}, **{register: entry}).one(code)
    assert problem.file == f"registers/{register}.yaml"
    assert problem.excerpt == entry
    assert problem.column == column


def test_an_unknown_whole_is_offered_the_nearest_id(tmp_path: Path) -> None:
    problem = examined(tmp_path, {}, actors="police: {name: Police, part_of: [russian-force]}").one("unknown-actor")
    assert problem.message == 'no actor has the id "russian-force"'
    assert problem.remedy == "did you mean russian-forces?"


def test_an_unknown_whole_like_no_other_is_given_a_way_out(tmp_path: Path) -> None:
    problem = examined(tmp_path, {}, actors="police: {name: Police, part_of: [zzz]}").one("unknown-actor")
    assert problem.remedy == "give it an entry of its own, or remove it here"


def test_a_whole_may_be_named_by_its_old_id(tmp_path: Path) -> None:
    added = "army: {name: Army, formerly: [the-army]}\npolice: {name: Police, part_of: [the-army]}"
    found = examined(tmp_path, {}, actors=added)
    assert found.chronicle.registers.actors.tree.wholes["police"] == ("army",)
    assert found.errors == []


def test_a_circle_is_reported_once_at_the_tie_of_its_first_entry(tmp_path: Path) -> None:
    added = "one: {name: One, part_of: [russia, two]}\ntwo: {name: Two, part_of: [one]}"
    problem = examined(tmp_path, {}, actors=added).one("circle")
    assert problem.message == "this goes round in a circle: one → two → one"
    assert problem.excerpt[problem.column - 1 :].startswith("two]")


def test_a_circle_of_families_is_reported_at_the_family(tmp_path: Path) -> None:
    problem = examined(tmp_path, {}, types="one: {label: One, definition: A type., family: one}").one("circle")
    assert problem.message == "this goes round in a circle: one → one"
    assert problem.excerpt[problem.column - 1 :].startswith("one}")


def test_an_event_in_a_circle_of_places_is_listed_once_for_each(tmp_path: Path) -> None:
    added = "one: {name: One, kind: area, in: [two]}\ntwo: {name: Two, kind: area, in: [one]}"
    chronicle = examined(tmp_path, {"patrol": "locations: [one]"}, locations=added).chronicle
    assert (chronicle.at["one"], chronicle.at["two"]) == (("patrol",), ("patrol",))


def test_names_are_not_blamed_where_a_file_of_their_register_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "registers" / "locations"
    folder.mkdir(parents=True)
    (folder / "turkey.yaml").write_bytes(b"\xff")
    found = examined(tmp_path, {"patrol": "locations: [Ankara]\nactors: [Wxyz]"})
    assert found.errors == ["unknown-actor", "yaml-encoding"]


def test_an_entry_with_a_fault_is_known_for_all_that(tmp_path: Path) -> None:
    found = examined(tmp_path, {"patrol": "locations: [tal]"}, locations="tal: {name: Tal, kind: hamlet}")
    assert found.errors == ["unknown-word"]
    assert found.event("patrol").location_ids == ("tal",)


def test_a_new_entry_goes_into_the_file_of_its_register(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "actors: [Wxyz]"}).one("unknown-actor")
    assert problem.remedy == "add it to registers/actors.yaml: wxyz: {name: Wxyz}"


def test_a_new_entry_goes_into_the_folder_where_the_register_is_one(tmp_path: Path) -> None:
    examined(tmp_path, {"patrol": "actors: [Wxyz]"})
    (tmp_path / "registers" / "actors").mkdir()
    (tmp_path / "registers" / "actors.yaml").rename(tmp_path / "registers" / "actors" / "armies.yaml")
    _, problems = examine(tmp_path)
    assert [problem.remedy for problem in problems] == ["add it to registers/actors/: wxyz: {name: Wxyz}"]
