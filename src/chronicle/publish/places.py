"""Where the trees of a publication stand: beside the site, under hidden names of their own."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

INNER = ".chronicle-fresh"
"""The workplace of a site that is a mount point: a folder inside it, as nothing beside it is on its file system."""

JOURNAL = ".chronicle-journal.json"
"""In a mount point whose files are being replaced one by one: the manifest of the site that it is to hold."""


class Places(msgspec.Struct, frozen=True):
    """The paths of a publication, from the root.

    out: the site.
    fresh: files that are new or changed, before they are published.
    next: the tree that is being made ready; for a moment after the exchange, the old site.
    old: the old site, where it had to be moved aside.
    twin: the published site once more, by hard links.
    journal: stands here while the site is moved aside.
    """

    out: Path
    fresh: Path
    next: Path
    old: Path
    twin: Path
    journal: Path


def places(out: Path) -> Places:
    """Return where the publication of a site takes place."""
    whole = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow links; "." cannot be renamed
    names = ("fresh", "next", "old", "twin", "journal")
    return Places(whole, *(whole.parent / f".{whole.name}.{name}" for name in names))


def nothing(folder: Path) -> bool:
    """Tell whether there is nothing at a path, or an empty folder. Raise OSError where something else is there."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True


def folders(paths: Iterable[str]) -> list[str]:
    """Return every folder that lies above paths of a site, outer ones first; the site's own folder is none."""
    found: set[str] = set()
    for folder in {path.rpartition("/")[0] for path in paths}:
        above = folder
        while above and above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return sorted(found)
