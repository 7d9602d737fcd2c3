"""One noun for one thing, as totals are taken noun by noun."""

from collections import Counter
from collections.abc import Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Claim, Event
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Field, Problem

_NEAR = 0.84


def nouns(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield a warning for a noun that is used once and is nearly one that is used elsewhere."""
    counting = [event for event in chronicle.events.values() if _counts(event)]
    places = [found for event in counting for found in _nouns(event)]
    used = Counter([noun for noun, _, _ in places])
    for noun, event, field in places:
        near = nearest(noun, used.keys() - {noun}, _NEAR) if used[noun] == 1 else None
        if near:
            yield Problem(
                code="single-noun",
                message=f'"{noun}" is counted in this record alone',
                help=f'did you mean "{near}"? Sums are taken noun by noun',
                file=event.file,
                field=field,
                on_key=True,
            )


def _counts(event: Event) -> bool:
    """Tell whether a record has a number of anything."""
    if event.amounts:
        return True
    # A loop: what `any` takes to begin with, times all events, is most of the time.
    for account in event.accounts:  # noqa: SIM110
        if account.claim.amounts:
            return True
    return False


def _nouns(event: Event) -> Iterator[tuple[str, Event, Field]]:
    """Yield each noun of a record once, where it first stands."""
    claims: list[tuple[Claim, Field]] = [(Claim(amounts=event.amounts), ())]
    claims += [(account.claim, ("sources", account.number)) for account in event.accounts]
    seen: set[str] = set()
    for claim, field in claims:
        for amount in claim.amounts:
            if amount.noun not in seen:
                seen.add(amount.noun)
                yield amount.noun, event, (*field, "quantities", amount.noun)
