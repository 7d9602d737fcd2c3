"""What an editor decides is said in a note."""

from collections.abc import Iterable, Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.problems.problem import Field, Problem


def notes(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for a date that the editor inferred, and for a status that the editor set, without a note."""
    for event in events:
        if event.note or chronicle.lacks(event.id, "note"):
            continue
        for field in _inferred(event):
            yield _missing("the editor inferred this date, and no note says how", event.file, field)
        if event.status_given:
            yield _missing("the editor set this status, and no note says why", event.file, ("status",))


def source_notes(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for the date of a source that the editor inferred, without a note."""
    sources = chronicle.registers.sources
    for id_, entry in sources.entries.items():
        inferred = chronicle.published[id_].basis == "editor"
        if inferred and not entry.record.note and not entry.lacks("note"):
            message = "the editor inferred this date, and no note of the source says how"
            yield _missing(message, entry.file, entry.place("published", "basis"))


def _inferred(event: Event) -> Iterator[Field]:
    if event.when.basis == "editor":
        yield "date", "basis"
    for account in event.accounts:
        if account.claim.when and account.claim.when.basis == "editor":
            yield "sources", account.number, "date", "basis"


def _missing(message: str, file: str, field: Field) -> Problem:
    return Problem(code="missing-note", message=message, file=file, field=field)
