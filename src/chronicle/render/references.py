"""What a rendered page refers to, taken from its text."""

import re
from collections.abc import Iterable
from html import unescape

import msgspec

_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.DOTALL | re.IGNORECASE)
_NAMING = ("for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls")


def _attributes(*kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of attributes of some kinds, with a group for each kind: the value in its quotes.

    Every text that is put into a page has its quotes as entities, so attributes alone are found. Templates write names
    in small letters and values in quotes; an attribute without quotes is not seen. The pattern looks back from the
    equals sign, first at two letters, which most attributes fail by: to look on from every white space takes three
    times as long.
    """
    ends = "|".join(sorted({name[-2:] for names in kinds for name in names}))
    choices = ("|".join(rf"(?<=\s{name}=)" for name in names) for names in kinds)
    found = "|".join(rf"""(?:{choice})("[^"]*"|'[^']*')""" for choice in choices)
    return re.compile(rf"=(?<=(?:{ends})=)(?:{found})")


_ATTRIBUTES = _attributes(("href", "src"), ("id",), _NAMING, ("srcset",), ("content",))


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
    for address, own, naming, srcset, content in _ATTRIBUTES.findall(html):
        if address:
            links.add(_text(address))
        elif own:
            ids.add(_text(own))
        elif naming:
            links.update(f"#{id_}" for id_ in _text(naming).split())
        elif srcset:
            links.update((candidate.split() or [""])[0] for candidate in _text(srcset).split(","))
        elif refresh := _REFRESH.fullmatch(_text(content)):
            links.add(refresh[1])
    for part in within:
        links.update(part.links)
        ids.update(part.ids)
    return References(tuple(sorted(links)), tuple(sorted(ids)))


def _text(quoted: str) -> str:
    return unescape(quoted[1:-1]) if "&" in quoted else quoted[1:-1]
