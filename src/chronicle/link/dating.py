"""When something happened, bounded by the chronicle's beginning and by the articles that report it."""

import datetime
from collections.abc import Iterable

from chronicle import dates
from chronicle.dates import Date, Form, bounded, by, dated
from chronicle.link.event import When
from chronicle.link.registers import Reader
from chronicle.problems.problem import Field
from chronicle.read.filed import Filed
from chronicle.records.event import Dated
from chronicle.records.registers import SourceRecord

_UNKNOWN = dated(Form.UNKNOWN)


class Dating:
    """The dates of a chronicle's sources, and what follows from them for its events."""

    def __init__(self, begins: datetime.date | None, sources: Iterable[Filed[SourceRecord]]) -> None:
        self._begins = begins
        self.published = {filed.id: _published(filed.record, begins) for filed in sources}

    def latest(self, sources: tuple[str, ...]) -> datetime.date | None:
        """Return the last day on which the earliest of these sources can have appeared, or None where none says."""
        days = [self.published[source].bounds.latest for source in sources]
        return min((day for day in days if day), default=None)

    def when(self, written: str | Dated, sources: tuple[str, ...], reader: Reader, field: Field) -> When:
        """Return the date of something that `sources` report; a date that follows them is reported where none of them
        has one.
        """
        if isinstance(written, str):
            written = Dated(when=written)
        date = dates.read(written.when) if written.when else self._follows(written, sources, reader, field)
        # What an article announces lies after it, so the article bounds it from below alone.
        retrieved = None if written.basis == "announced" else self.latest(sources)
        return When(
            date=date,
            bounds=bounded(date, self._begins, retrieved),
            text=written.text,
            basis=written.basis,
            inferred=written.inferred,
            doubt=written.doubt,
        )

    def _follows(self, written: Dated, sources: tuple[str, ...], reader: Reader, field: Field) -> Date:
        """Return the date of an event of which only the article's own date is a bound."""
        if written.basis != "published":
            reader.report("missing-key", '"when" is missing', field, "only basis: published may leave it out")
            return _UNKNOWN
        stated = [day for source in sources if (day := self.published[source].date.latest)]
        if not stated and sources and self.latest(sources) is None:
            reader.report(
                "undated-source",
                "the date follows the source, and no source has a date",
                field,
                "write when: with what the text supports, or give the source published: or retrieved:",
            )
        # The day on which an article was retrieved bounds the date, and dates nothing: it is no date of the event's
        # own.
        return by(min(stated)) if stated else _UNKNOWN


def _published(record: SourceRecord, begins: datetime.date | None) -> When:
    """Return when a source appeared: by the day it was retrieved where nothing closer is known."""
    retrieved = datetime.date.fromisoformat(record.retrieved) if record.retrieved else None
    written = record.published
    if written is None:
        date = by(retrieved) if retrieved else _UNKNOWN
        return When(date, bounded(date, begins, retrieved))
    if isinstance(written, str):
        written = Dated(when=written)
    date = dates.read(written.when) if written.when else _UNKNOWN
    return When(date, bounded(date, begins, retrieved), written.text, written.basis, written.inferred, written.doubt)
