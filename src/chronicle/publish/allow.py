"""Where a site may stand: in a folder that is free or ours, never over something that somebody else put there."""

import os
import stat
from pathlib import Path

from chronicle.places import EVENTS, REGISTERS, STATIC, TEMPLATES
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest as manifests
from chronicle.publish.places import INNER, JOURNAL, Places, places
from chronicle.publish.removal import told

SOURCES = frozenset({EVENTS, REGISTERS, TEMPLATES, STATIC, "maps", ".chronicle", ".git"})
_ANOTHER = "choose another --out"


def allow(out: Path, *, sources: Path, home: Path | None = None) -> None:
    """Raise Refusal unless a site may stand at `out`: nothing is there, an empty folder, or a site that we published.

    `sources` is the chronicle's folder, `home` the user's. Nothing is changed.
    """
    try:
        at = places(out)
        if not at.out.name:
            raise Refusal(f"{out} is the root of a disk", _ANOTHER)
        _refuse_link(out, at)
        _refuse_ground(out, at.out, sources, home)
        if at.out.exists():
            _refuse_strangers(out, at.out)
    except OSError as error:
        raise Refusal(f"{out} cannot be read: {told(error)}", _ANOTHER) from error


def _refuse_link(out: Path, at: Places) -> None:
    try:
        mode = os.lstat(at.out).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise Refusal(f"{out} is a symbolic link", "name the folder itself as --out")
    if not stat.S_ISDIR(mode):
        raise Refusal(f"{out} is not a folder", _ANOTHER)


def _refuse_ground(out: Path, whole: Path, sources: Path, home: Path | None) -> None:
    """Raise Refusal for a folder of the user or of the chronicle, by whatever way it is named."""
    place, root = whole.resolve(), sources.resolve()
    if home is not None and _same(place, home.resolve()):
        raise Refusal(f"{out} is the home directory", _ANOTHER)
    if _same(place, root):
        raise Refusal(f"{out} is the chronicle's own folder", _ANOTHER)
    if any(_same(place, folder) for folder in root.parents):
        raise Refusal(f"{out} contains the chronicle", _ANOTHER)
    for folder in (place, *place.parents):
        if folder.name.casefold() in SOURCES and _same(folder.parent, root):
            raise Refusal(f"{out} lies in {folder.name}/, which is the chronicle's own", _ANOTHER)
    for folder in place.parents:
        if manifests.read(folder):
            raise Refusal(f"{out} lies in the published site {folder}", _ANOTHER)


def _refuse_strangers(out: Path, whole: Path) -> None:
    """Raise Refusal for a folder that holds files and is no site of ours."""
    mounted = whole.is_mount()
    names = {name for name in os.listdir(whole) if name != INNER and not (mounted and name == "lost+found")}  # noqa: PTH208 - names are all that is wanted
    if ".git" in names:
        raise Refusal(f"{out} is a repository", _ANOTHER)
    if names and manifests.read(whole) is None and manifests.read(whole, JOURNAL) is None:
        raise Refusal(
            f"{out} holds files that this program did not publish", "choose an empty folder as --out, or empty it"
        )


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths are one folder, also where a disk takes capital letters for small ones."""
    try:
        return one == other or one.samefile(other)
    except FileNotFoundError:
        return False
