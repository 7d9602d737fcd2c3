"""The timeline lists every event once, and says where else it may lie."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.timeline import PeriodView, TimelineView

SITES = Path(__file__).resolve().parent.parent / "sites"
Planned = Callable[[Path], tuple[Site, dict[str, Page]]]
Writer = Callable[..., Path]


def period(pages: dict[str, Page], name: str) -> PeriodView:
    found = pages[f"timeline/{name}.html"].view
    assert isinstance(found, PeriodView)
    return found


def listed(view: PeriodView) -> list[str]:
    return [entry.href for section in view.listing.sections for entry in section.entries]


@pytest.fixture
def uncertain(planned: Planned) -> dict[str, Page]:
    return planned(SITES / "uncertain")[1]


def grid(pages: dict[str, Page]) -> TimelineView:
    found = pages["timeline/index.html"].view
    assert isinstance(found, TimelineView)
    return found


@pytest.mark.parametrize("name", ["minimal", "uncertain", "signposts"])
def test_every_event_is_listed_once_in_one_period(name: str, planned: Planned) -> None:
    site, pages = planned(SITES / name)
    views = [page.view for page in pages.values() if isinstance(page.view, PeriodView)]
    found = Counter(href for view in views for href in listed(view))
    assert found == Counter(f"events/{id_}.html" for id_ in site.chronicle.events)


def test_an_event_known_to_a_year_alone_stands_on_the_years_page(uncertain: dict[str, Page]) -> None:
    assert listed(period(uncertain, "2020")) == ["events/year.html"]


def test_an_event_without_any_date_stands_on_a_page_of_its_own_kind(uncertain: dict[str, Page]) -> None:
    assert set(listed(period(uncertain, "undated"))) == {"events/unknown.html", "events/open-unknown.html"}


def test_an_event_that_may_lie_in_a_month_is_told_there_and_why(uncertain: dict[str, Page]) -> None:
    found = {entry.href: entry.possible for entry in period(uncertain, "2020-11").possible}
    assert "events/throughout.html" in found
    assert found["events/throughout.html"] == "Went on through this month."
    assert not set(found) & set(listed(period(uncertain, "2020-11")))


def test_a_year_alone_may_lie_in_each_of_its_months(uncertain: dict[str, Page]) -> None:
    found = {entry.href: entry.possible for entry in period(uncertain, "2020-07").possible}
    assert found["events/year.html"] == "Possibly in this month."


def test_an_open_date_is_no_possible_event_of_every_later_month(uncertain: dict[str, Page]) -> None:
    views = [page.view for page in uncertain.values() if isinstance(page.view, PeriodView)]
    assert not [view for view in views if "events/open.html" in [entry.href for entry in view.possible]]


def test_months_and_years_lead_to_their_neighbours_that_have_events(uncertain: dict[str, Page]) -> None:
    june = period(uncertain, "2020-06")
    assert june.earlier is not None
    assert june.later is not None
    assert (june.earlier.href, june.later.href) == ("timeline/2020-03.html", "timeline/2020-07.html")
    year = period(uncertain, "2020")
    assert year.earlier is not None
    assert year.earlier.href == "timeline/2015.html"
    assert period(uncertain, "2015").earlier is None


def test_a_year_counts_its_months(uncertain: dict[str, Page]) -> None:
    months = {way.name.href: way.count for way in period(uncertain, "2020").months}
    assert months["timeline/2020-07.html"] == "3 events"
    assert list(months) == sorted(months)


def test_the_grid_has_every_year_with_its_twelve_months(uncertain: dict[str, Page]) -> None:
    view = grid(uncertain)
    assert [row.year.label for row in view.rows] == ["2015", "2020", "2021"]
    assert all(len(row.cells) == 12 for row in view.rows)


def test_a_cell_counts_what_is_stated_and_what_is_possible_apart(uncertain: dict[str, Page]) -> None:
    [row] = [row for row in grid(uncertain).rows if row.year.label == "2020"]
    november = row.cells[10]
    assert november.count == len(listed(period(uncertain, "2020-11")))
    assert november.possible == len(period(uncertain, "2020-11").possible)
    assert row.undated is not None
    assert row.undated.count == 1


def test_a_month_without_an_event_of_its_own_has_no_page_and_no_link(uncertain: dict[str, Page]) -> None:
    [row] = [row for row in grid(uncertain).rows if row.year.label == "2020"]
    january = row.cells[0]
    assert (january.count, january.possible, january.href) == (0, 1, "")
    assert "timeline/2020-01.html" not in uncertain


def test_the_grid_leads_to_what_has_no_date(uncertain: dict[str, Page]) -> None:
    unknown = grid(uncertain).unknown
    assert unknown is not None
    assert (unknown.name.href, unknown.count) == ("timeline/undated.html", "2 events")


def test_a_chronicle_of_dated_events_has_no_page_of_undated_ones(planned: Planned) -> None:
    _, pages = planned(SITES / "minimal")
    assert "timeline/undated.html" not in pages
    assert grid(pages).unknown is None


def test_the_sums_of_the_grid_are_the_chronicles_events(planned: Planned) -> None:
    site, pages = planned(SITES / "uncertain")
    view = grid(pages)
    counted = sum(cell.count for row in view.rows for cell in (*row.cells, *filter(None, [row.undated])))
    assert counted + 2 == len(site.chronicle.events)
