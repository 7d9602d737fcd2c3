"""What an editor decides is said in a note."""

from collections.abc import Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.problems.problem import Problem


def notes(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for a date that the editor inferred, and for a status that the editor set, without a note."""
    for event in chronicle.events.values():
        if event.note or event.id in chronicle.unreadable:
            continue
        if event.when.basis == "editor":
            yield Problem(
                code="missing-note",
                message="the editor inferred this date, and no note says how",
                file=event.file,
                field=("date", "basis"),
            )
        if event.status_given:
            yield Problem(
                code="missing-note",
                message="the editor set this status, and no note says why",
                file=event.file,
                field=("status",),
            )
