"""The sitemap (sitemaps.org 0.9) and `robots.txt`."""

from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from chronicle import urls
from chronicle.dates import month
from chronicle.link.chronicle import Chronicle

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
WHOLE = 2000
"""Up to so many addresses one file has them all; above, there is one a year of events and one for the rest."""
FILE_ADDRESSES = 50_000
"""The format allows no more addresses a file."""


def sitemap(chronicle: Chronicle, pages: Iterable[str]) -> dict[str, bytes]:
    """Return the sitemap of pages (paths that are to be found by a search) and robots.txt, or nothing without
    `base_url`.
    """
    base = chronicle.settings.base_url
    if not base:
        return {}
    paths = sorted(pages)
    robots = f"User-agent: *\nAllow: /\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n".encode()
    if len(paths) <= WHOLE:
        return {urls.SITEMAP: _addresses(chronicle, base, paths), urls.ROBOTS: robots}
    files = {
        f"sitemap.{name}.xml": _addresses(chronicle, base, found)
        for name, found in sorted(_cut(chronicle, paths).items())
    }
    return {urls.SITEMAP: _index(base, files), urls.ROBOTS: robots, **files}


def _cut(chronicle: Chronicle, paths: list[str]) -> dict[str, list[str]]:
    """Gather addresses by the year of their events, and cut what is still too many."""
    years = {urls.event(event.id): month(event.when.date) for event in chronicle.events.values()}
    gathered: dict[str, list[str]] = {}
    for path in paths:
        period = years.get(path)
        gathered.setdefault(f"{period[0]:04}" if period else "pages", []).append(path)
    return {
        name if number == 0 else f"{name}-{number + 1}": found[start : start + FILE_ADDRESSES]
        for name, found in gathered.items()
        for number, start in enumerate(range(0, len(found), FILE_ADDRESSES))
    }


def _addresses(chronicle: Chronicle, base: str, paths: list[str]) -> bytes:
    days = {urls.event(event.id): event.changed or event.recorded for event in chronicle.events.values()}
    root = Xml.Element("urlset", {"xmlns": _SCHEMA})
    for path in paths:
        url = Xml.SubElement(root, "url")
        Xml.SubElement(url, "loc").text = urls.absolute(base, path)
        if day := days.get(path):
            Xml.SubElement(url, "lastmod").text = day.isoformat()
    return _bytes(root)


def _index(base: str, files: Iterable[str]) -> bytes:
    root = Xml.Element("sitemapindex", {"xmlns": _SCHEMA})
    for file in files:
        Xml.SubElement(Xml.SubElement(root, "sitemap"), "loc").text = urls.absolute(base, file)
    return _bytes(root)


def _bytes(root: Xml.Element) -> bytes:
    Xml.indent(root, " ")
    data: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
