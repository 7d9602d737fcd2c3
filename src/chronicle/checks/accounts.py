"""Accounts say what they dispute, and who speaks."""

from collections.abc import Iterable, Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Account, Event
from chronicle.names.keys import same
from chronicle.problems.problem import Field, Problem

_CONTESTING = frozenset({"denies", "disputes"})


def points(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for an account that disputes something and does not say what, and for one that says what is
    disputed and disputes nothing.
    """
    for event, account, field in _accounts(events):
        if account.stance != "disputes" and not account.point:
            continue
        if chronicle.lacks(event.id, *field, "point") or chronicle.lacks(event.id, *field, "stance"):
            continue
        if account.stance == "disputes" and not account.point:
            message = "this account disputes something, and does not say what"
            yield Problem(code="missing-point", message=message, file=event.file, field=(*field, "stance"))
        elif account.point and account.stance not in _CONTESTING:
            message = "this account has a point that is disputed, and disputes nothing"
            field = (*field, "point")
            yield Problem(code="missing-stance", message=message, file=event.file, field=field, on_key=True)


def speakers(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a warning for a speaker who is the outlet itself."""
    sources = chronicle.registers.sources
    for event, account, field in _accounts(events):
        if not account.speaker:
            continue
        outlet = sources.record(account.source).publisher
        if outlet and same(account.speaker) == same(outlet):
            message = f"{account.speaker} is the article's publisher, and so never its speaker"
            yield Problem(code="speaker-is-outlet", message=message, file=event.file, field=(*field, "speaker"))


def _accounts(events: Iterable[Event]) -> Iterator[tuple[Event, Account, Field]]:
    """Yield every account with its event and its place in the event's file."""
    for event in events:
        for account in event.accounts:
            yield event, account, ("sources", account.number)
