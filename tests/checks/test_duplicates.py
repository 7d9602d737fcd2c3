from pathlib import Path

import pytest

from chronicle.problems.problem import Problem
from written_chronicles import Examined, examined

STRIKE = "type: airstrike\nlocations: [kobani]\nactors: [russian-forces]"


def pair(root: Path, one: str, other: str, **more: str) -> Examined:
    """Examine a chronicle of two events, each with these fields over those of the strike."""
    return examined(root, {"one": over(one), "other": over(other), **more})


def over(fields: str) -> str:
    own = [line for line in STRIKE.split("\n") if f"\n{line.partition(':')[0]}:" not in f"\n{fields}"]
    return "\n".join([*own, fields])


def found(root: Path, one: str, other: str, **more: str) -> list[Problem]:
    return pair(root, one, other, **more).of("likely-duplicate")


def test_two_records_that_agree_in_all_are_a_warning_with_the_ways_out(tmp_path: Path) -> None:
    chronicle = pair(tmp_path, "", "")
    problem = chronicle.one("likely-duplicate")
    assert problem.message == "this may be the same event as one: type, place, actors and date agree"
    assert problem.remedy == (
        "compare events/one.yaml; if they differ write distinct_from: [one], "
        "else part_of, same_as or related, or merge the two"
    )
    assert (problem.file, problem.line) == ("events/other.yaml", 1)
    assert chronicle.errors == []


def test_the_warning_stands_in_the_file_of_the_later_event(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "date: 2020-06", "date: 2020-06-07")
    assert problem.file == "events/one.yaml"


@pytest.mark.parametrize("type_", ["airstrike", "attack"])
def test_types_agree_if_they_are_the_same_or_one_is_the_family_of_the_other(tmp_path: Path, type_: str) -> None:
    assert found(tmp_path, "", f"type: {type_}")


@pytest.mark.parametrize("type_", ["patrol", "shelling"])
def test_other_types_do_not_agree_not_even_of_one_family(tmp_path: Path, type_: str) -> None:
    assert not found(tmp_path, "", f"type: {type_}")


@pytest.mark.parametrize(
    "places",
    [
        "[kobani]",
        "[kobani-district]",
        "[aleppo-governorate]",
        "[north-east]",
        "[qamishli, kobani]",
        "[{one_of: [qamishli, kobani]}]",
    ],
)
def test_places_agree_if_one_is_or_lies_in_the_other(tmp_path: Path, places: str) -> None:
    assert found(tmp_path, "", f"locations: {places}")
    assert found(tmp_path, f"locations: {places}", "")


@pytest.mark.parametrize("places", ["[manbij]", "[qamishli]", "[idlib-governorate]"])
def test_other_places_do_not_agree(tmp_path: Path, places: str) -> None:
    assert not found(tmp_path, "", f"locations: {places}")


def test_two_places_in_one_whole_do_not_agree_though_each_agrees_with_it(tmp_path: Path) -> None:
    warnings = found(tmp_path, "", "locations: [manbij]", wide=over("locations: [aleppo-governorate]"))
    assert [each.message.partition(":")[0] for each in warnings] == [
        "this may be the same event as one",
        "this may be the same event as other",
    ]


def test_a_country_is_too_wide_a_place_to_agree(tmp_path: Path) -> None:
    assert not found(tmp_path, "", "locations: [syria]")
    assert not found(tmp_path, "locations: [syria]", "locations: [syria]")


def test_two_records_without_a_place_agree(tmp_path: Path) -> None:
    bare = "type: airstrike\nactors: [russian-forces]"
    assert examined(tmp_path, {"one": bare, "other": bare}).of("likely-duplicate")


def test_a_record_without_a_place_does_not_agree_with_one_that_has_one(tmp_path: Path) -> None:
    assert not examined(tmp_path, {"one": STRIKE, "other": "type: airstrike\nactors: [russian-forces]"}).problems


@pytest.mark.parametrize("actors", ["[russian-forces]", "[russian-military-police]", "[russia]", "[us-forces, russia]"])
def test_actors_agree_if_one_is_or_belongs_to_the_other(tmp_path: Path, actors: str) -> None:
    assert found(tmp_path, "", f"actors: {actors}")
    assert found(tmp_path, f"actors: {actors}", "")


