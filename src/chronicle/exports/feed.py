"""The Atom feed (RFC 4287) of what was recorded or changed last."""

import datetime
from functools import partial
from heapq import nlargest
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from chronicle import urls
from chronicle.exports.export import Export
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event, Words

_ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
# A tag URI (RFC 4151) names a day on which its authority was ours; `tag` in chronicle.yaml sets both for good.
_TAG_DAY = "2026-01-01"


def drafts(chronicle: Chronicle) -> list[Export]:
    """Return the feed, or nothing where no `base_url` is set, as a feed has absolute addresses.

    An entry's id is a `tag:` URI of the record's id: it stays when the site, the title or the date moves. Its day is
    the record's `changed` or `recorded`, else the last day on which its article can have appeared; what has none is
    not in the feed.
    """
    if not chronicle.settings.base_url:
        return []
    dated = ((day, event.id) for event in chronicle.events.values() if (day := _day(chronicle, event)))
    newest = nlargest(_ENTRIES, dated)
    return [Export(urls.FEED, tuple(id_ for _, id_ in newest), partial(_feed, chronicle, newest))]


def _feed(chronicle: Chronicle, newest: list[tuple[datetime.date, str]]) -> bytes:
    settings = chronicle.settings
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.language})
    _text(root, "title", _plain(chronicle, settings.title))
    _text(root, "subtitle", _plain(chronicle, settings.description))
    _text(root, "id", f"tag:{authority(chronicle)}:feed")
    _text(root, "updated", _time(newest[0][0]) if newest else _time(datetime.date(1970, 1, 1)))
    Xml.SubElement(root, "link", {"rel": "self", "href": urls.absolute(settings.base_url or "", urls.FEED)})
    Xml.SubElement(root, "link", {"href": urls.absolute(settings.base_url or "", urls.HOME)})
    author = Xml.SubElement(root, "author")
    _text(author, "name", settings.editor or _plain(chronicle, settings.title))
    for day, id_ in newest:
        _entry(root, chronicle, chronicle.events[id_], day)
    Xml.indent(root, " ")
    data: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def authority(chronicle: Chronicle) -> str:
    """Return the authority of the feed's tags: as set, else the host of `base_url` with a fixed day."""
    settings = chronicle.settings
    return settings.tag or f"{urlsplit(settings.base_url or '').hostname},{_TAG_DAY}"


def _entry(root: Xml.Element, chronicle: Chronicle, event: Event, day: datetime.date) -> None:
    entry = Xml.SubElement(root, "entry")
    _text(entry, "title", _plain(chronicle, event.title))
    _text(entry, "id", f"tag:{authority(chronicle)}:events/{event.id}")
    _text(entry, "updated", _time(day))
    if event.recorded:
        _text(entry, "published", _time(event.recorded))
    href = urls.absolute(chronicle.settings.base_url or "", urls.event(event.id))
    Xml.SubElement(entry, "link", {"href": href})
    if event.summary:
        _text(entry, "summary", _plain(chronicle, event.summary))


def _day(chronicle: Chronicle, event: Event) -> datetime.date | None:
    if day := event.changed or event.recorded:
        return day
    days = (chronicle.published[source].bounds.latest for source in event.source_ids)
    return min((day for day in days if day), default=None)


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _plain(chronicle: Chronicle, words: Words) -> str:
    text = words if isinstance(words, str) else words.get(chronicle.settings.language, next(iter(words.values())))
    return " ".join(text.split())


def _text(parent: Xml.Element, tag: str, text: str) -> None:
    Xml.SubElement(parent, tag).text = text
