"""When something happened, bounded by the chronicle's beginning and by the articles that report it."""

import datetime
from collections.abc import Iterable

from chronicle import dates
from chronicle.dates import Date, Form, bounded, by, dated
from chronicle.link.event import When
from chronicle.link.reader import Reader
from chronicle.problems.problem import Field
from chronicle.read.filed import Filed
from chronicle.records.event import Dated
from chronicle.records.registers import SourceRecord
from chronicle.settings import Settings

_UNKNOWN = dated(Form.UNKNOWN)
_YEAR = len("2020")


class Dating:
    """The dates of a chronicle's sources, and what follows from them for its events."""

    def __init__(self, begins: datetime.date | None, sources: Iterable[Filed[SourceRecord]]) -> None:
        self._begins = begins
        self.published: dict[str, When] = {}
        self._unread: set[str] = set()
        for filed in sources:
            self.published[filed.id] = _published(filed.record, begins)
            if filed.lacks("published") or filed.lacks("retrieved"):
                self._unread.add(filed.id)

    def latest(self, sources: Iterable[str]) -> datetime.date | None:
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
        if written.inferred and written.when and not states_more_than_years(date):
            message = "the year alone is said to be inferred, and this date states nothing else"
            reader.report("inferred-year", message, (*field, "inferred"))
        # What an article announces lies after it, so the article bounds it from below alone.
        latest = None if written.basis == "announced" else self.latest(sources)
        return When(
            date=date,
            bounds=bounded(date, self._begins, latest),
            text=written.text,
            basis=written.basis,
            inferred=written.inferred,
            doubt=written.doubt,
        )

    def _follows(self, written: Dated, sources: tuple[str, ...], reader: Reader, field: Field) -> Date:
        """Return the date of an event of which only the article's own date is a bound."""
        if reader.lacks(*field, "when"):
            return _UNKNOWN
        if written.basis != "published":
            way_out = "write when: with the date, or basis: published if it follows the article's own"
            reader.report("missing-key", '"when" is missing', (*field, "when"), way_out)
            reader.lose((*field, "when"))
            return _UNKNOWN
        stated = [day for source in sources if (day := self.published[source].date.latest)]
        if not stated and sources and self.latest(sources) is None and self._unread.isdisjoint(sources):
            reader.report(
                "undated-source",
                f"the date follows the article, and nobody knows when {', '.join(sources)} appeared",
                field,
                "write when: with what the text supports, or give the source published: or retrieved:",
            )
        # The day on which an article was retrieved bounds the date, and dates nothing: it is no date of the event's
        # own.
        return by(min(stated)) if stated else _UNKNOWN


def dating(settings: Settings, sources: Iterable[Filed[SourceRecord]]) -> Dating:
    """Return the dates of a chronicle with these settings and sources."""
    return Dating(datetime.date.fromisoformat(settings.begins) if settings.begins else None, sources)


def states_more_than_years(date: Date) -> bool:
    """Tell whether a date states a month or a day."""
    return any(len(end) > _YEAR for end in (date.start, date.end))


def _published(record: SourceRecord, begins: datetime.date | None) -> When:
    """Return when a source appeared; the day it was retrieved is the bound where none is stated."""
    retrieved = datetime.date.fromisoformat(record.retrieved) if record.retrieved else None
    written = record.published or Dated()
    if isinstance(written, str):
        written = Dated(when=written)
    date = dates.read(written.when) if written.when else _UNKNOWN
    return When(date, bounded(date, begins, retrieved), written.text, written.basis, written.inferred, written.doubt)