def test_other_actors_do_not_agree(tmp_path: Path) -> None:
    assert not found(tmp_path, "", "actors: [turkish-forces]")


def test_a_record_without_an_actor_agrees_only_with_another(tmp_path: Path) -> None:
    bare = "type: airstrike\nlocations: [kobani]"
    chronicle = examined(tmp_path, {"one": bare, "other": bare, "third": STRIKE})
    assert chronicle.one("likely-duplicate").file == "events/other.yaml"


def test_two_records_with_neither_place_nor_actor_have_too_little_to_agree_in(tmp_path: Path) -> None:
    bare = "type: airstrike"
    assert not examined(tmp_path, {"one": bare, "other": bare}).of("likely-duplicate")


@pytest.mark.parametrize("date", ["2020-06-07", "2020-06", "by 2020-06-20", "2020-06-06 to 2020-06-08", "unknown"])
def test_dates_agree_if_they_may_share_a_day(tmp_path: Path, date: str) -> None:
    assert found(tmp_path, "", f"date: {date}")


@pytest.mark.parametrize("date", ["2020-06-06", "2020-05", "by 2020-06-06", "not before 2020-06-08"])
def test_dates_that_share_no_day_do_not_agree(tmp_path: Path, date: str) -> None:
    assert not found(tmp_path, "", f"date: {date}")


def test_an_unknown_date_agrees_with_none_that_its_article_could_not_know(tmp_path: Path) -> None:
    assert not found(tmp_path, "date: 2020-07-10\nsources: [july]", "date: unknown\nsources: [june]")


def test_a_single_event_beside_its_own_aggregate_is_a_warning(tmp_path: Path) -> None:
    aggregate = "type: attack\nlocations: [aleppo-governorate]\nactors: [russia]\ndate: 2020-06\noccurrences: 13"
    assert found(tmp_path, "", aggregate)


@pytest.mark.parametrize(
    "tie",
    [
        "part_of: one",
        "part_of: [{event: one, certainty: possible}]",
        "same_as: one",
        "same_as: [{event: one, certainty: possible}]",
        "related: [one]",
        "distinct_from: [one]",
    ],
)
def test_each_tie_between_the_two_says_what_they_are_to_each_other(tmp_path: Path, tie: str) -> None:
    assert not found(tmp_path, "", tie)
    assert not found(tmp_path, tie.replace("one", "other"), "")


def test_a_common_whole_says_what_the_two_are_to_each_other(tmp_path: Path) -> None:
    whole = "type: patrol\ndate: 2020-06"
    assert not found(tmp_path, "part_of: whole", "part_of: whole", whole=whole)


def test_a_common_whole_of_a_whole_says_so_too(tmp_path: Path) -> None:
    wholes = {"near": "type: patrol\ndate: 2020-06\npart_of: far", "far": "type: patrol\ndate: 2020\nsources: [july]"}
    assert not found(tmp_path, "part_of: near", "part_of: far", **wholes)


def test_two_wholes_that_are_not_tied_silence_nothing(tmp_path: Path) -> None:
    wholes = {"a": "type: patrol\ndate: 2020-06\nlocations: [manbij]", "b": "type: patrol\ndate: 2020-06"}
    assert [each.file for each in found(tmp_path, "part_of: a", "part_of: b", **wholes)] == ["events/other.yaml"]


def test_a_tie_to_a_third_event_silences_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, "related: [third]", "related: [third]", third="type: patrol")


def test_a_pair_that_shares_several_places_is_told_once(tmp_path: Path) -> None:
    places = "locations: [kobani, manbij, qamishli]"
    assert len(found(tmp_path, places, places)) == 1


def test_three_records_that_agree_are_three_pairs(tmp_path: Path) -> None:
    warnings = examined(tmp_path, {"a": STRIKE, "b": STRIKE, "c": STRIKE}).of("likely-duplicate")
    assert [(each.file, each.message.partition(":")[0]) for each in warnings] == [
        ("events/b.yaml", "this may be the same event as a"),
        ("events/c.yaml", "this may be the same event as a"),
        ("events/c.yaml", "this may be the same event as b"),
    ]
