"""The page of an event says what its record says, and what follows from it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from chronicle.pages.site import Site
from chronicle.views.event import EventView
from chronicle.views.page import Page

SITES = Path(__file__).resolve().parent.parent / "sites"
Writer = Callable[..., Path]
Planned = Callable[[Path], tuple[Site, dict[str, Page]]]


def view(pages: dict[str, Page], id_: str) -> EventView:
    found = pages[f"events/{id_}.html"].view
    assert isinstance(found, EventView)
    return found


@pytest.fixture
def uncertain(planned: Planned) -> dict[str, Page]:
    return planned(SITES / "uncertain")[1]


@pytest.fixture
def signposts(planned: Planned) -> dict[str, Page]:
    return planned(SITES / "signposts")[1]


@pytest.mark.parametrize(
    ("id_", "date", "machine", "certainty"),
    [
        ("day", "12 November 2020", "2020-11-12", "certain"),
        ("month", "November 2020, day not stated", "2020-11", "possible"),
        ("year", "2020, month and day not stated", "2020", "possible"),
        ("throughout", "30 October – 2 November 2020", "", "span"),
        ("open", "from September 2015, not known to have ended", "", "span"),
        ("between", "between 1 and 18 June 2020", "", "possible"),
        ("by", "by 18 June 2020", "", "possible"),
        ("not-before", "not before 30 November 2020", "", "possible"),
        ("about", "about 15 June 2020", "", "approximate"),
        ("unknown", "date unknown", "", "possible"),
    ],
)
def test_a_date_is_told_no_closer_than_it_is_known(
    uncertain: dict[str, Page], id_: str, date: str, machine: str, certainty: str
) -> None:
    found = view(uncertain, id_)
    assert found.date == date
    assert found.date_machine == machine
    assert found.date_certainty == certainty


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("between", ['"earlier <this> month"']),
        ("doubted", ["the 5th was no Tuesday"]),
        ("announced", ["year"]),
        ("by", ["1 January 2011"]),
        ("not-before", ["31 December 2020"]),
        ("day", []),
    ],
)
def test_where_a_date_comes_from_is_said(uncertain: dict[str, Page], id_: str, words: list[str]) -> None:
    notes = view(uncertain, id_).date_notes
    assert bool(notes) is bool(words)
    assert all(word in " ".join(notes) for word in words)


def test_an_event_leads_to_the_page_of_the_period_that_lists_it(uncertain: dict[str, Page]) -> None:
    periods = {id_: view(uncertain, id_).month.href for id_ in ("day", "year", "throughout", "by", "unknown")}
    assert periods == {
        "day": "timeline/2020-11.html",
        "year": "timeline/2020.html",
        "throughout": "timeline/2020-10.html",
        "by": "timeline/2020-06.html",
        "unknown": "timeline/undated.html",
    }


def test_a_place_that_may_be_either_of_two_shows_both(uncertain: dict[str, Page]) -> None:
    [place] = view(uncertain, "contested").places
    assert place.name.href == "locations/homonym-north.html"
    assert [name.href for name in place.alternatives] == ["locations/homonym-south.html"]


def test_the_wording_of_a_source_is_kept_beside_the_name(uncertain: dict[str, Page]) -> None:
    assert view(uncertain, "about").places[0].reported_as == "عين العرب"
    assert view(uncertain, "month").actors[1].reported_as == "the people of <the place>"


def test_a_role_is_told_where_it_says_something(uncertain: dict[str, Page]) -> None:
    assert [place.role for place in view(uncertain, "by").places] == ["from", "to"]
    assert view(uncertain, "day").places[0].role == ""


def test_who_else_took_part_is_left_open(uncertain: dict[str, Page]) -> None:
    assert view(uncertain, "throughout").others
    assert not view(uncertain, "day").others


def test_accounts_stand_in_the_order_of_the_record_with_what_differs(uncertain: dict[str, Page]) -> None:
    found = view(uncertain, "contested")
    assert found.contested
    assert [account.id for account in found.accounts] == ["account-1", "account-2", "account-3", "account-4"]
    assert [account.stance for account in found.accounts] == ["confirms", "denies", "disputes", "reports"]
    assert dict(found.accounts[1].differs) == {"aircraft": "none"}
    assert [label for label, _ in found.accounts[2].differs] == ["Date", "Places", "killed: shepherds"]
    assert dict(found.accounts[3].differs)["Type"] == "Event"
    assert found.accounts[0].differs == ()


def test_a_speaker_who_is_registered_is_a_link_and_another_is_words(uncertain: dict[str, Page]) -> None:
    registered, quoted = (account.speaker for account in view(uncertain, "contested").accounts[:2])
    assert (registered.href, registered.label) == ("actors/air-force.html", "Coalition Air Force")
    assert (quoted.href, quoted.label) == ("", 'The "spokesman" <of the Hill>')


@pytest.mark.parametrize(
    ("date", "contested"),
    [("between 2020-06-01 and 2020-06-30", False), ("2020-06", False), ("2020-06-20", True)],
)
def test_an_account_with_another_date_contests_the_record_only_if_both_cannot_be_true(
    write_chronicle: Writer, planned: Planned, date: str, contested: bool
) -> None:
    record = f"type: patrol\ntitle: A\ndate: 2020-06-07\nsources: [{{source: late, says: Otherwise, date: {date}}}]\n"
    sources = "late: {title: Late, published: 2020-07-01}\n"
    _, pages = planned(write_chronicle({"events/a.yaml": record, "registers/sources/own.yaml": sources}))
    assert view(pages, "a").contested is contested


def test_accounts_that_agree_are_not_contested(uncertain: dict[str, Page]) -> None:
    assert not view(uncertain, "day").contested


def test_casualties_name_their_group_and_none_is_a_number(uncertain: dict[str, Page]) -> None:
    fighters, shepherds = view(uncertain, "contested").casualties
    assert fighters.group.href == "actors/fighters.html"
    assert [(figure.noun, figure.text) for figure in fighters.figures] == [("killed", "16–25"), ("injured", "several")]
    assert (shepherds.group.label, shepherds.figures[0].text) == ("shepherds", "none")
    assert shepherds.civilian


def test_the_convention_behind_a_word_is_said(uncertain: dict[str, Page]) -> None:
    several = view(uncertain, "contested").casualties[0].figures[1]
    assert several.bounds == "taken as at least 3"
    assert several.certainty == "possible"


def test_an_event_that_stands_for_itself_has_no_number(uncertain: dict[str, Page]) -> None:
    assert view(uncertain, "day").count is None
    counted = view(uncertain, "whole").count
    assert counted is not None
    assert (counted.text, counted.noun) == ("7", "occurrences")


def test_a_whole_says_what_it_states_beyond_its_parts(uncertain: dict[str, Page]) -> None:
    found = view(uncertain, "whole")
    assert found.residual == "3 more reported, not itemised"
    assert [(tie.entry.href, bool(tie.possible)) for tie in found.parts] == [
        ("events/part-certain.html", False),
        ("events/part-possible.html", True),
    ]
    assert [tie.entry.href for tie in view(uncertain, "part-certain").wholes] == ["events/whole.html"]


def test_ties_stand_on_both_sides(uncertain: dict[str, Page]) -> None:
    for one, other, kind in (
        ("same", "part-certain", "same_as"),
        ("same", "whole", "related"),
        ("same", "contested", "distinct_from"),
    ):
        for here, there in ((one, other), (other, one)):
            assert f"events/{there}.html" in [tie.entry.href for tie in getattr(view(uncertain, here), kind)]


def test_events_nearby_are_of_the_same_places_and_not_tied_already(uncertain: dict[str, Page]) -> None:
    for page in uncertain.values():
        if isinstance(page.view, EventView):
            found = page.view
            nearby = {entry.href for entry in found.nearby}
            tied = {tie.entry.href for tie in (*found.wholes, *found.parts, *found.same_as, *found.related)}
            assert not nearby & (tied | {page.path})
            assert len(nearby) <= 5


def test_every_event_leads_to_the_next_and_back(planned: Planned) -> None:
    site, pages = planned(SITES / "uncertain")
    ids = list(site.chronicle.events)
    for before, after in pairwise(ids):
        later, earlier = view(pages, before).later, view(pages, after).earlier
        assert later is not None
        assert earlier is not None
        assert (later.href, earlier.href) == (f"events/{after}.html", f"events/{before}.html")
    assert view(pages, ids[0]).earlier is None
    assert view(pages, ids[-1]).later is None


def test_a_citation_has_title_date_site_and_address(signposts: dict[str, Page], uncertain: dict[str, Page]) -> None:
    cite = view(signposts, "kept").cite
    for part in (
        "A vigil is kept on the square",
        "1 May 2020",
        "4 March 2026",
        "https://chronicle.example/events/kept.html",
    ):
        assert part in cite
    assert view(uncertain, "day").permalink == "events/day.html"


def test_a_change_is_suggested_where_the_record_is_kept(signposts: dict[str, Page], uncertain: dict[str, Page]) -> None:
    assert view(signposts, "kept").suggest == "https://git.example/chronicle/edit/main/records/events/kept.yaml"
    assert view(uncertain, "day").suggest == ""


def test_a_status_says_why(uncertain: dict[str, Page]) -> None:
    assert (view(uncertain, "contested").status, view(uncertain, "contested").status_why) == (
        "disputed",
        "An account denies that it happened so.",
    )
    assert "editor" in view(uncertain, "same").status_why
    assert view(uncertain, "day").status == "reported"


def test_a_text_in_several_languages_is_shown_in_the_sites(uncertain: dict[str, Page]) -> None:
    assert view(uncertain, "arabic").title == "A meeting at عين العرب (Kobanî)"
