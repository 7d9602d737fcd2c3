"""What each event adds to a total, so that nothing is counted twice."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from msgspec.structs import replace

from chronicle.link.event import Claim, Event, Tie
from chronicle.link.facet import Facet
from chronicle.quantities import Quantity, Total, as_total, possibly, residual, span, times, total


class Measure(NamedTuple):
    """What is counted: occurrences in a unit ("" is the event itself), a noun, or one group's casualties; a group is an
    actor's id, or plain words.
    """

    kind: Literal["occurrences", "quantity", "killed", "injured", "captured"]
    noun: str


Contribution = Mapping[Measure, Total]
Addition = tuple[Measure, Total]
OCCURRENCES = Measure("occurrences", "")
_NOT_COUNTED_FULLY = frozenset({"disputed", "retracted"})


def contributions(events: Mapping[str, Event]) -> dict[str, Contribution]:
    """Return what each event adds to any total that takes it in; `events` are in the chronicle's order.

    A leaf adds what it states, an aggregate only what it states beyond its parts in the same measure. A retracted
    event adds nothing, nor does the later of two that are the same; what is disputed, possibly a part of another, or
    possibly the same as an earlier one adds between nothing and all.
    """
    stated = cache(lambda id_: statements(events[id_]))
    return {id_: contribution(event, events, stated) for id_, event in events.items()}


def contribution(
    event: Event, events: Mapping[str, Event], stated: Callable[[str], Contribution] | None = None
) -> Contribution:
    """Return what one of the events adds to any total that takes it in; `stated` gives what an event states, by id."""
    earlier = _earlier(event, events) if event.same_as else []
    if event.status == "retracted" or any(tie.certain for tie in earlier):
        return {}
    said = stated or (lambda id_: statements(events[id_]))
    own = said(event.id)
    if parts := itemised(event, events) if event.parts else ():
        stated_by = {tie.event: said(tie.event) for tie in parts}
        own = {measure: beyond(measure, whole, parts, stated_by) for measure, whole in own.items()}
    if event.status == "disputed" or earlier or any(not tie.certain for tie in event.wholes):
        own = {measure: possibly(each) for measure, each in own.items()}
    return {measure: each for measure, each in own.items() if each.records}


def _earlier(event: Event, events: Mapping[str, Event]) -> list[Tie]:
    """Return the ties to what is, or may be, the same and counts already: what is disputed takes nothing away."""
    return [
        tie
        for tie in event.same_as
        if events[tie.event].order < event.order and events[tie.event].status not in _NOT_COUNTED_FULLY
    ]


def itemised(whole: Event, events: Mapping[str, Event]) -> tuple[Tie, ...]:
    """Return those parts of a whole whose numbers are a part of its own: of two that are the same, or may be, the
    earlier, and none that is only possibly a part or was retracted.
    """
    found: dict[str, Tie] = {}
    for tie in whole.parts:
        part = events[tie.event]
        if tie.certain and part.status != "retracted" and not any(twin.event in found for twin in part.same_as):
            found[tie.event] = tie
    return tuple(found.values())


def beyond(measure: Measure, whole: Total, parts: Iterable[Tie], stated: Mapping[str, Contribution]) -> Total:
    """Return what a whole states beyond its parts; a part that is only possible takes nothing away, as it counts
    itself so.
    """
    counted = [stated[tie.event][measure] for tie in parts if tie.certain and measure in stated[tie.event]]
    return residual(whole, counted) if counted else whole


def statements(event: Event) -> dict[Measure, Total]:
    """Return all that an event states by its measures, each spanning the record and the accounts that differ."""
    claims = [account.claim for account in event.accounts if _counts(account.claim)]
    own = _said(event)
    if not claims:
        return own
    said = {measure: [stated] for measure, stated in own.items()}
    for claim in claims:
        for measure, stated in _said(claim).items():
            said.setdefault(measure, []).append(stated)
    return {measure: span(claims) for measure, claims in said.items()}


def _counts(claim: Claim) -> bool:
    return bool(claim.count or claim.amounts or claim.casualties)


def _said(claim: Claim | Event) -> dict[Measure, Total]:
    """Return what one claim states by its measures; a group that it names twice is the sum of both."""
    found: dict[Measure, Total] = {}
    for measure, quantity in _measured(claim):
        one = as_total(quantity)
        found[measure] = _as_one(total((found[measure], one))) if measure in found else one
    return found


def _as_one(stated: Total) -> Total:
    """Return a sum as what one record says; it is unnumbered only where nothing in it has a number."""
    return replace(stated, records=min(1, stated.records), unnumbered=int(0 < stated.records == stated.unnumbered))


def _measured(claim: Claim | Event) -> Iterator[tuple[Measure, Quantity]]:
    if claim.count:
        unit = claim.count.unit
        yield Measure("occurrences", unit) if unit else OCCURRENCES, claim.count.quantity
    for amount in claim.amounts:
        if not amount.cumulative:
            yield Measure("quantity", amount.noun), amount.quantity
    for each in claim.casualties:
        group = each.actor or each.group
        if each.killed:
            yield Measure("killed", group), each.killed
        if each.injured:
            yield Measure("injured", group), each.injured
        if each.captured:
            yield Measure("captured", group), each.captured


def tally(added: Facet[Addition], certain: Iterable[int], possible: Iterable[int] = ()) -> dict[Measure, Total]:
    """Return the totals over events, by measure; `possible` ones count between not at all and fully.

    Events are named by their places in the order.
    """
    gathered: dict[Measure, list[Total]] = {}
    for (measure, each), number in added.counted(certain).items():
        gathered.setdefault(measure, []).append(times(each, number))
    for (measure, each), number in added.counted(possible).items():
        gathered.setdefault(measure, []).append(times(possibly(each), number))
    return {measure: total(each) for measure, each in sorted(gathered.items())}
