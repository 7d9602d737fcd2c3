"""The next tree of a site: what is new in it, and hard links of what stays."""

import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from itertools import compress
from operator import ne
from pathlib import Path

import msgspec

from chronicle.looks import Look, look, looks, lying
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest as manifests
from chronicle.publish.places import folders
from chronicle.publish.removal import prune

FOLDER_MODE = 0o755
FILE_MODE = 0o644
"""A site is there to be read by a web server, whatever the mask of whoever builds it."""

_NO_LINKS = frozenset({errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})


class Change(msgspec.Struct, frozen=True):
    """A publication: the digests of the whole new site, how the files in it look that change, and those that stay."""

    files: Mapping[str, str]
    changed: Mapping[str, Look]
    stays: Mapping[str, Look]


def tidy(fresh: Path, files: Mapping[str, str], standing: Mapping[str, str]) -> dict[str, Look]:
    """Leave in `fresh` only what changes the site; return how that looks, readable for everybody.

    Raise ValueError for a file of the new site that neither stands nor lies there.
    """
    changed: dict[str, Look] = {}
    dropped: list[str] = []
    for path, found in lying(fresh):
        seen = Look.of(found)
        if seen is None or files.get(path, "") in ("", standing.get(path)):
            os.unlink(f"{fresh}/{path}")  # noqa: PTH108 - a Path for each of 50,000 files takes longer than the call
            dropped.append(path)
            continue
        if found.st_mode & 0o7777 != FILE_MODE:
            os.chmod(f"{fresh}/{path}", FILE_MODE)  # noqa: PTH101 - as above
            seen = look(f"{fresh}/{path}") or seen
        changed[path] = seen
    prune(fresh, dropped)
    for path in compress(files, map(ne, files.values(), map(standing.get, files))):
        if path not in changed:
            raise ValueError(f"{path} was not handed over for publication")
    return changed


def write_manifest(fresh: Path, files: Mapping[str, str]) -> None:
    """Write the manifest of a site among its new files."""
    file = fresh / manifests.FILE
    file.write_bytes(manifests.manifest(files))
    file.chmod(FILE_MODE)


def make_folders(root: Path, paths: Iterable[str]) -> None:
    """Make every folder that lies above paths of a site; what stands there and is no folder goes."""
    for folder in folders(paths):
        place = f"{root}/{folder}"
        if os.path.islink(place) or os.path.isfile(place):  # noqa: PTH114, PTH113 - paths of a site are plain texts
            os.unlink(place)  # noqa: PTH108 - as above
        os.makedirs(place, exist_ok=True)  # noqa: PTH103 - as above
        os.chmod(place, FOLDER_MODE)  # noqa: PTH101 - as above
    root.chmod(FOLDER_MODE)


def link_what_stays(out: Path, tree: Path, stays: Iterable[str]) -> bool:
    """Link what stays from the site into a tree whose folders are there; return False where files had to be copied."""
    linked = True
    for path in stays:
        try:
            os.link(f"{out}/{path}", f"{tree}/{path}", follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            linked = False
            shutil.copy2(f"{out}/{path}", f"{tree}/{path}", follow_symlinks=False)
    return linked


def whole(tree: Path, change: Change, out: Path) -> dict[str, Look]:
    """Return how every file of a finished tree looks.

    Raise Refusal unless it holds the new site, every file of it as it was handed over or as it stood, and no more.
    """
    found = dict(looks(tree))
    found.pop(manifests.FILE, None)
    seen = {path: now for path, now in found.items() if now is not None}
    if seen.keys() != change.files.keys() or len(seen) != len(found):
        raise _odd(out, sorted(found.keys() ^ change.files.keys())[:1])
    for expected in (change.changed, change.stays):
        for path, before in expected.items():
            if seen[path].size != before.size or seen[path].modified != before.modified:
                raise _odd(out, [path])
    return seen


def _odd(out: Path, paths: list[str]) -> Refusal:
    return Refusal(f"{out} was changed while the site was built: {', '.join(paths)}", "build once more")
