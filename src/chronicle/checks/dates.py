"""Dates against the dates of the articles that report them."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chronicle.dates import Form
from chronicle.dates.date import first_day
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event, When
from chronicle.problems.problem import Field, Problem


def dates(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for what is later than an article that reports it, unless it was announced; and for days in a
    wrong order.
    """
    for event in events:
        for when, sources, field in _dated(chronicle, event):
            yield from _against_all(chronicle, event, when, sources, (*field, "when"))
        if event.recorded and event.changed and event.changed < event.recorded:
            yield Problem(
                code="changed-before-recorded",
                message=f"it was changed on {event.changed}, and recorded only on {event.recorded}",
                file=event.file,
                field=("changed",),
            )


def weekdays(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for a weekday that is resolved from the date of articles of which none has one."""
    for event in events:
        if event.when.basis != "weekday" and all(account.claim.when is None for account in event.accounts):
            continue
        for when, sources, field in _dated(chronicle, event):
            if when.basis == "weekday" and sources and not any(_is_dated(chronicle, source) for source in sources):
                named = ", ".join(sources)
                yield Problem(
                    code="undated-source",
                    message=f"a weekday follows from the article's date, and nobody knows when {named} appeared",
                    help="give the source published:, or write basis: editor and say in a note how the day was found",
                    file=event.file,
                    field=(*field, "basis"),
                )


def _dated(chronicle: Chronicle, event: Event) -> Iterator[tuple[When, tuple[str, ...], Field]]:
    """Yield every date that is given for an event, with the sources that report it under that one, and its place."""
    if not chronicle.lacks(event.id, "date"):
        yield event.when, _reporting(chronicle, event), ("date",)
    # An account that gives a date of its own (one that announced the event, say) is held against that one.
    for account in event.accounts:
        field: Field = ("sources", account.number, "date")
        if account.claim.when and not chronicle.lacks(event.id, *field):
            yield account.claim.when, (account.source,), field


def _is_dated(chronicle: Chronicle, source: str) -> bool:
    """Tell whether anything is known of when an article appeared, or stands there and could not be read."""
    entry, bounds = chronicle.registers.sources.entries[source], chronicle.published[source].bounds
    known = bounds.latest is not None or (bounds.earliest is not None and not bounds.earliest_assumed)
    return known or entry.lacks("published") or entry.lacks("retrieved")


def _reporting(chronicle: Chronicle, event: Event) -> tuple[str, ...]:
    """Return the sources that report an event under the record's own date, each once."""
    own = [account for account in event.accounts if account.claim.when is None]
    if event.id in chronicle.lost:
        own = [account for account in own if not chronicle.lacks(event.id, "sources", account.number, "date")]
    return tuple(dict.fromkeys([account.source for account in own]))


def _against_all(
    chronicle: Chronicle, event: Event, when: When, sources: tuple[str, ...], field: Field
) -> Iterator[Problem]:
    """Yield one problem for a date: with the first of the articles that it contradicts."""
    faults = [fault for source in sources if (fault := _against(chronicle, when, source))]
    if not faults and when.date.form is Form.THROUGHOUT:
        faults = _goes_on_beyond(chronicle, when, sources)
    if faults:
        fault = min(faults)
        yield Problem(code=fault.code, message=fault.message, file=event.file, field=field)


class _Contradiction(NamedTuple):
    """An article's day, and what contradicts it."""

    day: datetime.date
    code: str
    message: str


def _against(chronicle: Chronicle, when: When, source: str) -> _Contradiction | None:
    date, article = when.date, chronicle.published[source].bounds
    if when.basis != "announced":
        if date.earliest and article.latest and date.earliest > article.latest:
            return _later(chronicle, date.written, source, article.latest)
    elif date.latest and article.earliest and not article.earliest_assumed and date.latest < article.earliest:
        message = f"it was announced, and yet {date.written} lies before the article that announced it ({source})"
        return _Contradiction(article.earliest, "announced-before-source", message)
    return None


def _goes_on_beyond(chronicle: Chronicle, when: When, sources: tuple[str, ...]) -> list[_Contradiction]:
    """Find what lasted throughout, to a day that none of its articles had seen."""
    if when.basis == "announced":
        return []
    appeared = {source: chronicle.published[source].bounds.latest for source in sources}
    days = [day for day in appeared.values() if day]
    if not days or len(days) < len(sources) or first_day(when.date.end) <= max(days):
        return []
    last = next(source for source, day in appeared.items() if day == max(days))
    return [_later(chronicle, f"the end, {when.date.end},", last, max(days))]


def _later(chronicle: Chronicle, what: str, source: str, latest: datetime.date) -> _Contradiction:
    published = chronicle.registers.sources.record(source).published
    known = f"of {latest} at the latest" if published else f"retrieved on {latest}"
    message = f"{what} is later than the article that reports it ({source}, {known})"
    return _Contradiction(latest, "later-than-source", message)
