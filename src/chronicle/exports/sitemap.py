"""The sitemap (sitemaps.org 0.9) and `robots.txt`."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from html import escape

from chronicle import urls
from chronicle.exports.export import Export, Years
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
WHOLE = 2000
"""Up to so many addresses one file has them all; above, there is one a year of events and one for the rest."""
FILE_ADDRESSES = 50_000
"""The format allows no more addresses a file."""


def drafts(chronicle: Chronicle, years: Years, pages: Collection[str]) -> list[Export]:
    """Return the sitemap of pages (paths that are to be found by a search) and robots.txt, or nothing without
    `base_url`.
    """
    base = chronicle.settings.base_url
    if not base:
        return []
    robots = f"User-agent: *\nAllow: /\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n".encode()
    for_robots = Export(urls.ROBOTS, (), lambda: robots, robots)
    events = {urls.event(id_): id_ for ids in years.values() for id_ in ids}
    if len(pages) <= WHOLE:
        return [_addresses(urls.SITEMAP, chronicle, sorted(pages), events), for_robots]
    cut = {f"sitemap.{name}.xml": found for name, found in sorted(_cut(years, pages).items())}
    index = _index(base, cut)
    parts = (_addresses(path, chronicle, found, events) for path, found in cut.items())
    return [Export(urls.SITEMAP, (), lambda: index, index), for_robots, *parts]


def _cut(years: Years, pages: Collection[str]) -> dict[str, list[str]]:
    """Gather addresses by the year of their events, and cut what is still too many."""
    searched = frozenset(pages)
    gathered = {name: sorted(searched.intersection(map(urls.event, ids))) for name, ids in years.items() if name}
    gathered["pages"] = sorted(searched.difference(*gathered.values()))
    return {
        name if number == 0 else f"{name}-{number + 1}": found[start : start + FILE_ADDRESSES]
        for name, found in gathered.items()
        for number, start in enumerate(range(0, len(found), FILE_ADDRESSES))
    }


def _addresses(file: str, chronicle: Chronicle, paths: list[str], events: Mapping[str, str]) -> Export:
    base = chronicle.settings.base_url or ""

    def compose() -> bytes:
        found = [_address(base, path, chronicle.events.get(events.get(path, ""))) for path in paths]
        return _document("urlset", "url", found)

    head = hashlib.sha256("\n".join(paths).encode()).digest()
    return Export(file, tuple(filter(None, map(events.get, paths))), compose, head)


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
