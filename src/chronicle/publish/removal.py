"""What nobody needs any more is removed, and said where it stays."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from chronicle.publish.places import INNER, Places, folders


def remove(path: Path) -> None:
    """Remove a file, a link or a folder with all that is in it; no link is followed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()


def try_to_remove(path: Path) -> str:
    """Remove a path that nobody needs; return a sentence where it stays."""
    try:
        remove(path)
    except OSError as error:
        return f"{path} could not be removed: {told(error)}"
    return ""


def clear(at: Places) -> str:
    """Remove what an unfinished publication left; return a sentence where something stays.

    A site that still stands aside is the only one there is, and is kept.
    """
    left = [at.fresh, at.next, at.out / INNER]
    if not at.journal.exists():
        left.append(at.old)
    return sentences(*map(try_to_remove, left))


def prune(root: Path, paths: Iterable[str]) -> None:
    """Remove the folders above removed files (paths from `root`) that are empty now, `root` not among them."""
    for folder in reversed(folders(paths)):
        with suppress(OSError):
            os.rmdir(f"{root}/{folder}")  # noqa: PTH106 - paths of a site are plain texts


def told(error: OSError) -> str:
    """Return the reason of an error of the disk with the path that it concerns, in words."""
    reason = error.strerror or str(error)
    return f"{reason}: {error.filename}" if error.filename else reason


def sentences(*told: str) -> str:
    """Return what there is to say in one line; "" is nothing to say."""
    return "; ".join(filter(None, told))
