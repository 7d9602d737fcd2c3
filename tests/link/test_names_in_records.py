from pathlib import Path

import pytest

from written_chronicles import Examined, examined


def place(root: Path, name: str, locations: str = "") -> Examined:
    return examined(root, {"patrol": f"locations: ['{name}']"}, locations=locations)


@pytest.mark.parametrize(
    ("spelling", "id_"),
    [
        ("kobani", "kobani"),
        ("Ayn al-Arab", "ayn"),
        ("Ain al-Arab", "kobani"),
        ("KOBANI", "kobani"),
        ("كوباني", "kobani"),
        ("Hasakah", "al-hasakah"),
        ("al-Hasakah", "al-hasakah"),
        ("Al  Ḩasakah", "al-hasakah"),
        ("aleppo governorate", "aleppo-governorate"),
    ],
)
def test_a_place_is_found_in_every_spelling(tmp_path: Path, spelling: str, id_: str) -> None:
    found = place(tmp_path, spelling, locations="ayn: {name: Ayn al-Arab, kind: village}")
    assert found.event("patrol").location_ids == (id_,)
    assert found.errors == []


def test_an_actor_a_source_and_a_type_are_found_in_another_spelling(tmp_path: Path) -> None:
    text = "type: air strike\nactors: [the Russian troops]\nsources: [The news of June]"
    event = examined(tmp_path, {"strike": text}).event("strike")
    assert (event.type, event.actor_ids, event.source_ids) == ("airstrike", ("russian-forces",), ("june",))


def test_an_id_wins_over_the_same_spelling_of_another_entry(tmp_path: Path) -> None:
    found = place(tmp_path, "kobani", locations="camp: {name: A camp, also: [kobani], kind: area}")
    assert found.event("patrol").location_ids == ("kobani",)


def test_an_old_id_finds_its_entry(tmp_path: Path) -> None:
    found = place(tmp_path, "tell-abiad", locations="tal-abyad: {name: Tal Abyad, kind: town, formerly: [tell-abiad]}")
    assert found.event("patrol").location_ids == ("tal-abyad",)
    assert found.errors == []


def test_a_spelling_wins_over_an_old_id(tmp_path: Path) -> None:
    added = "tal-abyad: {name: Tal Abyad, kind: town, formerly: [raqqah]}\nar-raqqah: {name: Ar-Raqqah, kind: city}"
    assert place(tmp_path, "raqqah", locations=added).event("patrol").location_ids == ("ar-raqqah",)


def test_a_name_that_several_entries_bear_is_an_error_that_names_them_all(tmp_path: Path) -> None:
    found = place(tmp_path, "Sarjah")
    problem = found.one("ambiguous-location")
    assert problem.message == '"Sarjah" is the name of 2 locations: sarjah-north, sarjah-south'
    assert problem.remedy == "write the id of the one that is meant"
    assert found.event("patrol").places == ()


def test_homonyms_of_different_kinds_may_be_told_apart_by_kind(tmp_path: Path) -> None:
    problem = place(tmp_path, "Idlib").one("ambiguous-location")
    assert problem.remedy == "write the id of the one that is meant, or Idlib (city) or Idlib (governorate)"


def test_what_the_help_offers_for_homonyms_finds_the_entry(tmp_path: Path) -> None:
    assert place(tmp_path, "Idlib (governorate)").event("patrol").location_ids == ("idlib-governorate",)


def test_homonyms_that_no_record_names_are_no_problem(tmp_path: Path) -> None:
    assert examined(tmp_path, {"patrol": "locations: [kobani]"}).problems == []


def test_an_unknown_name_is_an_error_that_offers_the_nearest_and_the_way_to_add_it(tmp_path: Path) -> None:
    problem = place(tmp_path, "Kobanni").one("unknown-location")
    assert problem.message == 'no location is called "Kobanni"'
    assert problem.remedy == (
        "did you mean Kobani (kobani)? If not, add it to registers/locations.yaml: kobanni: {name: Kobanni, kind: …}"
    )
    assert (problem.line, problem.column) == (1, 13)


def test_a_suggestion_whose_spelling_is_its_id_names_it_once(tmp_path: Path) -> None:
    problem = place(tmp_path, "sarjah-nort").one("unknown-location")
    assert problem.remedy.startswith("did you mean sarjah-north")
    assert "sarjah-north (sarjah-north)" not in problem.remedy


def test_a_source_is_suggested_by_its_id(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "sources: [The news of Juni]"}).one("unknown-source")
    assert problem.remedy.startswith("did you mean june")


