"""A site that is a mount point, and cannot change places with another folder, gets its files one by one."""

import errno
import os
import shutil
from pathlib import Path

from chronicle.looks import Look, look
from chronicle.publish import manifest as manifests
from chronicle.publish.durable import flush_tree
from chronicle.publish.places import INNER, JOURNAL, folders
from chronicle.publish.removal import prune, remove
from chronicle.publish.tree import FILE_MODE, Change, make_folders

REMARK = "the folder of the site cannot be replaced as a whole, so its files were replaced one by one"
HALF_WAY = "part of the site is new already: build once more to complete it"


def replace_singly(source: Path, out: Path, change: Change, old: set[str], *, durable: bool) -> dict[str, Look]:
    """Replace the files of the site at `out`, which holds the paths `old`, by those that lie in `source`.

    Every file is the old or the new one at any moment, the manifest is the last of them; until then a journal names
    what is under way. Return how the files look. Raise OSError half way through; the next publication completes it.
    """
    _move(source, out, manifests.FILE, JOURNAL, copied=True)
    if durable:
        flush_tree(out, (JOURNAL,), ("",))
    stale = old - change.files.keys()
    in_the_way = _in_the_way(stale, change)
    _take_away(out, in_the_way)
    make_folders(out, change.changed)
    for path in change.changed:
        _move(source, out, path, path)
    _take_away(out, stale - in_the_way)
    if durable:
        flush_tree(out, change.changed, (*folders(change.files), ""))
    _move(source, out, manifests.FILE, manifests.FILE)
    (out / JOURNAL).unlink()
    if durable:
        flush_tree(out, (manifests.FILE,), ("",))
    return {**change.stays, **{path: seen for path in change.changed if (seen := look(out / path))}}


def _in_the_way(stale: set[str], change: Change) -> set[str]:
    """Return what goes before the new site can come: folders where it has files, files where it has folders."""
    above = set(folders(change.files))
    return {path for path in stale if path in above or not change.files.keys().isdisjoint(folders((path,)))}


def _take_away(out: Path, paths: set[str]) -> None:
    for path in sorted(paths):
        remove(out / path)
    prune(out, paths)


def _move(source: Path, out: Path, path: str, name: str, *, copied: bool = False) -> None:
    """Let a file of `source` take its place in the site in one step, over a copy where it must cross file systems."""
    target = out / name
    if target.is_dir() and not target.is_symlink():
        remove(target)
    if not copied:
        try:
            os.replace(source / path, target)  # noqa: PTH105 - the one call that replaces on every system
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
        else:
            return
    spare = out / INNER / f"{Path(path).name}.copy"
    spare.parent.mkdir(exist_ok=True)
    shutil.copyfile(source / path, spare)
    spare.chmod(FILE_MODE)
    spare.replace(target)
