"""Where a date comes from, in sentences."""

from collections.abc import Iterator

from chronicle.link.event import Event, When
from chronicle.pages.site import Site

_FROM_ARTICLE = frozenset({"published", "weekday", "announced"})


def date_notes(site: Site, when: When, latest: str = "plan.date.appeared") -> tuple[str, ...]:
    """Return what there is to say of a date: the source's wording, its basis, what was inferred, doubted or assumed.

    `latest` is the phrase for an assumed last day.
    """
    return tuple(_notes(site, when, latest))


def article_notes(site: Site, event: Event) -> tuple[str, ...]:
    """Return what is to be said of the article's own date where the event's follows from it: it is inherited."""
    if event.when.basis not in _FROM_ARTICLE:
        return ()
    found = (site.chronicle.published[source] for source in event.source_ids)
    return tuple(_of_article(site, when) for when in found if when.basis == "editor")


def _of_article(site: Site, when: When) -> str:
    date = site.date(when.date)
    if when.doubt:
        return site.words("plan.date.article_doubt", date=date, doubt=when.doubt.rstrip("."))
    return site.words("plan.date.article", date=date)


def _notes(site: Site, when: When, latest: str) -> Iterator[str]:
    words, bounds = site.words, when.bounds
    if when.text:
        yield words("plan.date.text", text=when.text)
    if when.basis != "stated":
        yield words(f"basis.{when.basis}")
    if when.inferred:
        yield words(f"plan.date.inferred_{when.inferred}")
    if when.doubt:
        yield words("plan.date.doubt", doubt=when.doubt.rstrip("."))
    if bounds.earliest_assumed and bounds.earliest:
        yield words("plan.date.begins", day=site.day(bounds.earliest))
    if bounds.latest_assumed and bounds.latest:
        yield words(latest, day=site.day(bounds.latest))
