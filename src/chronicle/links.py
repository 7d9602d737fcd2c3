"""References of rendered pages, checked against all that the site has."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from chronicle import urls
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Problem
from chronicle.render.references import References

_WEB = frozenset({"http", "https"})
_ELSEWHERE = _WEB | {"mailto"}


_OWN = ("", "#", "?")
_FRAME = "templates/base.html"


def check(
    pages: Mapping[str, References],
    files: Iterable[str],
    origins: Mapping[str, str],
    base_url: str = "",
    templates: Mapping[str, str] | None = None,
) -> Iterator[Problem]:
    """Yield a problem for every reference of a page that leads nowhere in the site, once however many pages have it.

    A problem names a page and what is behind it: its record (`origins`), or where pages of several records share the
    fault their template (`templates`), or the frame of all. `files` are the paths of all else that is published.
    Addresses of other hosts are not asked; those below `base_url` are checked like any other.
    """
    ids = {path: frozenset(found.ids) for path, found in pages.items()}
    known = frozenset(files) | ids.keys()
    faults: dict[tuple[str, str], list[str]] = {}
    judged: dict[tuple[str, str], tuple[str, str] | None] = {}
    for path, found in pages.items():
        folder = path.rpartition("/")[0]
        for link in found.links:
            # A link leads to one place from every page of a folder, unless it leads to the page itself.
            place = (path if link[:1] in _OWN else folder, link)
            if place not in judged:
                judged[place] = _fault(path, link, known, ids, base_url)
            if fault := judged[place]:
                faults.setdefault(fault, []).append(path)
    for (message, help_), paths in faults.items():
        where = f"page {paths[0]}" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")
        file = _behind(paths, origins, templates or {})
        yield Problem(code="broken-link", message=f"{where}: {message}", help=help_, file=file)


def _behind(paths: list[str], origins: Mapping[str, str], templates: Mapping[str, str]) -> str:
    """Return the one record or template that pages have in common."""
    for behind in (origins, templates):
        found = {behind.get(path, "") for path in paths}
        if len(found) == 1 and "" not in found:
            return found.pop()
    return _FRAME if len(paths) > 1 else ""


def _fault(
    page: str, link: str, known: frozenset[str], ids: Mapping[str, frozenset[str]], base_url: str
) -> tuple[str, str] | None:
    """Return what is wrong with a link and the way out, or None."""
    if not link.strip():
        return "a link is empty", "give it an address, or leave the link away"
    try:
        parts = urlsplit(link)
    except ValueError:
        return f'"{link}" is not an address', ""
    if parts.scheme and parts.scheme not in _ELSEWHERE:
        return f'"{link}" has a scheme that no page may use', "pages link by http, https and mailto"
    if parts.netloc and not parts.scheme:
        return f'"{link}" names a host without a scheme, so it leads nowhere from disk', f"write https:{link}"
    target = _target(page, parts, base_url)
    if target is None:
        return None
    return _absence(link, target, known, base_url) or _lost_fragment(link, target, unquote(parts.fragment), ids)


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


def _absence(link: str, target: str, known: frozenset[str], base_url: str) -> tuple[str, str] | None:
    if target in known:
        return None
    if target.startswith("../"):
        return f'"{link}" leads out of the site', "write it as a path inside the site, or with https:"
    if target.startswith("/"):
        return f'"{link}" leads out of the site, which lies below {urls.base_path(base_url)}', "write it with https:"
    near = nearest(target, known, 0.8)
    return f'"{link}" leads to nothing', f"did you mean {near}?" if near else "no page or file of the site is there"


def _lost_fragment(link: str, target: str, fragment: str, ids: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """Look for a fragment among the ids of its page; "top" is every page's beginning (HTML, 7.4.6.3)."""
    if not fragment or target not in ids or fragment in ids[target] or fragment.lower() == "top":
        return None
    near = nearest(fragment, ids[target])
    return f'"{link}": {target} has nothing with the id "{fragment}"', f"did you mean #{near}?" if near else ""
