"""A bar chart of events a month, or a year where there are too many months."""

from collections import Counter
from collections.abc import Iterable, Mapping

from chronicle.dates import Mark, Month, Span, months_between
from chronicle.drawing.bars import Bar, bar_chart, grain
from chronicle.pages.site import Site
from chronicle.views.drawings import Chart, Label

_LATER = frozenset({Mark.LATER, Mark.ONWARD})
# A chart of one or two events, or of a single period, says less than the list below it.
_WORTH_DRAWING = 3
_PERIODS_WORTH_DRAWING = 2


def chart(site: Site, events: Iterable[int], subject: str) -> Chart | None:
    """Return the chart of events over time, which are named by their places in the order, or None where too few of
    them have a date for one to say anything.

    What lies in one month is stated there; what may lie in several is possible in each; an open date stands in the
    month of its known bound as possible, with a mark. A chart has whole years, so that a bar's place in one says when.
    """
    spans = site.facets.spans.counted(events)
    if sum(spans.values()) < _WORTH_DRAWING:
        return None
    first, last = min(each.first[0] for each in spans), max(each.last[0] for each in spans)
    by_month = grain(len(months_between((first, 1), (last, 12)))) == "month"
    bars = _bars(spans, (first, 1), (last, 12)) if by_month else _bars(_yearly(spans), (first, 0), (last, 0))
    held = [bar for bar in bars if bar.certain or bar.possible]
    if len(held) < _PERIODS_WORTH_DRAWING:
        return None
    title = site.words("plan.chart.title" if by_month else "plan.chart.title_years", subject=subject)
    return _drawn(site, bars, held, title, _told(site, spans, held))


def _told(site: Site, spans: Mapping[Span, int], held: list[Bar]) -> str:
    """Return what a chart shows in a sentence."""
    events = sum(spans.values())
    stated = sum(number for each, number in spans.items() if each.mark is Mark.SOLID)
    return site.words(
        "plan.chart.text",
        events=site.events_count(events),
        first=_heading(site, held[0]),
        last=_heading(site, held[-1]),
        stated=stated,
        possible=events - stated,
    )


def _drawn(site: Site, bars: list[Bar], held: list[Bar], title: str, text: str) -> Chart:
    drawn, words = bar_chart(bars), site.words
    return Chart(
        title=title,
        text=text,
        width=float(drawn.width),
        height=float(drawn.height),
        stated=drawn.stated,
        possible=drawn.possible,
        marks=drawn.marks,
        baseline=drawn.lines,
        scale=tuple(Label(float(each.x), float(each.y), site.number(each.number), "") for each in drawn.scale),
        periods=tuple(Label(float(each.x), float(each.y), words.digits(str(each.number)), "") for each in drawn.years),
        rows=tuple((_heading(site, bar), site.number(bar.certain), site.number(bar.possible)) for bar in held),
    )


def _yearly(spans: Mapping[Span, int]) -> Counter[Span]:
    """Return spans in years; what lies within one year is stated there, whatever is open or approximate excepted."""
    found: Counter[Span] = Counter()
    for each, number in spans.items():
        found[Span((each.first[0], 0), (each.last[0], 0), _in_years(each))] += number
    return found


def _in_years(found: Span) -> Mark:
    return Mark.SOLID if found.mark is Mark.HATCHED and found.first[0] == found.last[0] else found.mark


def _bars(spans: Mapping[Span, int], first: Month, last: Month) -> list[Bar]:
    """Count what stands in each month from the first to the last, or in each year where months are 0."""
    periods = _periods(first, last)
    place = {period: number for number, period in enumerate(periods)}
    certain, possible = [0] * len(periods), [0] * len(periods)
    earlier, later = [False] * len(periods), [False] * len(periods)
    for each, events in spans.items():
        counts = certain if each.mark is Mark.SOLID else possible
        for number in range(place[each.first], place[each.last] + 1):
            counts[number] += events
        earlier[place[each.first]] |= each.mark is Mark.EARLIER
        later[place[each.last]] |= each.mark in _LATER
    return [
        Bar(year, month, certain[number], possible[number], earlier[number], later[number])
        for number, (year, month) in enumerate(periods)
    ]


def _periods(first: Month, last: Month) -> tuple[Month, ...]:
    by_year = tuple((year, 0) for year in range(first[0], last[0] + 1))
    return by_year if first[1] == 0 else months_between(first, last)


def _heading(site: Site, bar: Bar) -> str:
    return site.heading((bar.year, bar.month or None))
