"""Wholes and parts: a part is counted once, within its whole."""

from collections.abc import Iterator, Mapping

from chronicle.dates import overlap
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.link.totals import OCCURRENCES, Contribution, Measure, statements
from chronicle.link.tree import tree
from chronicle.problems.problem import Problem
from chronicle.quantities import contradicts


def circles(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for each circle of parts."""
    wholes = {event.id: tuple(tie.event for tie in event.wholes) for event in chronicle.events.values()}
    for circle in tree(wholes).circles:
        way = " → ".join((*circle, circle[0]))
        yield Problem(
            code="circle",
            message=f"this goes round in a circle: {way}",
            file=chronicle.events[circle[0]].file,
            field=("part_of",),
        )


def sums(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error where parts state more at the least than their whole does at the most, in the same unit."""
    for whole in chronicle.events.values():
        parts = [chronicle.events[tie.event] for tie in whole.parts if tie.certain]
        if not parts or whole.id in chronicle.unreadable:
            continue
        stated = {part.id: statements(part) for part in parts}
        for measure, total in statements(whole).items():
            counted = [each[measure] for each in stated.values() if measure in each]
            # A whole without a number of its own, such as a campaign, is one happening however many parts it has.
            if (measure != OCCURRENCES or whole.counted) and contradicts(total, counted):
                yield _too_many(whole, measure, stated)


def _too_many(whole: Event, measure: Measure, stated: Mapping[str, Contribution]) -> Problem:
    named = ", ".join(f"{id_} ({each[measure].least})" for id_, each in stated.items() if measure in each)
    field = {"occurrences": ("occurrences",), "quantity": ("quantities", measure.noun)}.get(
        measure.kind, ("casualties",)
    )
    what = measure.noun or "occurrences" if measure.kind in ("occurrences", "quantity") else measure.kind
    return Problem(
        code="parts-exceed-whole",
        message=f"the parts state more {what} than this whole does",
        help=f"parts: {named}; correct a number, or make a part certainty: possible",
        file=whole.file,
        field=field,
    )


def part_dates(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for a part whose date cannot overlap its whole's."""
    for part in chronicle.events.values():
        for tie in part.wholes:
            whole = chronicle.events[tie.event]
            if part.id in chronicle.unreadable or whole.id in chronicle.unreadable:
                continue
            if not overlap(part.when.bounds, whole.when.bounds):
                yield Problem(
                    code="part-outside-date",
                    message=f"this cannot be part of {whole.id}: their dates do not meet "
                    f"({part.when.date.written}; {whole.when.date.written})",
                    file=part.file,
                    field=("part_of",),
                )


def part_places(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield a warning for a part in a place that is not known to lie within the whole's."""
    places = chronicle.registers.locations.tree
    for part in chronicle.events.values():
        for tie in part.wholes:
            around = chronicle.events[tie.event].location_ids
            outside = [each for each in part.location_ids if not any(places.within(each, whole) for whole in around)]
            if around and outside and tie.certain:
                yield Problem(
                    code="part-outside-place",
                    message=f"{', '.join(outside)} is not known to lie where {tie.event} is ({', '.join(around)})",
                    file=part.file,
                    field=("locations",),
                )
