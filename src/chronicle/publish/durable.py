"""What was written is brought to the disk itself, so that it survives a power cut."""

import os
from collections.abc import Iterable
from pathlib import Path


def flush(path: str | Path) -> None:
    """Bring a file, or the names in a folder, to the disk (fsync)."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_tree(root: Path, changed: Iterable[str], folders: Iterable[str]) -> None:
    """Bring the changed files below `root` to the disk, then its folders (paths from there, "" for itself)."""
    for path in changed:
        flush(f"{root}/{path}")
    for folder in folders:
        flush(f"{root}/{folder}")
