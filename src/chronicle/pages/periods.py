"""The timeline: a grid of years and months, and a page for each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from chronicle import urls
from chronicle.dates import Form, Mark, Month, Period, month, months_between, span
from chronicle.link.event import Event
from chronicle.pages.charts import chart
from chronicle.pages.listing import listing
from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.pieces import Entry, Name, Way
from chronicle.views.timeline import Cell, PeriodView, Row, TimelineView

_ORIGIN = "templates/period.html"
_ONE_SIDED = frozenset({Mark.EARLIER, Mark.LATER, Mark.ONWARD})
# A span of more months than this says nothing of any one of them.
_LONGEST_SPAN = 24


class Periods:
    """Which events are listed in which month or year, and which may lie in it though they are listed elsewhere."""

    def __init__(self, site: Site) -> None:
        self.listed: dict[Period | None, list[str]] = defaultdict(list)
        self.possible: dict[Month, list[str]] = defaultdict(list)
        for event in site.ordered:
            home = month(event.when.date)
            self.listed[home].append(event.id)
            for each in _months(event):
                if each != home:
                    self.possible[each].append(event.id)

    @property
    def years(self) -> list[int]:
        """Every year of which something is listed, ascending."""
        return sorted({period[0] for period in self.listed if period})


def _months(event: Event) -> Iterator[Month]:
    """Yield the months over which both bounds of a date span, where there are few enough for each to mean something."""
    found = span(event.when.date)
    if found is None or found.mark in _ONE_SIDED:
        return
    spanned = months_between(found.first, found.last)
    if len(spanned) <= _LONGEST_SPAN:
        yield from spanned


def period_pages(site: Site) -> list[Page]:
    """Return the timeline with the pages of all years and months in which something is listed, and of what has no
    date.
    """
    periods = Periods(site)
    pages = [_timeline(site, periods)]
    months = sorted(period for period in periods.listed if period and period[1])
    years = periods.years
    pages += [page for number, period in enumerate(months) for page in _month(site, periods, months, number)]
    pages += [page for number in range(len(years)) for page in _year(site, periods, years, number)]
    if undated := periods.listed.get(None):
        name = Name(urls.UNDATED, site.words("plan.undated"))
        found, further = listing(site, undated, name, _ORIGIN)
        view = PeriodView(name.label, (_home(site),), found, None, (), None, None, ())
        pages += [Page(urls.UNDATED, "period.html", view, _ORIGIN), *further]
    return pages


def _home(site: Site) -> Name:
    return Name(urls.TIMELINE, site.words("nav.timeline"))


def _name(site: Site, period: Period) -> Name:
    return Name(urls.period(*period), site.heading(period))


def _month(site: Site, periods: Periods, months: list[Period], number: int) -> list[Page]:
    period = months[number]
    year, name = (period[0], None), _name(site, period)
    found, further = listing(site, periods.listed[period], name, _ORIGIN)
    view = PeriodView(
        title=name.label,
        trail=(_home(site), _name(site, year)),
        listing=found,
        chart=None,
        possible=tuple(_elsewhere(site, each) for each in periods.possible.get((period[0], period[1] or 1), ())),
        earlier=_name(site, months[number - 1]) if number else None,
        later=_name(site, months[number + 1]) if number + 1 < len(months) else None,
        months=(),
    )
    return [Page(name.href, "period.html", view, _ORIGIN), *further]


def _elsewhere(site: Site, id_: str) -> Entry:
    """Return an event that is listed elsewhere, with why it stands here, too."""
    form = site.chronicle.events[id_].when.date.form
    return site.entry(id_, site.words("plan.throughout" if form is Form.THROUGHOUT else "plan.possible_month"))


def _year(site: Site, periods: Periods, years: list[int], number: int) -> list[Page]:
    """Return a year's page: its months with their numbers, and the events that are known to the year alone."""
    year = years[number]
    name = _name(site, (year, None))
    alone = periods.listed.get((year, None), [])
    found, further = listing(site, alone, name, _ORIGIN)
    months = [period for period in sorted(each for each in periods.listed if each and each[1]) if period[0] == year]
    events = [id_ for period in months for id_ in periods.listed[period]]
    count = site.events_count(len(events) + len(alone))
    if alone and events:
        count = site.words("plan.year_count", events=count, alone=site.events_count(len(alone)))
    view = PeriodView(
        title=name.label,
        trail=(_home(site),),
        listing=replace(found, count=count),
        chart=chart(site, [id_ for id_ in events if _within(site, id_, year)], name.label),
        possible=(),
        earlier=_name(site, (years[number - 1], None)) if number else None,
        later=_name(site, (years[number + 1], None)) if number + 1 < len(years) else None,
        months=tuple(Way(_name(site, period), site.events_count(len(periods.listed[period])), "") for period in months),
    )
    return [Page(name.href, "period.html", view, _ORIGIN), *further]


def _within(site: Site, id_: str, year: int) -> bool:
    """Tell whether an event's date spans no other year, so that it can stand in a chart of this one."""
    found = span(site.chronicle.events[id_].when.date)
    return found is not None and found.first[0] == found.last[0] == year


def _timeline(site: Site, periods: Periods) -> Page:
    words = site.words
    years = periods.years
    undated = periods.listed.get(None, [])
    view = TimelineView(
        span=span_words(site, periods),
        months=tuple(words(f"date.months.short.{name}") for name in MONTHS),
        rows=tuple(_row(site, periods, year) for year in years),
        unknown=Way(Name(urls.UNDATED, words("plan.undated")), site.events_count(len(undated)), "")
        if undated
        else None,
        chart=chart(site, site.chronicle.events, site.text(site.chronicle.settings.title)),
    )
    return Page(urls.TIMELINE, "timeline.html", view, "templates/timeline.html")


MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def span_words(site: Site, periods: Periods) -> str:
    """Return the first and the last year of the chronicle in words, "" where nothing has a date."""
    years = periods.years
    if not years:
        return ""
    first, last = (site.heading((year, None)) for year in (years[0], years[-1]))
    return first if first == last else site.words("plan.span", first=first, last=last)


def _row(site: Site, periods: Periods, year: int) -> Row:
    counts = Counter(
        {period[1]: len(found) for period, found in periods.listed.items() if period and period[0] == year}
    )
    undated = counts.pop(None, 0)
    page = urls.period(year)
    return Row(
        year=_name(site, (year, None)),
        count=site.events_count(counts.total() + undated),
        cells=tuple(_cell(site, periods, (year, number), counts[number]) for number in range(1, 13)),
        undated=Cell(site.words("plan.year_alone"), page, undated, 0, site.events_count(undated)) if undated else None,
    )


def _cell(site: Site, periods: Periods, period: Month, count: int) -> Cell:
    """Return a month of the grid; one in which nothing is listed has no page, though something may lie in it."""
    possible = len(periods.possible.get(period, ()))
    name = _name(site, period)
    said = [site.events_count(count)] if count else []
    if possible:
        said.append(site.words.count("plan.possibly", possible))
    return Cell(name.label, name.href if count else "", count, possible, site.words("plan.separator").join(said))
