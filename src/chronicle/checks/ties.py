"""Ties between records that contradict each other."""

from collections.abc import Iterable, Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event, StatedTie
from chronicle.problems.problem import Problem

# Of two events only one of these can be true, and the later in the list is the one to look at.
_EXCLUSIVE = ("part_of", "same_as", "distinct_from")


def ties(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for two events that are said to be the same, or one part of the other, and also something else."""
    for event in events:
        others = dict.fromkeys(tie.event for tie in event.stated if tie.key in _EXCLUSIVE)
        for other in others:
            stated = _stated(event, chronicle.events[other])
            keys = [key for key in _EXCLUSIVE if key in stated]
            # The same two are met again with the other event: the problem is told once, in its own file.
            if len(keys) > 1 and stated[keys[-1]][0] == event.id:
                yield _contradiction(chronicle, *stated[keys[-1]], *stated[keys[0]])


def _stated(one: Event, other: Event) -> dict[str, tuple[str, StatedTie]]:
    """Return what two events state of each other, by key; of two that state the same the earlier one."""
    said: dict[str, tuple[str, StatedTie]] = {}
    for event, onward in sorted(((one, other), (other, one)), key=lambda pair: pair[0].order):
        for tie in event.stated:
            if tie.key in _EXCLUSIVE and tie.event == onward.id:
                said.setdefault(tie.key, (event.id, tie))
    return said


def _contradiction(
    chronicle: Chronicle, event: str, tie: StatedTie, contrary_event: str, contrary: StatedTie
) -> Problem:
    also = f"and {contrary.key} too"
    if contrary_event != event:
        also = f"and {chronicle.events[contrary_event].file} says {contrary.key}"
    return Problem(
        code="contradictory-ties",
        message=f"{tie.event} stands in {tie.key} here, {also}: only one can be true",
        file=chronicle.events[event].file,
        field=tie.field,
    )
