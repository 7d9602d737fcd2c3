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
    """The links (as written, entities resolved) of a page or a part of one, and the ids that can be linked to, each
    once; `marks` stand for links that need not be looked at any more (`links.Judge`).
    """

    links: tuple[str, ...]
    ids: tuple[str, ...]
    marks: bytes = b""


def references(html: str) -> References:
    """Return what HTML refers to; ids named by attributes (aria-labelledby, for) count as links to fragments of the
    page.
    """
    links: list[str] = []
    ids: list[str] = []
    for address, own, naming, srcset, content in _ATTRIBUTES.findall(html):
        if address:
            links.append(_text(address))
        elif own:
            ids.append(_text(own))
        elif naming:
            links += [f"#{id_}" for id_ in _text(naming).split()]
        elif srcset:
            links += [(candidate.split() or [""])[0] for candidate in _text(srcset).split(",")]
        elif refresh := _REFRESH.fullmatch(_text(content)):
            links.append(refresh[1])
    return References(tuple(dict.fromkeys(links)), tuple(dict.fromkeys(ids)))


def ids_of(parts: Iterable[References]) -> tuple[str, ...]:
    """Return the ids of all parts of a page, each once."""
    return tuple(dict.fromkeys([id_ for part in parts for id_ in part.ids]))


def _text(quoted: str) -> str:
    return unescape(quoted[1:-1]) if "&" in quoted else quoted[1:-1]
