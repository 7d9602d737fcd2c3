"""Two sites to publish, one after the other, and how to look at what came of it."""

from pathlib import Path

import pytest

from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest
from chronicle.publish.publish import publish

OLD = {"index.html": b"old", "events/a.html": b"old a", "events/gone.html": b"gone"}
NEW = {"index.html": b"new", "events/a.html": b"old a", "assets/deep/x.css": b"x"}


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds but for the manifest."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != manifest.FILE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def refusal(out: Path, *, force: bool = False) -> Refusal:
    """Return why the new site is not published."""
    with pytest.raises(Refusal) as raised:
        publish(NEW, out, force=force)
    return raised.value


def alone(out: Path) -> bool:
    """Tell whether nothing of ours lies beside a folder."""
    return [path.name for path in out.parent.iterdir()] == [out.name]