def test_an_unknown_name_like_no_other_offers_an_entry_to_add(tmp_path: Path) -> None:
    problem = place(tmp_path, "Wxyz").one("unknown-location")
    assert problem.remedy == "add it to registers/locations.yaml: wxyz: {name: Wxyz, kind: …}"


def test_an_unknown_kind_in_brackets_is_the_kind_of_the_entry_to_add(tmp_path: Path) -> None:
    problem = place(tmp_path, "Wxyz (village)").one("unknown-location")
    assert problem.remedy == "add it to registers/locations.yaml: wxyz: {name: Wxyz, kind: village}"


def test_a_name_that_leads_nowhere_is_left_out_and_the_others_are_kept(tmp_path: Path) -> None:
    event = examined(tmp_path, {"patrol": "locations: [Wxyz, kobani]\nactors: [Wxyz, russia]"}).event("patrol")
    assert (event.location_ids, event.actor_ids) == (("kobani",), ("russia",))


def test_every_unknown_name_of_a_record_is_reported_in_one_run(tmp_path: Path) -> None:
    text = "type: wxyz\nlocations: [Wxyz, {one_of: [kobani, Vwxy]}]\nactors: [Wxyz]\nsources: [wxyz]"
    assert examined(tmp_path, {"patrol": text}).errors == [
        "unknown-type",
        "unknown-location",
        "unknown-location",
        "unknown-actor",
        "unknown-source",
    ]


def test_the_wording_of_the_source_is_kept_beside_what_it_means(tmp_path: Path) -> None:
    text = "locations: [{name: kobani, as: Ayn al-Arab}]\nactors: [{name: russia, as: Moscow, role: initiator}]"
    event = examined(tmp_path, {"patrol": text}).event("patrol")
    assert [place.as_ for place in event.places] == ["Ayn al-Arab"]
    assert [(each.actor, each.role, each.as_) for each in event.participants] == [("russia", "initiator", "Moscow")]


def test_a_choice_of_places_is_one_place_that_is_not_certain(tmp_path: Path) -> None:
    (found,) = examined(tmp_path, {"patrol": "locations: [{one_of: [kobani, Manbij]}]"}).event("patrol").places
    assert found.locations == ("kobani", "manbij")
    assert not found.certain


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("{name: kobani, precision: vicinity}", "vicinity"),
        ("kobani", "settlement"),
        ("kobani-district", "district"),
        ("base", "exact"),
        ("{one_of: [kobani, north-east]}", "region"),
    ],
)
def test_a_place_is_as_precise_as_the_record_says_or_its_entry_or_its_kind(
    tmp_path: Path, written: str, precision: str
) -> None:
    added = "base: {name: A base, kind: base, precision: exact}"
    (found,) = examined(tmp_path, {"patrol": f"locations: [{written}]"}, locations=added).event("patrol").places
    assert found.precision == precision


def test_a_speaker_who_is_registered_is_known_and_another_stays_words(tmp_path: Path) -> None:
    text = "sources: [{source: june, speaker: Russian troops}, {source: july, speaker: a shepherd}]"
    found = examined(tmp_path, {"patrol": text})
    accounts = found.event("patrol").accounts
    assert [(each.speaker, each.speaker_actor) for each in accounts] == [
        ("Russian troops", "russian-forces"),
        ("a shepherd", ""),
    ]
    assert found.chronicle.spoken == {"russian-forces": ("patrol",)}


def test_the_pages_of_a_whole_show_what_happened_in_its_parts(tmp_path: Path) -> None:
    text = "type: airstrike\nlocations: [kobani]\nactors: [russian-military-police]"
    chronicle = examined(tmp_path, {"strike": text}).chronicle
    in_or_of = [id_ for id_, events in chronicle.at.items() if events]
    assert in_or_of == ["aleppo-governorate", "kobani", "kobani-district", "north-east", "syria"]
    assert [id_ for id_, events in chronicle.by.items() if events] == [
        "russia",
        "russian-forces",
        "russian-military-police",
    ]
    assert [id_ for id_, events in chronicle.of.items() if events] == ["airstrike", "attack"]
    assert [id_ for id_, events in chronicle.from_.items() if events] == ["june"]


def test_an_event_in_two_parts_of_a_whole_is_listed_once_for_it(tmp_path: Path) -> None:
    chronicle = examined(tmp_path, {"patrol": "locations: [kobani, manbij, syria]"}).chronicle
    assert chronicle.at["syria"] == ("patrol",)
