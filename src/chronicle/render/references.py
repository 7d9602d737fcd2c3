"""What a rendered page refers to, taken from its text."""

import re
from collections.abc import Iterable
from html import unescape

import msgspec

_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.DOTALL | re.IGNORECASE)


def _attributes(*names: str) -> re.Pattern[str]:
    """Return the pattern of some attributes: a group for each name, and two for the value in double or single quotes.

    Every text that is put into a page has its quotes as entities, so attributes alone are found. Templates write names
    in small letters and values in quotes; an attribute without quotes is not seen. The pattern looks back from the
    equals sign, as to look on from every white space takes three times as long.
    """
    ends = "".join(sorted({name[-1] for name in names}))
    before = "|".join(rf"(?<=\s({name})=)" for name in names)
    return re.compile(rf"""=(?<=[{ends}]=)(?:{before})(?:"([^"]*)"|'([^']*)')""")


_ADDRESSES = ("href", "src")
_NAMING = ("for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls")
_ATTRIBUTES = _attributes(*_ADDRESSES, "id", *_NAMING, "srcset", "content")


class References(msgspec.Struct, frozen=True, gc=False):
    """A page's links (as written, entities resolved) and the ids that can be linked to, each once and sorted."""

    links: tuple[str, ...]
    ids: tuple[str, ...]


def references(html: str, within: Iterable[References] = ()) -> References:
    """Return what a page refers to; ids named by attributes (aria-labelledby, for) count as links to fragments of the
    page.

    `within` are the references of parts that `html` leaves out.
    """
    links: set[str] = set()
    ids: set[str] = set()
    for *names, double, single in _ATTRIBUTES.findall(html):
        name, value = "".join(names), _text(double or single)
        if name == "id":
            ids.add(value)
        elif name in _ADDRESSES:
            links.add(value)
        else:
            links.update(_links(name, value))
    for part in within:
        links.update(part.links)
        ids.update(part.ids)
    return References(tuple(sorted(links)), tuple(sorted(ids)))


def _text(value: str) -> str:
    return unescape(value) if "&" in value else value


def _links(name: str, value: str) -> Iterable[str]:
    """Return the links in an attribute that is not one itself."""
    if name == "content":
        refresh = _REFRESH.fullmatch(value)
        return (refresh[1],) if refresh else ()
    if name == "srcset":
        return ((candidate.split() or [""])[0] for candidate in value.split(","))
    return (f"#{id_}" for id_ in value.split())
