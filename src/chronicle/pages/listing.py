"""Events in order under headings, cut so that a page stays small at any size of chronicle."""

import math
from collections.abc import Iterable, Mapping

from chronicle import urls
from chronicle.dates import Period, month
from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.pieces import Listing, Name, Section
from chronicle.views.site import ListView

PAGE_ENTRIES = 200
"""A page lists up to so many events; with more it lists years, each with a page of its own."""
YEAR_ENTRIES = 500
"""A year's page lists up to so many events; with more it lists months."""


def listing(
    site: Site,
    events: Iterable[str],
    home: Name,
    origin: str,
    possible: Mapping[str, str] | None = None,
) -> tuple[Listing, list[Page]]:
    """Return the listing of events for the page `home`, with the further pages that it leads to.

    `events` are in the chronicle's order; `possible` says of some why they may not belong to the list.
    """
    ids = list(events)
    reasons = possible or {}
    years = _by_period(site, ids, years=True)
    if len(ids) <= PAGE_ENTRIES:
        sections = tuple(_section(site, period, found, reasons) for period, found in years)
        return Listing(site.events_count(len(ids)), sections), []
    pages: list[Page] = []
    sections = tuple(_linked(site, period, found, home, reasons, origin, pages) for period, found in years)
    return Listing(site.events_count(len(ids)), sections), pages


def _by_period(site: Site, ids: list[str], *, years: bool) -> list[tuple[Period | None, list[str]]]:
    """Gather events by the year or the month in which they are listed, in the order of time.

    What is known to a year alone follows its months, what has no date at all (None) comes last.
    """
    gathered: dict[Period | None, list[str]] = {}
    for id_ in ids:
        found = month(site.chronicle.events[id_].when.date)
        period = (found[0], None) if found and years else found
        gathered.setdefault(period, []).append(id_)
    return sorted(gathered.items(), key=lambda item: _place(item[0]))


def _place(period: Period | None) -> tuple[float, float]:
    year, number = period or (math.inf, None)
    return year, math.inf if number is None else number


def key(period: Period | None) -> str:
    """Return the name of a period in paths and ids: 2020, 2020-11, undated."""
    if period is None:
        return "undated"
    year, number = period
    return f"{year:04}" if number is None else f"{year:04}-{number:02}"


def _section(site: Site, period: Period | None, ids: list[str], reasons: Mapping[str, str]) -> Section:
    entries = tuple(site.entry(id_, reasons.get(id_, "")) for id_ in ids)
    return Section(f"y{key(period)}", site.heading(period), site.events_count(len(ids)), "", entries)


def _linked(
    site: Site,
    period: Period | None,
    ids: list[str],
    home: Name,
    reasons: Mapping[str, str],
    origin: str,
    pages: list[Page],
) -> Section:
    """Put a period on a page of its own, cut by month where even a year is too many, and return the heading that
    leads there.
    """
    path = urls.part(home.href, key(period))
    heading = site.heading(period)
    months = _by_period(site, ids, years=False)
    if len(ids) > YEAR_ENTRIES and len(months) > 1:
        # What is known to the year alone stays on the year's own page, whose address is its, too.
        sections = tuple(
            _linked(site, each, found, home, reasons, origin, pages)
            if each and each[1]
            else _section(site, each, found, reasons)
            for each, found in months
        )
    else:
        sections = tuple(_section(site, each, found, reasons) for each, found in months)
    title = site.words("plan.part_title", title=home.label, period=heading)
    view = ListView(title, (home,), Listing(site.events_count(len(ids)), sections))
    pages.append(Page(path, "list.html", view, origin))
    return Section(f"y{key(period)}", heading, site.events_count(len(ids)), path, ())
