"""The first page: what this is, its span and its numbers, the newest events, and ways in."""

from functools import partial
from itertools import islice

from chronicle import urls
from chronicle.dates import Date
from chronicle.link.totals import OCCURRENCES, tally
from chronicle.pages import ways
from chronicle.pages.charts import chart
from chronicle.pages.draft import Draft
from chronicle.pages.figures import basis, total_words
from chronicle.pages.periods import Periods, span_words
from chronicle.pages.site import Site
from chronicle.views.pieces import Total
from chronicle.views.site import HomeView

_NEWEST = 20
_MOST = 8
_WIDEST = 366


def home_page(site: Site, periods: Periods) -> Draft:
    """Return the first page."""
    return Draft(urls.HOME, "home.html", "templates/home.html", (), partial(_view, site, periods))


def _view(site: Site, periods: Periods) -> HomeView:
    settings, events = site.chronicle.settings, range(len(site.ordered))
    newest = islice((event.id for event in reversed(site.ordered) if _recent(event.when.date)), _NEWEST)
    return HomeView(
        title=site.text(settings.title),
        description=site.text(settings.description),
        span=span_words(site, periods),
        totals=numbers(site),
        chart=chart(site, events, site.text(settings.title)),
        newest=tuple(site.entry(id_) for id_ in newest),
        places=ways.most(site, site.chronicle.at, site.location)[:_MOST],
        actors=ways.most(site, site.chronicle.by, site.actor)[:_MOST],
        types=ways.types(site, events)[:_MOST],
    )


def _recent(date: Date) -> bool:
    """Tell whether a date says since when: what may lie years back is not the newest, though its last day may be."""
    if date.earliest is None:
        return False
    return date.latest is None or (date.latest - date.earliest).days <= _WIDEST


def numbers(site: Site) -> tuple[Total, ...]:
    """Return the numbers of the chronicle, each with the page that lists what it counts."""
    words, registers = site.words, site.chronicle.registers
    rows = [_number(site, "events", len(site.chronicle.events), urls.EVENTS)]
    happenings = tally(site.facets.additions, range(len(site.ordered))).get(OCCURRENCES)
    if happenings:
        rows.append(
            Total(words("plan.happenings"), total_words(site, happenings), basis(site, happenings), urls.EVENTS)
        )
    for name, register in (
        ("locations", registers.locations),
        ("actors", registers.actors),
        ("types", registers.types),
        ("sources", registers.sources),
    ):
        rows.append(_number(site, name, len(register.entries), urls.index(name)))
    return tuple(rows)


def _number(site: Site, name: str, number: int, href: str) -> Total:
    return Total(site.words(f"nav.{name}"), site.words.number(number), "", href)
