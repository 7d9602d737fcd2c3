"""How a file looked when it was last read, by which it is told without reading that nothing has changed in it."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

SETTLED = 2_000_000_000
"""Nanoseconds after which the times of a file tell every change: file systems count in steps of up to two seconds."""


class Look(NamedTuple):
    """The look of a file: its size in bytes, when its content and its inode last changed (ns), and the inode."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> Self | None:
        """Return the look of what the file system tells of a path, None unless it is a regular file."""
        if not stat.S_ISREG(found.st_mode):
            return None
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)

    def settled(self, before: int) -> bool:
        """Tell whether both times lie two seconds or more before a time (ns since 1970), at which the file was read."""
        return self.modified <= before - SETTLED >= self.changed


def look(path: str | Path) -> Look | None:
    """Return the look of a regular file, None where there is none; a link is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return Look.of(found)


def looks(folder: str | Path) -> Iterator[tuple[str, Look | None]]:
    """Yield all that lies below a folder but folders, by its path from there with /; None for what is no regular file.

    A link to a folder is not entered. Nothing is yielded of a folder that is not there; one that cannot be listed is
    itself yielded, with None.
    """
    for path, found in lying(folder):
        yield path, Look.of(found)


def inodes(folder: str | Path) -> Iterator[tuple[str, int]]:
    """Yield all that lies below a folder but folders, as `looks` does, by the number of its inode, 0 for what cannot
    be told and for folders with nothing in them; nothing is asked of the files themselves.
    """
    for path, entry in _entries(folder, empty=True):
        yield path, entry.inode() if entry else 0


def lying(folder: str | Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield what `looks` does, with all that the file system tells of each; of a link, what it tells of the link."""
    for path, entry in _entries(folder):
        with suppress(FileNotFoundError if entry else OSError):
            yield path, entry.stat(follow_symlinks=False) if entry else os.lstat(f"{os.fspath(folder)}/{path}")


def _entries(folder: str | Path, *, empty: bool = False) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Yield all that lies below a folder but folders; None for a folder that cannot be listed, or is `empty`."""
    ahead = [""]
    for prefix in ahead:
        try:
            entries = os.scandir(f"{os.fspath(folder)}/{prefix}")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            yield prefix.removesuffix("/"), None
            continue
        entry = None
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    ahead.append(f"{prefix}{entry.name}/")
                else:
                    yield prefix + entry.name, entry
        if empty and entry is None and prefix:
            yield prefix.removesuffix("/"), None
