"""References of rendered pages, checked against all that the site has."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from chronicle import urls
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Problem
from chronicle.render.references import References, ids_of

_WEB = frozenset({"http", "https"})
_ELSEWHERE = _WEB | {"mailto"}
_OWN = ("", "#", "?")
# Most links that are not plain begin so, and need not be looked up.
_NOT_PLAIN = ("#", "http")
# What a link means something by that in a path is a character as any other (RFC 3986, 3).
_MEANING = frozenset("%#?:")
_FRAME = "templates/base.html"
# The bytes of a mark, and the number of those that are remembered: pages laid out one after the other lead to much the
# same.
_MARK = 4
_MARKS = 32_768


Fault = tuple[str, str]
"""What is wrong with a link, and the way out or ""."""
Wanted = tuple[str, str, str]
"""A link as it is written, and the page and the id on it that it leads to."""


class Judgement(NamedTuple):
    """What the links of one page come to: those that lead nowhere, those that want an id of another page, and the
    `marks` of the paths of the site that the page leads to, side by side.
    """

    faults: tuple[Fault, ...]
    wanted: tuple[Wanted, ...]
    marks: bytes


def mark(path: str) -> bytes:
    """Return the mark of a path, by which a page can tell in little room where it leads; few paths have the same."""
    return zlib.crc32(path.encode()).to_bytes(_MARK, "little")


def leads_to(marks: bytes, any_of: frozenset[bytes]) -> bool:
    """Tell whether marks that stand side by side have any of some; where they have none, no such path is led to."""
    return not any_of.isdisjoint([marks[place : place + _MARK] for place in range(0, len(marks), _MARK)])


class _Led(NamedTuple):
    """Where a link of a page leads: to a path of the site or nowhere there, with what is wrong or wanted of it."""

    target: str | None
    fault: Fault | None = None
    wanted: Wanted | None = None


class Judge:
    """Judges links of pages by all paths that the site has; one that many pages of a folder share is judged once."""

    def __init__(self, paths: frozenset[str], base_url: str = "") -> None:
        self._paths = paths
        self._base_url = base_url
        self._site = urls.absolute(base_url, "") if base_url else ""
        self._host = (urlsplit(base_url).hostname or "").lower()
        # The marks of links that are sound, by the ways up that our templates write.
        self._sound: dict[str, dict[str, bytes]] = {"": {}, "../": {}}
        self._led: dict[tuple[str, str], _Led] = {}

    def settle(self, up: str, found: References) -> References:
        """Return what pages refer to without the links that are sound on all with this way up, being written as our
        templates write them; marks stand for these.
        """
        sound = self._sound.get(up)
        if sound is None:
            return found
        marks, others = [found.marks], []
        for link in found.links:
            got = sound.get(link)
            if got is None and not link.startswith(_NOT_PLAIN):
                got = self._plain(up, link)
            if got:
                marks.append(got)
            else:
                others.append(link)
        return References(tuple(others), found.ids, b"".join(marks))

    def _plain(self, up: str, link: str) -> bytes:
        """Return the mark of a link that is written as our templates write one to a path of the site, b"" of others.

        Most links are, and need not be taken apart; in one to a file of static/ some characters may mean something else
        than in the file's name.
        """
        path = link.removeprefix(up)
        if path not in self._paths or up + path != link or not _MEANING.isdisjoint(path):
            return b""
        sound = self._sound[up]
        if len(sound) == _MARKS:
            sound.clear()
        sound[link] = mark(path)
        return sound[link]

    def judge(self, page: str, found: Iterable[References]) -> Judgement:
        """Judge what a page refers to, part by part; addresses of other hosts are not asked."""
        folder, up = page.rpartition("/")[0], urls.up(page)
        parts = [self.settle(up, part) if part.links else part for part in found]
        marks = b"".join([part.marks for part in parts])
        unjudged = {link for part in parts for link in part.links}
        # A page names its own address, and no other page does.
        if self._site:
            unjudged.discard(self._site + page)
        ids = ids_of(parts) if unjudged else ()
        faults: list[Fault] = []
        wanted: list[Wanted] = []
        for link in sorted(unjudged):
            if (link[:1] == "#" and link[1:] in ids) or self._elsewhere(link):
                continue
            led = self._judged(page, folder, link)
            if led.target is not None:
                marks += mark(led.target)
            if led.wanted and led.target != page:
                wanted.append(led.wanted)
            elif fault := lost_fragment(led.wanted, frozenset(ids)) if led.wanted else led.fault:
                faults.append(fault)
        return Judgement(tuple(faults), tuple(wanted), marks)

    def _elsewhere(self, link: str) -> bool:
        """Tell whether a link plainly leads to another host; brackets and percent signs have to be looked at."""
        if not link.startswith(("https://", "http://")) or "[" in link or "%" in link:
            return False
        return not self._host or self._host not in link.lower()

    def _judged(self, page: str, folder: str, link: str) -> _Led:
        place = (page if link[:1] in _OWN else folder, link)
        if place not in self._led:
            self._led[place] = _led(page, link, self._paths, self._base_url)
        return self._led[place]


def problems(
    faults: Iterable[tuple[str, Fault]], origins: Mapping[str, str], templates: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each fault, with the first of the pages that have it and what is behind them."""
    pages: dict[Fault, list[str]] = {}
    for path, fault in faults:
        pages.setdefault(fault, []).append(path)
    for (message, help_), paths in pages.items():
        where = f"page {paths[0]}" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")
        file = _behind(paths, origins, templates)
        yield Problem(code="broken-link", message=f"{where}: {message}", help=help_, file=file)


