"""Sources date themselves."""

from collections.abc import Iterator
from typing import TypeGuard

from chronicle.dates import read
from chronicle.link.chronicle import Chronicle
from chronicle.link.dating import states_more_than_years
from chronicle.problems.problem import Problem
from chronicle.read.filed import Filed
from chronicle.records.event import Dated
from chronicle.records.registers import SourceRecord

_OF_EVENTS = frozenset({"published", "announced"})


def sources(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for a source's date that is left out, rests on another article, or lies after its retrieval."""
    for id_, entry in chronicle.registers.sources.entries.items():
        written = entry.record.published
        if _is_long(written):
            yield from _long(entry, written)
        appeared, retrieved = chronicle.published[id_].date.earliest, entry.record.retrieved
        if appeared and retrieved and appeared.isoformat() > retrieved:
            message = f"it was retrieved on {retrieved}, before it was published ({appeared} at the earliest)"
            yield _problem(entry, "retrieved-before-published", message, "retrieved")


def _is_long(written: str | Dated | None) -> TypeGuard[Dated]:
    return isinstance(written, Dated)


def _long(entry: Filed[SourceRecord], written: Dated) -> Iterator[Problem]:
    if written.when is None and not entry.lacks("published", "when"):
        way_out = "write when: with the date, or leave published out: the page then says that it is not stated"
        yield _problem(entry, "missing-key", '"when" is missing', "published", "when", help=way_out)
    if written.basis in _OF_EVENTS:
        message = f'"{written.basis}" is no basis for the date of an article itself'
        yield _problem(entry, "unknown-word", message, "published", "basis", help="write stated, weekday or editor")
    if written.inferred and written.when and not states_more_than_years(read(written.when)):
        message = "the year alone is said to be inferred, and this date states nothing else"
        yield _problem(entry, "inferred-year", message, "published", "inferred")


def _problem(entry: Filed[SourceRecord], code: str, message: str, *field: str, help: str = "") -> Problem:  # noqa: A002 - the word of every diagnostic
    return Problem(code=code, message=message, help=help, file=entry.file, field=entry.place(*field))
