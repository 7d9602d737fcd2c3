"""What each event adds to a total, so that nothing is counted twice."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from chronicle.link.event import Claim, Event, Tie
from chronicle.quantities import Quantity, Total, possibly, residual, span, total


class Measure(NamedTuple):
    """What is counted: occurrences in a unit ("" is the event itself), a noun, or one group's casualties."""

    kind: Literal["occurrences", "quantity", "killed", "injured", "captured"]
    noun: str


Contribution = Mapping[Measure, Total]
OCCURRENCES = Measure("occurrences", "")


def contributions(events: Mapping[str, Event]) -> dict[str, Contribution]:
    """Return what each event adds to any total that takes it in; `events` are in the chronicle's order.

    A leaf adds what it states, an aggregate only what it states beyond its parts in the same measure. A retracted
    event adds nothing, nor does the later of two that are the same; what is disputed, possibly a part of another, or
    possibly the same as an earlier one adds between nothing and all.
    """
    stated = {id_: statements(event) for id_, event in events.items()}
    place = {id_: number for number, id_ in enumerate(events)}
    return {id_: _contribution(event, stated, place) for id_, event in events.items()}


def _contribution(event: Event, stated: Mapping[str, Contribution], place: Mapping[str, int]) -> Contribution:
    earlier = [tie for tie in event.same_as if place[tie.event] < place[event.id]]
    if event.status == "retracted" or any(tie.certain for tie in earlier):
        return {}
    own = {measure: beyond(measure, whole, event.parts, stated) for measure, whole in stated[event.id].items()}
    if event.status == "disputed" or earlier or any(not tie.certain for tie in event.wholes):
        own = {measure: possibly(each) for measure, each in own.items()}
    return {measure: each for measure, each in own.items() if each.records}


def beyond(measure: Measure, whole: Total, parts: Iterable[Tie], stated: Mapping[str, Contribution]) -> Total:
    """Return what a whole states beyond its parts; a part that is only possible takes nothing away, as it counts
    itself so.
    """
    counted = [stated[tie.event][measure] for tie in parts if tie.certain and measure in stated[tie.event]]
    return residual(whole, counted) if counted else whole


def statements(event: Event) -> dict[Measure, Total]:
    """Return all that an event states by its measures, each spanning the record and the accounts that differ."""
    said: dict[Measure, list[Quantity]] = {}
    own = Claim(count=event.count, amounts=event.amounts, casualties=event.casualties)
    for claim in (own, *(account.claim for account in event.accounts)):
        for measure, quantity in _measured(claim):
            said.setdefault(measure, []).append(quantity)
    return {measure: span(quantities) for measure, quantities in said.items()}


def _measured(claim: Claim) -> Iterator[tuple[Measure, Quantity]]:
    if claim.count:
        yield Measure("occurrences", claim.count.unit), claim.count.quantity
    for amount in claim.amounts:
        if not amount.cumulative:
            yield Measure("quantity", amount.noun), amount.quantity
    for each in claim.casualties:
        if each.killed:
            yield Measure("killed", each.group), each.killed
        if each.injured:
            yield Measure("injured", each.group), each.injured
        if each.captured:
            yield Measure("captured", each.group), each.captured


def tally(
    contributions: Mapping[str, Contribution], certain: Iterable[str], possible: Iterable[str] = ()
) -> dict[Measure, Total]:
    """Return the totals over events, by measure; `possible` ones count between not at all and fully."""
    gathered: dict[Measure, list[Total]] = {}
    for id_ in certain:
        for measure, each in contributions[id_].items():
            gathered.setdefault(measure, []).append(each)
    for id_ in possible:
        for measure, each in contributions[id_].items():
            gathered.setdefault(measure, []).append(possibly(each))
    return {measure: total(each) for measure, each in sorted(gathered.items())}
