"""What a rendered page refers to, taken from its bytes."""

import re
from html import unescape

import msgspec

# Templates write every attribute in double quotes and every text without them, so this finds attributes alone.
_ATTRIBUTE = re.compile(rb'\s(href|src|id|aria-labelledby|aria-describedby)="([^"]*)"|\scontent="0;\s*url=([^"]*)"')


class References(msgspec.Struct, frozen=True):
    """A page's links (as written, entities resolved) and the ids that can be linked to, each once and sorted."""

    links: tuple[str, ...]
    ids: tuple[str, ...]


def references(html: bytes) -> References:
    """Return what a page refers to; ids named by aria attributes count as links to fragments of the page."""
    links: set[str] = set()
    ids: set[str] = set()
    for name, value, refresh in _ATTRIBUTE.findall(html):
        text = unescape((value or refresh).decode())
        if name == b"id":
            ids.add(text)
        elif name.startswith(b"aria-"):
            links.update(f"#{each}" for each in text.split())
        else:
            links.add(text)
    return References(tuple(sorted(links)), tuple(sorted(ids)))
