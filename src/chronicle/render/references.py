"""What a rendered page refers to, taken from its bytes."""

import re
from collections.abc import Iterable
from html import unescape

import msgspec

# Every text that is put into a page has its quotes as entities, so this finds attributes alone. Templates write names
# in small letters and values in quotes; an attribute without quotes is not seen.
_ATTRIBUTE = re.compile(
    rb"\s(href|src|srcset|id|for|popovertarget|aria-labelledby|aria-describedby|aria-controls|content)="
    rb"""(?:"([^"]*)"|'([^']*)')"""
)
_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.DOTALL | re.IGNORECASE)
_ADDRESSES = frozenset({b"href", b"src"})


class References(msgspec.Struct, frozen=True):
    """A page's links (as written, entities resolved) and the ids that can be linked to, each once and sorted."""

    links: tuple[str, ...]
    ids: tuple[str, ...]


def references(html: bytes) -> References:
    """Return what a page refers to; ids named by attributes (aria-labelledby, for) count as links to fragments of the
    page.
    """
    links: set[str] = set()
    ids: set[str] = set()
    for name, double, single in _ATTRIBUTE.findall(html):
        value = unescape((double or single).decode())
        if name == b"id":
            ids.add(value)
        elif name in _ADDRESSES:
            links.add(value)
        else:
            links.update(_links(name, value))
    return References(tuple(sorted(links)), tuple(sorted(ids)))


def _links(name: bytes, value: str) -> Iterable[str]:
    """Return the links in an attribute that is not one itself."""
    if name == b"content":
        refresh = _REFRESH.fullmatch(value)
        return (refresh[1],) if refresh else ()
    if name == b"srcset":
        return ((candidate.split() or [""])[0] for candidate in value.split(","))
    return (f"#{id_}" for id_ in value.split())