def _behind(paths: list[str], origins: Mapping[str, str], templates: Mapping[str, str]) -> str:
    """Return the one record or template that pages have in common."""
    for behind in (origins, templates):
        found = {behind.get(path, "") for path in paths}
        if len(found) == 1 and "" not in found:
            return found.pop()
    return _FRAME if len(paths) > 1 else ""


def _led(page: str, link: str, paths: frozenset[str], base_url: str) -> _Led:
    """Return where a link leads, with what is wrong with it, or the id of a page that it wants."""
    if not link.strip():
        return _Led(None, ("a link is empty", "give it an address, or leave the link away"))
    try:
        parts = urlsplit(link)
    except ValueError:
        return _Led(None, (f'"{link}" is not an address', ""))
    if parts.scheme and parts.scheme not in _ELSEWHERE:
        return _Led(None, (f'"{link}" has a scheme that no page may use', "pages link by http, https and mailto"))
    if parts.netloc and not parts.scheme:
        fault = f'"{link}" names a host without a scheme, so it leads nowhere from disk', f"write https:{link}"
        return _Led(None, fault)
    target = _target(page, parts, base_url)
    if target is None:
        return _Led(None)
    absent = _absence(page, link, target, paths, base_url)
    if absent:
        return _Led(target, absent)
    # "top" is every page's beginning (HTML, 7.4.6.3).
    wants = parts.fragment and unquote(parts.fragment).lower() != "top"
    return _Led(target, None, (link, target, unquote(parts.fragment)) if wants else None)


def _target(page: str, parts: SplitResult, base_url: str) -> str | None:
    """Return the site path that a link leads to, or None where it is another site's; what leaves the site without
    naming a host begins with / or ../.
    """
    path = unquote(parts.path)
    if parts.scheme:
        return _below(parts, path, base_url)
    if not path:
        return page
    return _from_root(path, base_url) if path.startswith("/") else urls.resolve(page, path)


def _below(parts: SplitResult, path: str, base_url: str) -> str | None:
    base = urlsplit(base_url)
    if parts.scheme not in _WEB or (parts.scheme, parts.netloc.lower()) != (base.scheme, base.netloc.lower()):
        return None
    target = _from_root(path or "/", base_url)
    return None if target.startswith(("/", "../")) else target


def _from_root(path: str, base_url: str) -> str:
    """Return the site path of a path from the host's root, which is itself where it does not lie below the site."""
    base = urls.base_path(base_url)
    if f"{path}/" == base:
        return urls.HOME
    return urls.resolve("", path.removeprefix(base)) if path.startswith(base) else path


def _absence(page: str, link: str, target: str, known: frozenset[str], base_url: str) -> Fault | None:
    """Return what is wrong with a link to what the site does not have, with the nearest target as the page has it."""
    if target in known:
        return None
    if target.startswith("../"):
        return f'"{link}" leads out of the site', "write it as a path inside the site, or with https:"
    if target.startswith("/"):
        return f'"{link}" leads out of the site, which lies below {urls.base_path(base_url)}', "write it with https:"
    # A file may be called what the link has, though the link means something else.
    as_written = urls.resolve(page, link)
    near = as_written if as_written in known else nearest(target, known, 0.8)
    help_ = f"did you mean {_written(page, link, near, base_url)}?" if near else "no page or file of the site is there"
    return f'"{link}" leads to nothing', help_


def _written(page: str, link: str, target: str, base_url: str) -> str:
    """Return a target as a link of a page is written that leads there: an address for one with a host, a path from the
    host's root for one that has such a path and on the 404 page, which stands at any depth, else the way from the page.
    """
    path = target.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
    if urlsplit(link).scheme:
        return urls.absolute(base_url, path)
    from_root = link.startswith("/") or page == urls.NOT_FOUND
    return (urls.base_path(base_url) if from_root else urls.up(page)) + path


def lost_fragment(wanted: Wanted, ids: frozenset[str]) -> Fault | None:
    """Return what is wrong with a link that wants an id of a page that has these ids."""
    link, target, fragment = wanted
    if fragment in ids:
        return None
    near = nearest(fragment, ids)
    return f'"{link}": {target} has nothing with the id "{fragment}"', f"did you mean #{near}?" if near else ""
