"""Events in order under headings, cut so that a page stays small at any size of chronicle."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import groupby

from chronicle import urls
from chronicle.dates import Period
from chronicle.pages.draft import Draft
from chronicle.pages.site import Site
from chronicle.views.pieces import Listing, Name, Section
from chronicle.views.site import ListView

PAGE_ENTRIES = 200
"""A page lists up to so many events; with more it lists years, each with a page of its own."""
YEAR_ENTRIES = 500
"""A year's page lists up to so many events; with more it lists months."""

Reason = Callable[[str], str]
"""Says of an event by its id why it may not belong to a list, "" where it surely does."""


def surely(_event: str) -> str:
    """Say of every event that it belongs."""
    return ""


class Listed:
    """The listing of one page: `events` (ids in the chronicle's order) on the page itself, or cut into further pages.

    `home` leads to the page, `origin` is the record or template behind it.
    """

    def __init__(self, site: Site, events: Sequence[str], home: Name, origin: str, reason: Reason = surely) -> None:
        self._site = site
        self._events = events
        self._home = home
        self._origin = origin
        self._reason = reason

    @cached_property
    def _years(self) -> list[tuple[Period | None, list[str]]]:
        return _by_period(self._site, self._events, years=True)

    def listing(self) -> Listing:
        """Return the listing as the page itself shows it."""
        whole = len(self._events) <= PAGE_ENTRIES
        sections = (self._section(*year) if whole else self._heading(*year) for year in self._years)
        return Listing(self._site.events_count(len(self._events)), tuple(sections))

    def further(self) -> Iterator[Draft]:
        """Yield the pages that the listing leads to."""
        if len(self._events) <= PAGE_ENTRIES:
            return
        for period, ids in self._years:
            yield self._draft(period, partial(self._year, period, ids))
            for each, found in self._months(ids):
                yield self._draft(each, partial(self._part, each, found))

    def _months(self, ids: Sequence[str]) -> list[tuple[Period | None, list[str]]]:
        """Return the months of a year that has too many events for one page."""
        if len(ids) <= YEAR_ENTRIES:
            return []
        periods = _by_period(self._site, ids, years=False)
        # What is known to the year alone stays on the year's own page, whose address is its, too.
        return [each for each in periods if each[0] and each[0][1]] if len(periods) > 1 else []

    def _draft(self, period: Period | None, compose: Callable[[], ListView]) -> Draft:
        path = urls.part(self._home.href, key(period))
        return Draft(path, "list.html", self._origin, (self._home.href, key(period)), compose, key(period)[:4])

    def _year(self, period: Period | None, ids: Sequence[str]) -> ListView:
        """Return a year's page, which has its events by month, or where they are too many the headings alone."""
        apart = {each for each, _ in self._months(ids)}
        return self._view(
            period,
            ids,
            tuple(
                self._heading(each, found) if each in apart else self._section(each, found)
                for each, found in _by_period(self._site, ids, years=False)
            ),
        )

    def _part(self, period: Period | None, ids: Sequence[str]) -> ListView:
        return self._view(period, ids, (self._section(period, ids),))

    def _view(self, period: Period | None, ids: Sequence[str], sections: tuple[Section, ...]) -> ListView:
        title = self._site.words("plan.part_title", title=self._home.label, period=self._site.heading(period))
        return ListView(title, (self._home,), Listing(self._site.events_count(len(ids)), sections))

    def _section(self, period: Period | None, ids: Sequence[str]) -> Section:
        site = self._site
        entries = tuple(site.entry(id_, self._reason(id_)) for id_ in ids)
        return Section(f"y{key(period)}", site.heading(period), site.events_count(len(ids)), "", entries)

    def _heading(self, period: Period | None, ids: Sequence[str]) -> Section:
        """Return the heading that leads to a period's own page."""
        site, path = self._site, urls.part(self._home.href, key(period))
        return Section(f"y{key(period)}", site.heading(period), site.events_count(len(ids)), path, ())


def key(period: Period | None) -> str:
    """Return the name of a period in paths and ids: 2020, 2020-11, undated."""
    if period is None:
        return "undated"
    year, number = period
    return f"{year:04}" if number is None else f"{year:04}-{number:02}"


def _by_period(site: Site, ids: Sequence[str], *, years: bool) -> list[tuple[Period | None, list[str]]]:
    """Gather events by the year or the month in which they are listed, in the order of time.

    What is known to a year alone follows its months, what has no date at all (None) comes last.
    """
    gathered: dict[Period | None, list[str]] = {}
    # Events in the order of time stand in runs of one period.
    for found, run in groupby(ids, site.listed.__getitem__):
        period = (found[0], None) if found and years else found
        gathered.setdefault(period, []).extend(run)
    return sorted(gathered.items(), key=lambda item: _place(item[0]))


def _place(period: Period | None) -> tuple[float, float]:
    year, number = period or (math.inf, None)
    return year, math.inf if number is None else number
