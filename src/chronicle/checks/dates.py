"""Dates against the dates of the articles that report them."""

from collections.abc import Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event, When
from chronicle.problems.problem import Field, Problem


def dates(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for what is later than an article that reports it, unless it was announced; and for days in a
    wrong order.
    """
    for event in chronicle.events.values():
        if event.id in chronicle.unreadable:
            continue
        # An account that gives a date of its own (one that announced the event, say) is held against that one.
        own = {account.source for account in event.accounts if account.claim.when}
        for source in event.source_ids:
            if source in own:
                continue
            yield from _against(chronicle, event, event.when, source, ("date",))
        for number, account in enumerate(event.accounts):
            if account.claim.when:
                yield from _against(chronicle, event, account.claim.when, account.source, ("sources", number, "date"))
        if event.recorded and event.changed and event.changed < event.recorded:
            yield Problem(
                code="changed-before-recorded",
                message="it was changed before it was recorded",
                file=event.file,
                field=("changed",),
            )


def _against(chronicle: Chronicle, event: Event, when: When, source: str, field: Field) -> Iterator[Problem]:
    published = chronicle.published[source].bounds
    if when.basis == "announced":
        if (
            when.date.latest
            and published.earliest
            and not published.earliest_assumed
            and when.date.latest < published.earliest
        ):
            yield Problem(
                code="announced-before-source",
                message=f"it was announced, and yet lies before its article ({source})",
                file=event.file,
                field=field,
            )
    elif when.date.earliest and published.latest and when.date.earliest > published.latest:
        yield Problem(
            code="later-than-source",
            message=f"{when.date.written} is later than its article ({source}, {published.latest} at the latest)",
            file=event.file,
            field=field,
        )
