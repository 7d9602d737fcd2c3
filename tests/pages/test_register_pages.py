"""The pages of locations, actors, types and sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.pieces import Fact, Listing, Way
from chronicle.views.registers import ActorView, IndexView, LocationView, SourceView, TypeView

SITES = Path(__file__).resolve().parent.parent / "sites"
Planned = Callable[[Path], tuple[Site, dict[str, Page]]]
Writer = Callable[..., Path]


@pytest.fixture
def uncertain(planned: Planned) -> dict[str, Page]:
    return planned(SITES / "uncertain")[1]


def location(pages: dict[str, Page], id_: str) -> LocationView:
    found = pages[f"locations/{id_}.html"].view
    assert isinstance(found, LocationView)
    return found


def actor(pages: dict[str, Page], id_: str) -> ActorView:
    found = pages[f"actors/{id_}.html"].view
    assert isinstance(found, ActorView)
    return found


def type_(pages: dict[str, Page], id_: str) -> TypeView:
    found = pages[f"types/{id_}.html"].view
    assert isinstance(found, TypeView)
    return found


def source(pages: dict[str, Page], id_: str) -> SourceView:
    found = pages[f"sources/{id_}.html"].view
    assert isinstance(found, SourceView)
    return found


def index(pages: dict[str, Page], register: str) -> IndexView:
    found = pages[f"{register}/index.html"].view
    assert isinstance(found, IndexView)
    return found


def listed(listing: Listing) -> dict[str, str]:
    return {entry.href.split("/")[1][:-5]: entry.possible for part in listing.sections for entry in part.entries}


def counts(ways: tuple[Way, ...]) -> dict[str, str]:
    return {way.name.href.split("/")[1][:-5]: way.count for way in ways}


def facts(rows: tuple[Fact, ...]) -> dict[str, str]:
    return {row.label: ", ".join(value.label for value in row.values) for row in rows}


# ------------------------------------------------------------------ locations


def test_a_place_lists_what_happened_there(uncertain: dict[str, Page]) -> None:
    assert {"day", "about", "by", "same"} <= listed(location(uncertain, "kobani").listing).keys()


def test_an_event_that_may_have_been_elsewhere_says_so(uncertain: dict[str, Page]) -> None:
    assert listed(location(uncertain, "homonym-north").listing)["contested"]
    assert not listed(location(uncertain, "homonym-north").listing)["between"]


def test_an_event_that_was_in_one_of_two_places_was_surely_in_the_whole_of_both(uncertain: dict[str, Page]) -> None:
    happenings = location(uncertain, "governorate").totals[0]
    assert "possible" not in happenings.text


def test_a_place_above_district_lists_its_own_events_alone_and_counts_its_parts(uncertain: dict[str, Page]) -> None:
    view = location(uncertain, "governorate")
    assert view.whole
    assert listed(view.listing).keys() == {"month", "whole"}
    assert counts(view.parts)["main"] == "3 events"


def test_a_way_up_that_another_one_takes_as_well_is_not_told(uncertain: dict[str, Page]) -> None:
    ways = [[name.label for name in trail] for trail in location(uncertain, "governorate").trail]
    assert ways == [["The Country", "The East"]]
    assert location(uncertain, "country").trail == ()


def test_a_place_without_a_point_says_why_there_is_no_map(uncertain: dict[str, Page]) -> None:
    assert location(uncertain, "farmland").no_point
    assert facts(location(uncertain, "farmland").facts)["Coordinates"] == "not stated"
    assert not location(uncertain, "kobani").no_point


def test_a_point_says_who_gives_it(uncertain: dict[str, Page]) -> None:
    [row] = [row for row in location(uncertain, "homonym-north").facts if row.label == "Coordinates"]
    assert (row.values[0].label, row.remark) == ("35.750, 36.500", "as given by A gazetteer")


def test_every_spelling_is_shown_with_its_language(uncertain: dict[str, Page]) -> None:
    found = location(uncertain, "kobani").spellings
    assert ("", "", "Ain al-Arab") in found
    assert {(tag, name) for tag, _, name in found if tag} == {
        ("ar", "عين العرب"),
        ("ar", "كوباني"),
        ("ku", "Kobanê"),
    }


# ------------------------------------------------------------------ actors


def test_an_actor_lists_what_its_parts_did(uncertain: dict[str, Page]) -> None:
    assert {"day", "month", "year"} <= listed(actor(uncertain, "coalition").listing).keys()
    assert counts(actor(uncertain, "coalition").parts).keys() == {"air-force"}


def test_who_acted_and_who_was_the_target_are_opponents(uncertain: dict[str, Page]) -> None:
    assert counts(actor(uncertain, "air-force").opponents) == {"fighters": "2 events", "residents": "1 event"}
    assert counts(actor(uncertain, "fighters").opponents) == {"air-force": "2 events"}
    assert actor(uncertain, "air-force").partners == ()


def test_a_whole_is_no_opponent_of_its_own_parts(uncertain: dict[str, Page]) -> None:
    assert "air-force" not in counts(actor(uncertain, "coalition").partners)
    assert counts(actor(uncertain, "coalition").opponents)["fighters"] == "2 events"


def test_an_actor_shows_what_it_gave_an_account_of(uncertain: dict[str, Page]) -> None:
    assert [entry.href for entry in actor(uncertain, "air-force").spoke] == ["events/contested.html"]
    assert actor(uncertain, "fighters").spoke == ()


def test_what_is_not_stated_of_an_actor_is_said_to_be_so(uncertain: dict[str, Page]) -> None:
    assert facts(actor(uncertain, "unidentified").facts)["Kind"] == "not stated"
    assert facts(actor(uncertain, "air-force").facts)["Country"] == "US"


# ------------------------------------------------------------------ types


def test_a_family_lists_the_events_of_its_types(uncertain: dict[str, Page]) -> None:
    assert listed(type_(uncertain, "strike").listing).keys() < listed(type_(uncertain, "event").listing).keys()
    assert [name.label for name in type_(uncertain, "strike").trail] == ["Event"]
    assert type_(uncertain, "strike").family == "event"


def test_names_of_other_data_sets_say_how_near_they_come(uncertain: dict[str, Page]) -> None:
    found = {each.scheme: (each.code, each.match) for each in type_(uncertain, "strike").crosswalks}
    assert found == {
        "ACLED": ("Explosions/Remote violence / Air/drone strike", "broad"),
        "UCDP": ("state-based violence, one-sided violence", "narrow"),
        "CAMEO": ("195 (PLOVER ASSAULT)", "none"),
    }


# ------------------------------------------------------------------ sources


def test_a_source_shows_every_event_drawn_from_it_with_its_accounts(uncertain: dict[str, Page]) -> None:
    drawn = {each.entry.href: [account.id for account in each.accounts] for each in source(uncertain, "dated").drawn}
    assert drawn["events/contested.html"] == ["account-1", "account-2"]
    assert len(drawn) == len(source(uncertain, "dated").drawn)


def test_what_a_source_does_not_state_is_said_to_be_so(uncertain: dict[str, Page]) -> None:
    found = facts(source(uncertain, "undated").facts)
    assert [found[label] for label in ("Publisher", "Author", "Published", "Address")] == ["not stated"] * 4
    assert found["Language"] == "Arabic"


def test_a_date_of_a_source_says_where_it_comes_from(uncertain: dict[str, Page]) -> None:
    [row] = [row for row in source(uncertain, "between").facts if row.label == "Published"]
    assert row.values[0].label == "between 10 and 18 June 2020"
    assert "on Tuesday" in row.remark


def test_a_file_of_a_source_is_linked_by_its_encoded_path(write_chronicle: Writer, planned: Planned) -> None:
    sources = 'gazette-convoy: {title: T, published: 2020-06-08, file: "papers/100% a?b#c.txt"}\n'
    _, pages = planned(write_chronicle({"registers/sources.yaml": sources, "static/papers/100% a?b#c.txt": "a"}))
    [row] = [row for row in source(pages, "gazette-convoy").facts if row.label == "File"]
    assert (row.values[0].href, row.values[0].label) == ("papers/100%25%20a%3Fb%23c.txt", "papers/100% a?b#c.txt")


# ------------------------------------------------------------------ indexes


def test_an_index_is_a_tree_in_which_an_entry_of_two_wholes_stands_twice(uncertain: dict[str, Page]) -> None:
    view = index(uncertain, "locations")
    rows = {group.heading: [(depth, way.name.label) for depth, way in group.rows] for group in view.groups}
    country = rows["The Country"]
    assert country[0] == (0, "The Country")
    assert [depth for depth, label in country if label == "Governorate of Two"] == [2, 1]
    assert set(rows) == {"The Country", "Farmland"}


def test_an_index_counts_its_entries_and_their_events(uncertain: dict[str, Page]) -> None:
    view = index(uncertain, "actors")
    assert view.count == "5 entries"
    found = {way.name.label: way.count for group in view.groups for _, way in group.rows}
    assert found['Fighters of "the Hill"'] == "2 events"


def test_sources_stand_by_publisher(uncertain: dict[str, Page]) -> None:
    found = {group.heading: len(group.rows) for group in index(uncertain, "sources").groups}
    assert found == {"Publisher not stated": 1, "The Gazette": 2}


def test_names_are_sorted_without_marks_articles_and_case(write_chronicle: Writer, planned: Planned) -> None:
    names = ["al-Malikiyah", "Äbc", "the Gate", "nusaybin", "Hasakah", "The Zoo", "ash-Shaykh"]
    entries = "".join(f'n{number}: {{name: "{name}"}}\n' for number, name in enumerate(names))
    _, pages = planned(write_chronicle({"registers/actors.yaml": f"guard: {{name: Guard}}\n{entries}"}))
    found = [group.heading for group in index(pages, "actors").groups]
    assert found == ["Äbc", "the Gate", "Guard", "Hasakah", "al-Malikiyah", "nusaybin", "ash-Shaykh", "The Zoo"]


def test_a_large_register_goes_by_letters(
    write_chronicle: Writer, planned: Planned, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chronicle.pages.indexes._TREE_ENTRIES", 3)
    entries = "".join(
        f"n{n}: {{name: {name}}}\n" for n, name in enumerate(("Alpha", "al-Alif", "Beta", "7th", "Ärger"))
    )
    _, pages = planned(write_chronicle({"registers/actors.yaml": f"guard: {{name: Guard}}\n{entries}"}))
    found = {group.heading: [way.name.label for _, way in group.rows] for group in index(pages, "actors").groups}
    assert found == {"#": ["7th"], "A": ["al-Alif", "Alpha", "Ärger"], "B": ["Beta"], "G": ["Guard"]}


@pytest.mark.parametrize("id_", ["main", "menu"])
def test_a_group_never_has_the_id_of_a_part_of_the_frame(write_chronicle: Writer, planned: Planned, id_: str) -> None:
    _, pages = planned(write_chronicle({"registers/actors.yaml": f"guard: {{name: Guard}}\n{id_}: {{name: N}}\n"}))
    assert id_ not in [group.id for group in index(pages, "actors").groups]
