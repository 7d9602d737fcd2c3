"""Wholes and parts: a part is counted once, within its whole."""

from collections.abc import Iterable, Iterator, Mapping

from chronicle.dates import overlap
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.register import Register
from chronicle.link.totals import OCCURRENCES, Contribution, Measure, itemised, statements
from chronicle.link.tree import tree
from chronicle.problems.problem import Field, Problem
from chronicle.quantities import Total, contradicts
from chronicle.records.registers import LocationRecord

# Where something comes from or goes to is no part of where it happens.
_ON_THE_WAY = frozenset({"from", "to", "via", "near", "between"})


def circles(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for each circle of parts."""
    parts = [event for event in chronicle.events.values() if event.wholes]
    wholes = {tie.event: () for event in parts for tie in event.wholes} | {
        event.id: tuple(tie.event for tie in event.wholes) for event in parts
    }
    for circle in tree(wholes).circles:
        first = chronicle.events[circle[0]]
        yield Problem(
            code="circle",
            message=f"this goes round in a circle: {' → '.join((*circle, circle[0]))}",
            file=first.file,
            field=_tie(first, (*circle, circle[0])[1]),
        )


def _tie(part: Event, whole: str) -> Field:
    """Return where the file of a part names its whole."""
    return next(each.field for each in part.stated if each.key == "part_of" and each.event == whole)


def sums(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error where parts state more at the least than their whole does at the most, in the same unit."""
    for whole in events:
        if not whole.parts or chronicle.lacks(whole.id, "sources"):
            continue
        parts = [chronicle.events[tie.event] for tie in itemised(whole, chronicle.events)]
        stated = {part.id: statements(part) for part in parts if part.status != "disputed"}
        for measure, total in statements(whole).items():
            counted = [each[measure] for each in stated.values() if measure in each]
            # A whole without a number of its own, such as a campaign, is one happening however many parts it has; one
            # that states a share has no number either.
            is_number = total.records > 0 and (measure != OCCURRENCES or whole.counted)
            if is_number and contradicts(total, counted):
                yield _too_many(whole, measure, total, stated)


def _too_many(whole: Event, measure: Measure, total: Total, stated: Mapping[str, Contribution]) -> Problem:
    parts = {id_: each[measure].least for id_, each in stated.items() if measure in each}
    named = ", ".join(f"{id_} ({least})" for id_, least in parts.items() if least)
    return Problem(
        code="parts-exceed-whole",
        message=f"the parts state at least {sum(parts.values())} {_what(measure)}, and this whole at most {total.most}",
        help=f"parts: {named}; correct a number, or make a part certainty: possible",
        file=whole.file,
        field=_figure(measure),
    )


def _what(measure: Measure) -> str:
    if measure.kind in ("occurrences", "quantity"):
        return measure.noun or "occurrences"
    return f"{measure.kind} ({measure.noun})" if measure.noun else measure.kind


def _figure(measure: Measure) -> Field:
    """Return where a whole states a number; an account may state it alone, and then it is nowhere in the record."""
    if measure.kind == "occurrences":
        return ("occurrences",)
    return ("quantities", measure.noun) if measure.kind == "quantity" else ("casualties",)


def part_dates(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for a part whose date cannot overlap its whole's."""
    for part in events:
        for tie in part.wholes:
            whole = chronicle.events[tie.event]
            if chronicle.lacks(part.id, "date") or chronicle.lacks(whole.id, "date"):
                continue
            if not overlap(part.when.bounds, whole.when.bounds):
                yield Problem(
                    code="part-outside-date",
                    message=f"this cannot be part of {whole.id}: their dates do not meet "
                    f"({part.when.date.written}; {whole.when.date.written})",
                    file=part.file,
                    field=_tie(part, whole.id),
                )


def part_places(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a warning for a part in a place that is not known to lie within the whole's."""
    places = chronicle.registers.locations
    for part in events:
        if not part.wholes:
            continue
        here = [each for place in part.places if place.role not in _ON_THE_WAY for each in place.locations]
        own = [each for each in here if _is_placed(places, each)]
        for tie in part.wholes:
            around = chronicle.events[tie.event].location_ids
            outside = [each for each in own if not any(places.tree.within(each, whole) for whole in around)]
            if around and outside and tie.certain and not chronicle.lacks(tie.event, "locations"):
                yield Problem(
                    code="part-outside-place",
                    message=f"{', '.join(outside)} is not known to lie where {tie.event} is ({', '.join(around)})",
                    help=_help(outside, around),
                    file=part.file,
                    field=("locations",),
                )


def _is_placed(places: Register[LocationRecord], location: str) -> bool:
    """Tell whether all that a place lies in is known."""
    return not any(places.entries[each].lacks("in") for each in (location, *places.tree.above[location]))


def _help(outside: list[str], around: tuple[str, ...]) -> str:
    if len(outside) > 1 or len(around) > 1:
        return "check the places; what lies in a place has it in its entry, after in:"
    return f"check the place; if it lies there, add {around[0]} to in: of the location {outside[0]}"
