"""References of rendered pages, checked against all that the site has."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from chronicle import urls
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Problem
from chronicle.render.references import References

_ELSEWHERE = frozenset({"http", "https", "mailto"})


def check(
    pages: Mapping[str, References], files: Iterable[str], origins: Mapping[str, str], base_url: str = ""
) -> Iterator[Problem]:
    """Yield a problem for every reference of a page that leads nowhere in the site, named by the page and what is
    behind it.

    `files` are the paths of all else that is published. Addresses of other hosts are not asked; those below
    `base_url` are checked like any other.
    """
    ids = {path: frozenset(found.ids) for path, found in pages.items()}
    known = frozenset(files) | ids.keys()
    for path, found in pages.items():
        for link in found.links:
            if fault := _fault(path, link, known, ids, base_url):
                message, help_ = fault
                yield Problem(
                    code="broken-link",
                    message=f"page {path}: {message}",
                    help=help_,
                    file=origins.get(path, ""),
                )


def _fault(
    page: str, link: str, known: frozenset[str], ids: Mapping[str, frozenset[str]], base_url: str
) -> tuple[str, str] | None:
    if not link.strip():
        return "a link is empty", "give it an address, or leave the link away"
    try:
        parts = urlsplit(link)
    except ValueError:
        return f'"{link}" is not an address', ""
    if parts.scheme or parts.netloc:
        below = _below(link, base_url)
        if below is None:
            return None if parts.scheme in _ELSEWHERE else (f'"{link}" has a scheme that no page may use', "")
        target = urls.resolve("", below)
    else:
        target = _target(page, unquote(parts.path), base_url)
    if target not in known:
        near = nearest(target, known, 0.8)
        return (
            f'"{link}" leads to nothing',
            f"did you mean {near}?" if near else "no page or file of the site is there",
        )
    fragment = unquote(parts.fragment)
    if fragment and target in ids and fragment not in ids[target]:
        near = nearest(fragment, ids[target])
        return (
            f'"{link}": {target} has nothing with the id "{fragment}"',
            f"did you mean #{near}?" if near else "",
        )
    return None


def _target(page: str, path: str, base_url: str) -> str:
    if not path:
        return page
    if path.startswith("/"):
        base = urls.base_path(base_url)
        return urls.resolve("", path.removeprefix(base)) if path.startswith(base) else path
    return urls.resolve(page, path)


def _below(link: str, base_url: str) -> str | None:
    """Return the path below the site's own address, or None where the link leads elsewhere."""
    base = base_url.rstrip("/")
    if not base or not (link == base or link.startswith(f"{base}/")):
        return None
    path = urlsplit(link[len(base) :].lstrip("/")).path
    return unquote(path) if path else posixpath.curdir
