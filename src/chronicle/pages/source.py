"""The page of a source: the article's data, and every event drawn from it."""

import datetime
from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from chronicle.pages.accounts import accounts
from chronicle.pages.dating import date_notes
from chronicle.pages.draft import Draft
from chronicle.pages.entries import fact, language
from chronicle.pages.listing import PAGE_ENTRIES, Listed
from chronicle.pages.site import Site
from chronicle.read.filed import Filed
from chronicle.records.registers import SourceRecord
from chronicle.views.pieces import Fact, Listing, Name
from chronicle.views.registers import Drawn, SourceView
from chronicle.wording.dates import day_words


def source_pages(site: Site, filed: Filed[SourceRecord]) -> Iterator[Draft]:
    """Yield the page of a source, and the further pages of its listing where its events are too many for one."""
    name = site.source(filed.id)
    listed = Listed(site, site.chronicle.from_[filed.id], name, filed.file)
    yield Draft(name.href, "source.html", filed.file, (name.href,), partial(_view, site, filed, listed))
    yield from listed.further()


def _view(site: Site, filed: Filed[SourceRecord], listed: Listed) -> SourceView:
    record, name = filed.record, site.source(filed.id)
    events, found = site.chronicle.from_[filed.id], listed.listing()
    small = len(events) <= PAGE_ENTRIES
    return SourceView(
        id=filed.id,
        title=name.label,
        facts=tuple(_facts(site, filed.id, record)),
        url=record.url or "",
        archived=record.archived,
        note=site.text(record.note),
        drawn=tuple(_drawn(site, each, filed.id) for each in events) if small else (),
        listing=Listing(found.count, ()) if small else found,
        suggest=site.suggest(filed.file),
        formerly=record.formerly,
    )


def _drawn(site: Site, event: str, source: str) -> Drawn:
    found = site.chronicle.events[event]
    said = zip(found.accounts, accounts(site, found), strict=True)
    return Drawn(site.entry(event), tuple(view for account, view in said if account.source == source))


def _facts(site: Site, id_: str, record: SourceRecord) -> Iterator[Fact]:
    words = site.words
    when = site.chronicle.published[id_]
    yield fact(site, "publisher", record.publisher)
    yield fact(site, "author", record.author)
    published = site.date(when.date) if record.published else ""
    notes = date_notes(site, when, "plan.date.retrieved") if record.published else ()
    yield fact(site, "published", published, remark=" ".join(notes))
    if record.agency:
        yield fact(site, "agency", record.agency)
    if record.language:
        yield fact(site, "language", language(site, record.language))
    if record.retrieved:
        yield fact(site, "retrieved", day_words(datetime.date.fromisoformat(record.retrieved), words))
    if record.file:
        yield Fact(words("plan.fact.file"), (Name(quote(record.file), record.file),), "")
    if not record.url and not record.file:
        yield fact(site, "address")
