"""Listings are cut by year, and by month, so that no page grows with the chronicle; and nothing is lost on the way."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.pages import listing as listings
from chronicle.pages.listing import Listed
from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.pieces import Listing, Name
from chronicle.views.site import ListView

Planned = Callable[[Path], tuple[Site, dict[str, Page]]]
Writer = Callable[..., Path]
HOME = Name("actors/a.html", "A")
DATES = (
    *("2018-03-04", "2018-03", "2018-12-31", "2018", "by 2018-12-31", "between 2018-02-01 and 2018-12-31"),
    *("about 2018-12", "2018-06 to open", "2019-01-01", "not before 2019-01-01", "2019-05 to 2020-02", "2020"),
    *("2020-02-29", "unknown", "unknown to open", "2017-12 to 2018-01"),
)


UNCUT, BY_YEAR = (100, 100), (5, 100)
BY_MONTH = [(5, 1), (1, 1), (1, 5)]


@pytest.fixture
def site(write_chronicle: Writer, planned: Planned) -> Site:
    """Return a chronicle with an event of every date."""
    files = {
        f"events/e{number}.yaml": f"type: patrol\ntitle: E{number}\ndate: {date}\nsources: [undated]\n"
        for number, date in enumerate(DATES)
    }
    sources = {"registers/sources.yaml": "gazette-convoy: {title: T}\nundated: {title: U}\n"}
    found, _ = planned(write_chronicle({**files, **sources}))
    return found


def made(site: Site, ids: list[str]) -> tuple[Listing, dict[str, Listing]]:
    listing = Listed(site, ids, HOME, "origin")
    drafts = list(listing.further())
    views = {draft.path: draft.compose() for draft in drafts}
    assert len(views) == len(drafts), "two pages have the same path"
    return listing.listing(), {path: view.listing for path, view in views.items() if isinstance(view, ListView)}


def listed(found: Listing) -> list[str]:
    return [entry.href for section in found.sections for entry in section.entries]


def limits(monkeypatch: pytest.MonkeyPatch, page: int, year: int) -> None:
    monkeypatch.setattr(listings, "PAGE_ENTRIES", page)
    monkeypatch.setattr(listings, "YEAR_ENTRIES", year)


def test_a_short_listing_stands_on_one_page_under_its_years(site: Site) -> None:
    found, further = made(site, list(site.chronicle.events))
    assert further == {}
    ids = [section.id for section in found.sections]
    assert ids == ["y2017", "y2018", "y2019", "y2020", "yundated"]
    assert len(listed(found)) == len(site.chronicle.events)


@pytest.mark.parametrize(("page", "year"), [UNCUT, BY_YEAR, *BY_MONTH])
def test_every_event_is_listed_once_in_order_however_the_listing_is_cut(
    site: Site, monkeypatch: pytest.MonkeyPatch, page: int, year: int
) -> None:
    limits(monkeypatch, page, year)
    found, further = made(site, list(site.chronicle.events))
    entries = listed(found) + [href for part in further.values() for href in listed(part)]
    assert Counter(entries) == Counter(f"events/{id_}.html" for id_ in site.chronicle.events)


@pytest.mark.parametrize(("page", "year"), [UNCUT, BY_YEAR, *BY_MONTH])
def test_no_page_has_two_headings_of_one_period(
    site: Site, monkeypatch: pytest.MonkeyPatch, page: int, year: int
) -> None:
    limits(monkeypatch, page, year)
    found, further = made(site, list(site.chronicle.events))
    for each in (found, *further.values()):
        ids = [section.id for section in each.sections]
        assert len(ids) == len(set(ids))


def test_a_long_listing_is_headings_that_lead_to_a_page_a_year(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, 5, 100)
    found, further = made(site, list(site.chronicle.events))
    assert listed(found) == []
    assert {section.href for section in found.sections} == further.keys()
    assert "actors/a.2018.html" in further
    assert "actors/a.undated.html" in further


def test_a_long_year_is_headings_that_lead_to_a_page_a_month(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, 5, 3)
    _, further = made(site, list(site.chronicle.events))
    year = further["actors/a.2018.html"]
    assert {section.href for section in year.sections if not section.entries} <= further.keys()
    assert "actors/a.2018-12.html" in further


def test_what_is_known_to_a_long_year_alone_stays_on_the_years_own_page(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits(monkeypatch, 5, 3)
    _, further = made(site, list(site.chronicle.events))
    assert listed(further["actors/a.2018.html"]) == ["events/e3.html"]


def test_a_page_at_its_limit_is_not_cut(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, len(site.chronicle.events), 100)
    assert made(site, list(site.chronicle.events))[1] == {}
    limits(monkeypatch, len(site.chronicle.events) - 1, 100)
    assert made(site, list(site.chronicle.events))[1] != {}


def test_a_listing_of_nothing_has_no_headings(site: Site) -> None:
    assert made(site, [])[0].sections == ()


def test_why_an_event_may_not_belong_to_a_list_stands_beside_it(site: Site) -> None:
    found = Listed(site, ["e0", "e2"], HOME, "origin", lambda id_: "perhaps" if id_ == "e2" else "")
    entries = [entry for section in found.listing().sections for entry in section.entries]
    assert [entry.possible for entry in entries] == ["", "perhaps"]


def test_a_part_leads_back_to_where_it_belongs(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, 1, 1)
    pages = [draft.page() for draft in Listed(site, list(site.chronicle.events), HOME, "origin").further()]
    assert pages
    for page in pages:
        assert isinstance(page.view, ListView)
        assert page.view.trail[0] == HOME
        assert page.origin == "origin"
