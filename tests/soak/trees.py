"""Folders as values: what they hold, in what they differ, and what lies in them that nobody needs."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, tuple[int, bytes | None]]
"""Every path below a folder with its mode and, of a file, its bytes; that of a link are where it leads."""

BESIDE = frozenset({"build", ".chronicle", ".build.twin"})
"""What a build may leave in the folder of a chronicle."""
SOURCES = ("chronicle.yaml", "events", "registers", "maps", "static", "templates")
_SHOWN = 10


def tree(folder: Path) -> Tree:
    """Return what a folder holds; nothing where it is missing."""
    found: dict[str, tuple[int, bytes | None]] = {}
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place) / name
            found[path.relative_to(folder).as_posix()] = (path.lstat().st_mode, _bytes(path))
    return found


def _bytes(path: Path) -> bytes | None:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    return path.read_bytes() if path.is_file() else None


def difference(is_: Tree, should_be: Tree) -> list[str]:
    """Return a line for each path in which two trees differ, the first few of them."""
    lines = []
    for path in sorted(is_.keys() | should_be.keys()):
        one, other = is_.get(path), should_be.get(path)
        if one == other:
            continue
        if one is None or other is None:
            lines.append(f"{path}: {'missing' if one is None else 'should not be there'}")
        elif one[0] != other[0]:
            lines.append(f"{path}: mode {one[0]:o}, should be {other[0]:o}")
        else:
            lines.append(f"{path}: {_first(one[1] or b'', other[1] or b'')}")
    return lines[:_SHOWN] + ([f"and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else [])


def _first(one: bytes, other: bytes) -> str:
    """Return where two texts differ first, with what stands there."""
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 40)
    return f"at byte {at} {one[start : at + 40]!r}, should be {other[start : at + 40]!r}"


def names(folder: Path) -> frozenset[str]:
    """Return the names in a folder; none where it is missing."""
    return frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()


def inside(folder: Path) -> frozenset[str]:
    """Return every path below a folder; none where it is missing."""
    return frozenset(tree(folder))


def litter(root: Path, kept: Iterable[str], also: Iterable[str] = ()) -> list[str]:
    """Return what lies in a chronicle's folder and is none of its sources, of what a build may leave or of `also`;
    and what lies in `.chronicle` and is not among `kept`, which are the paths that undisturbed builds leave there.
    """
    found = names(root) - BESIDE - {*SOURCES, *also}
    within = inside(root / ".chronicle") - {*kept}
    return sorted(found) + sorted(f".chronicle/{path}" for path in within)


def empty_files(folder: Path) -> frozenset[str]:
    """Return every file of no bytes below a folder."""
    return frozenset(path for path, (_, data) in tree(folder).items() if data == b"")


def copied(root: Path, target: Path) -> Path:
    """Copy the sources of a chronicle, and nothing that a build left; no time of a file is kept."""
    target.mkdir(parents=True)
    for part in SOURCES:
        for path in sorted([root / part, *(root / part).rglob("*")]):
            if path.is_file() or path.is_symlink():
                place = target / path.relative_to(root)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place, follow_symlinks=False)
    return target
