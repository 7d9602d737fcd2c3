"""The sitemap (sitemaps.org 0.9) and `robots.txt`."""

import hashlib
from collections.abc import Iterable, Mapping
from html import escape

from chronicle import urls
from chronicle.exports.export import Export, year
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
WHOLE = 2000
"""Up to so many addresses one file has them all; above, there is one a year of events and one for the rest."""
FILE_ADDRESSES = 50_000
"""The format allows no more addresses a file."""


def drafts(chronicle: Chronicle, pages: Iterable[str]) -> list[Export]:
    """Return the sitemap of pages (paths that are to be found by a search) and robots.txt, or nothing without
    `base_url`.
    """
    base = chronicle.settings.base_url
    if not base:
        return []
    paths = sorted(pages)
    events = {urls.event(event.id): event for event in chronicle.events.values()}
    robots = f"User-agent: *\nAllow: /\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n".encode()
    for_robots = Export(urls.ROBOTS, (), lambda: robots, robots)
    if len(paths) <= WHOLE:
        return [_addresses(urls.SITEMAP, base, paths, events), for_robots]
    cut = {f"sitemap.{name}.xml": found for name, found in sorted(_cut(events, paths).items())}
    index = _index(base, cut)
    years = (_addresses(path, base, found, events) for path, found in cut.items())
    return [Export(urls.SITEMAP, (), lambda: index, index), for_robots, *years]


def _cut(events: Mapping[str, Event], paths: list[str]) -> dict[str, list[str]]:
    """Gather addresses by the year of their events, and cut what is still too many."""
    gathered: dict[str, list[str]] = {}
    for path in paths:
        name = (year(events[path]) if path in events else "") or "pages"
        gathered.setdefault(name, []).append(path)
    return {
        name if number == 0 else f"{name}-{number + 1}": found[start : start + FILE_ADDRESSES]
        for name, found in gathered.items()
        for number, start in enumerate(range(0, len(found), FILE_ADDRESSES))
    }


def _addresses(file: str, base: str, paths: list[str], events: Mapping[str, Event]) -> Export:
    def compose() -> bytes:
        return _document("urlset", "url", [_address(base, path, events.get(path)) for path in paths])

    head = hashlib.sha256("\n".join(paths).encode()).digest()
    return Export(file, tuple(events[path].id for path in paths if path in events), compose, head)


def _address(base: str, path: str, event: Event | None) -> str:
    place = f"  <loc>{escape(urls.absolute(base, path), quote=False)}</loc>\n"
    day = (event.changed or event.recorded) if event else None
    return f"{place}  <lastmod>{day.isoformat()}</lastmod>\n" if day else place


def _index(base: str, files: Iterable[str]) -> bytes:
    return _document("sitemapindex", "sitemap", [_address(base, file, None) for file in files])


def _document(root: str, child: str, children: list[str]) -> bytes:
    """Return an XML document whose root has children of one kind."""
    start = f"<?xml version='1.0' encoding='utf-8'?>\n<{root} xmlns=\"{_SCHEMA}\""
    if not children:
        return f"{start} />\n".encode()
    body = "".join([f" <{child}>\n{each} </{child}>\n" for each in children])
    return f"{start}>\n{body}</{root}>\n".encode()
