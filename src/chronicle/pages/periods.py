"""The timeline: a grid of years and months, and a page for each of them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator
from functools import cache, cached_property, partial

from msgspec.structs import replace

from chronicle import urls
from chronicle.dates import Form, Mark, Month, Period, Span, months_between
from chronicle.pages.charts import chart
from chronicle.pages.draft import Draft
from chronicle.pages.listing import Listed, key
from chronicle.pages.site import Site
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
        spanned = cache(months)
        for id_, (home, _, span) in zip(site.chronicle.events, site.dated, strict=True):
            self.listed[home].append(id_)
            for each in spanned(span):
                if each != home:
                    self.possible[each].append(id_)

    @cached_property
    def years(self) -> list[int]:
        """Every year of which something is listed, ascending."""
        return sorted({period[0] for period in self.listed if period})

    @cached_property
    def months(self) -> list[Month]:
        """Every month in which something is listed, ascending."""
        return sorted((period[0], period[1]) for period in self.listed if period and period[1])

    def beside(self, period: Period) -> tuple[Period | None, Period | None]:
        """Return the year or the month before and after one in which something is listed, None where there is none."""
        number = period[1]
        all_: list[Period] = [(each, None) for each in self.years] if number is None else [*self.months]
        place = bisect_left(all_, period)
        return all_[place - 1] if place else None, all_[place + 1] if place + 1 < len(all_) else None


def months(found: Span | None) -> tuple[Month, ...]:
    """Return the months over which both bounds of a date span, where they are few enough for each to mean something."""
    if found is None or found.mark in _ONE_SIDED:
        return ()
    if found.first == found.last:
        return (found.first,)
    spanned = months_between(found.first, found.last)
    return spanned if len(spanned) <= _LONGEST_SPAN else ()


def period_pages(site: Site, periods: Periods, touched: Container[str] | None = None) -> Iterator[Draft]:
    """Yield the timeline with the pages of all years and months in which something is listed, and of what has no
    date; or those alone that are touched.
    """
    yield Draft(urls.TIMELINE, "timeline.html", "templates/timeline.html", (), partial(_timeline, site, periods))
    for period in periods.months:
        if touched is not None and urls.period(*period) not in touched:
            continue
        listed = Listed(site, periods.listed[period], _name(site, period), _ORIGIN)
        yield _draft(period, partial(_month, site, periods, period, listed))
        yield from listed.further()
    for year in periods.years:
        if touched is not None and urls.period(year) not in touched:
            continue
        listed = Listed(site, periods.listed.get((year, None), ()), _name(site, (year, None)), _ORIGIN)
        yield _draft((year, None), partial(_year, site, periods, year, listed))
        yield from listed.further()
    if (undated := periods.listed.get(None)) and (touched is None or urls.UNDATED in touched):
        name = Name(urls.UNDATED, site.words("plan.undated"))
        listed = Listed(site, undated, name, _ORIGIN)
        yield _draft(None, partial(_undated, site, name, listed))
        yield from listed.further()


def _draft(period: Period | None, compose: Callable[[], PeriodView]) -> Draft:
    path = urls.period(*period) if period else urls.UNDATED
    return Draft(path, "period.html", _ORIGIN, (path,), compose, key(period)[:4])


def _undated(site: Site, name: Name, listed: Listed) -> PeriodView:
    return PeriodView(name.label, (_home(site),), listed.listing(), None, (), None, None, ())


def _home(site: Site) -> Name:
    return Name(urls.TIMELINE, site.words("nav.timeline"))


def _name(site: Site, period: Period) -> Name:
    return Name(urls.period(*period), site.heading(period))


def _name_if(site: Site, period: Period | None) -> Name | None:
    return _name(site, period) if period else None


def _month(site: Site, periods: Periods, period: Month, listed: Listed) -> PeriodView:
    year, name = (period[0], None), _name(site, period)
    earlier, later = periods.beside(period)
    return PeriodView(
        title=name.label,
        trail=(_home(site), _name(site, year)),
        listing=listed.listing(),
        chart=None,
        possible=tuple(_elsewhere(site, each) for each in periods.possible.get(period, ())),
        earlier=_name_if(site, earlier),
        later=_name_if(site, later),
        months=(),
    )


def _elsewhere(site: Site, id_: str) -> Entry:
    """Return an event that is listed elsewhere, with why it stands here, too."""
    form = site.chronicle.events[id_].when.date.form
    return site.entry(id_, site.words("plan.throughout" if form is Form.THROUGHOUT else "plan.possible_month"))


def _year(site: Site, periods: Periods, year: int, listed: Listed) -> PeriodView:
    """Return a year's page: its months with their numbers, and the events that are known to the year alone."""
    alone = periods.listed.get((year, None), ())
    months = [period for period in periods.months if period[0] == year]
    events = [id_ for period in months for id_ in periods.listed[period]]
    count = site.events_count(len(events) + len(alone))
    if alone and events:
        count = site.words("plan.year_count", events=count, alone=site.events_count(len(alone)))
    name = _name(site, (year, None))
    earlier, later = periods.beside((year, None))
    return PeriodView(
        title=name.label,
        trail=(_home(site),),
        listing=replace(listed.listing(), count=count),
        chart=chart(site, [place for place in site.places(events) if _within(site, place, year)], name.label),
        possible=(),
        earlier=_name_if(site, earlier),
        later=_name_if(site, later),
        months=tuple(Way(_name(site, period), site.events_count(len(periods.listed[period])), "") for period in months),
    )


def _within(site: Site, place: int, year: int) -> bool:
    """Tell whether an event's date spans no other year, so that it can stand in a chart of this one."""
    found = site.dated[place].span
    return found is not None and found.first[0] == found.last[0] == year


def _timeline(site: Site, periods: Periods) -> TimelineView:
    words = site.words
    years = periods.years
    undated = periods.listed.get(None, [])
    return TimelineView(
        span=span_words(site, periods),
        months=tuple(words(f"date.months.short.{name}") for name in MONTHS),
        rows=tuple(_row(site, periods, year) for year in years),
        unknown=Way(Name(urls.UNDATED, words("plan.undated")), site.events_count(len(undated)), "")
        if undated
        else None,
        chart=chart(site, range(len(site.ordered)), site.text(site.chronicle.settings.title)),
    )


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
