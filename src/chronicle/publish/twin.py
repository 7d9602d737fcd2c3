"""The twin of a site: the published tree once more by hard links, which the next publication has only to amend."""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from chronicle.looks import Look, inodes, look
from chronicle.publish import manifest as manifests
from chronicle.publish.places import Places
from chronicle.publish.removal import prune, remove, try_to_remove
from chronicle.publish.tree import Change, make_folders


def usable(at: Places, standing: Mapping[str, Look]) -> bool:
    """Tell whether the twin holds the very files of the published site and nothing else."""
    try:
        site, twin = at.out.lstat(), at.twin.lstat()
    except OSError:
        return False
    # A link to the site has its very files, too, and would take its place.
    if not stat.S_ISDIR(twin.st_mode) or twin.st_dev != site.st_dev:
        return False
    # The files of the site were looked at already, and the same inode is the same file.
    found = dict(inodes(at.twin))
    manifest = look(at.out / manifests.FILE)
    ours = {path: seen.inode for path, seen in standing.items()}
    return manifest is not None and found == ours | {manifests.FILE: manifest.inode}


def bring_forward(at: Places, change: Change, standing: Iterable[str]) -> dict[str, Look]:
    """Make the next tree of the twin, and return how its files look.

    Raise OSError where a new file did not arrive whole.
    """
    at.twin.rename(at.next)
    stale = [path for path in standing if path not in change.files]
    _take_away(at.next, stale)
    make_folders(at.next, change.changed)
    seen = dict(change.stays)
    for path, before in change.changed.items():
        _replace(f"{at.fresh}/{path}", at.next / path)
        now = look(f"{at.next}/{path}")
        if now is None or (now.size, now.inode) != (before.size, before.inode):
            raise OSError(f"a file did not arrive whole: {at.next / path}")
        seen[path] = now
    _replace(f"{at.fresh}/{manifests.FILE}", at.next / manifests.FILE)
    return seen


def keep(aside: Path, at: Places, change: Change, lying: Iterable[str]) -> str:
    """Make the twin of the old tree at `aside`, in which the paths `lying` are; return a sentence where it stays.

    Nothing of what was withdrawn remains in it. Where it cannot be made there is none, which costs the next
    publication some time.
    """
    try:
        _take_away(aside, [path for path in lying if path not in change.stays])
        make_folders(aside, change.changed)
        for path in (*change.changed, manifests.FILE):
            with suppress(FileNotFoundError):
                os.unlink(f"{aside}/{path}")  # noqa: PTH108 - paths of a site are plain texts
            os.link(f"{at.out}/{path}", f"{aside}/{path}")
        aside.rename(at.twin)
    except OSError:
        return try_to_remove(aside)
    return ""


def _take_away(tree: Path, paths: list[str]) -> None:
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(f"{tree}/{path}")  # noqa: PTH108 - as above
    prune(tree, paths)


def _replace(source: str, target: Path) -> None:
    """Move a new file to its place; an empty folder that somebody left there goes."""
    if target.is_dir():
        remove(target)
    os.replace(source, target)  # noqa: PTH105 - as above
