"""One page of each kind, the richest that a site has."""

import re
from pathlib import Path

KINDS: dict[str, str] = {
    "home": r"index\.html",
    "timeline": r"timeline/index\.html",
    "year": r"timeline/\d{4}\.html",
    "month": r"timeline/\d{4}-\d\d\.html",
    "events": r"events/index\.html",
    "event": r"events/(?!index).*\.html",
    "locations": r"locations/index\.html",
    "location": r"locations/(?!index).*\.html",
    "actors": r"actors/index\.html",
    "actor": r"actors/(?!index).*\.html",
    "types": r"types/index\.html",
    "type": r"types/(?!index).*\.html",
    "sources": r"sources/index\.html",
    "source": r"sources/(?!index).*\.html",
    "about": r"about/index\.html",
}


def pages(folder: Path) -> dict[str, Path]:
    """Return every page of a built site by its path."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}


def richest(folder: Path, kind: str) -> str:
    """Return the path of the page of a kind that has most on it."""
    found = {path: place.stat().st_size for path, place in pages(folder).items() if re.fullmatch(KINDS[kind], path)}
    return max(found, key=lambda path: (found[path], path))
