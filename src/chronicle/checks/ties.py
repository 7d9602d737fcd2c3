"""Ties between records that contradict each other."""

from collections.abc import Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.problems.problem import Problem


def ties(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for two events that are said to be the same, or one part of the other, and also to be distinct."""
    for event in chronicle.events.values():
        joined = {tie.event: "same_as" for tie in event.same_as} | {tie.event: "part_of" for tie in event.wholes}
        for other in event.distinct_from:
            if other in joined:
                yield Problem(
                    code="contradictory-ties",
                    message=f"{other} is called distinct from this event, and {joined[other]} says the contrary",
                    file=event.file,
                    field=("distinct_from",),
                )
