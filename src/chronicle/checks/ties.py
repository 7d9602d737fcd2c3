"""Ties between records that contradict each other."""

from collections.abc import Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import StatedTie
from chronicle.problems.problem import Problem

# Of two events only one of these can be true, and the later in the list is the one to look at.
_EXCLUSIVE = ("part_of", "same_as", "distinct_from")


def ties(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for two events that are said to be the same, or one part of the other, and also something else."""
    said: dict[frozenset[str], dict[str, tuple[str, StatedTie]]] = {}
    for event in chronicle.events.values():
        for tie in event.stated:
            if tie.key in _EXCLUSIVE:
                said.setdefault(frozenset({event.id, tie.event}), {}).setdefault(tie.key, (event.id, tie))
    for stated in said.values():
        keys = [key for key in _EXCLUSIVE if key in stated]
        if len(keys) > 1:
            yield _contradiction(chronicle, *stated[keys[-1]], *stated[keys[0]])


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
