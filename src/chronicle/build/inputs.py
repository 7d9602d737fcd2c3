"""The files that a site is made of: how they look, and which of them changed."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from chronicle.build.fingerprints import digest
from chronicle.looks import Look, look, looks
from chronicle.places import EVENTS, REGISTERS, SETTINGS, STATIC, TEMPLATES

_FOLDERS = (EVENTS, REGISTERS, TEMPLATES, STATIC)


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """A file as a build took it in: its look before it was read, and the digest of its content, empty as long as it is
    not read.
    """

    look: Look
    digest: bytes = b""


class Inputs(msgspec.Struct, frozen=True):
    """The files of a chronicle by path, with those that are new, changed or gone since the build before.

    A link, or what cannot be read, is `odd`: it is in none of `files`, and counts as changed. What is new among the
    events is not read yet.
    """

    files: dict[str, Seen]
    changed: frozenset[str]
    odd: frozenset[str] = frozenset()


def taken(root: Path) -> dict[str, Look | None]:
    """Return the look of every file that the site of a chronicle is made of, by its path from `root`, but of those that
    its settings name (`taken_further`). What is no regular file has no look (None).
    """
    found = {f"{folder}/{_named(path)}": seen for folder in _FOLDERS for path, seen in looks(root / folder)}
    # A folder that is a link is entered nowhere, so it stands for all that is behind it.
    links = (folder for folder in _FOLDERS if (root / folder).is_symlink())
    return found | taken_further(root, (SETTINGS, *links))


def taken_further(root: Path, paths: Iterable[str]) -> dict[str, Look | None]:
    """Return the look of single files by their paths from `root`, as `taken` does."""
    return {path: look(root / path) for path in paths}


def _named(path: str) -> str:
    """Return a path as text that can be kept; what is not UTF-8 becomes the name of no file, so it always changed."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "backslashreplace")


def fingerprint(looked: Mapping[str, Look | None]) -> bytes:
    """Return one digest of how all files look."""
    try:
        content = msgspec.msgpack.encode(looked, order="deterministic")
    except UnicodeEncodeError:
        named = {os.fsencode(path): seen for path, seen in looked.items()}
        content = msgspec.msgpack.encode(named, order="deterministic")
    return digest(content)


def settled(looked: Mapping[str, Look | None], before: int) -> bool:
    """Tell whether no file can have changed unseen since a time (ns since 1970) at which all were looked at."""
    return all(each is not None and each.settled(before) for each in looked.values())


def compare(
    root: Path, looked: Mapping[str, Look | None], past: Mapping[str, Seen], since: int, unkept: Iterable[str] = ()
) -> Inputs:
    """Return what changed against the `past`, whose looks were taken at the time `since`.

    A file that looks as it did then, settled, is not read; of every other one the content decides. What was `unkept`
    changed in any case, also where it is gone.
    """
    files: dict[str, Seen] = {}
    odd: set[str] = set()
    changed = {*(past.keys() - looked.keys()), *unkept}
    for path, now in looked.items():
        before = past.get(path)
        if before and now == before.look and now.settled(since):
            files[path] = before
            continue
        if now and before is None and path.startswith(f"{EVENTS}/"):
            # It counts as new whatever it holds, so who reads the record can take the digest: it is read once.
            files[path] = Seen(now)
            changed.add(path)
            continue
        content = _digest(f"{root}/{path}") if now else None
        if now and content:
            files[path] = Seen(now, content)
        else:
            odd.add(path)
        if content is None or before is None or before.digest != content:
            changed.add(path)
    return Inputs(files, frozenset(changed), frozenset(odd))


def kept(root: Path, inputs: Inputs, digests: Mapping[str, bytes]) -> dict[str, Seen]:
    """Return the files that the next build need not take in again: all but what changed since it was looked at.

    `digests` are those of the events that were read in this build, of the very bytes that it is made of.
    """
    found = dict(inputs.files)
    for path in inputs.changed & found.keys():
        seen = found.pop(path)
        if as_read := digests.get(path):
            # If it changed since, it looks otherwise, and the next build reads it.
            found[path] = Seen(seen.look, as_read)
            continue
        # What lies among the events and is none of them makes nothing, and nobody has read it.
        content = seen.digest or _digest(f"{root}/{path}")
        if content and look(f"{root}/{path}") == seen.look:
            found[path] = Seen(seen.look, content)
    return found


def _digest(path: str) -> bytes | None:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each file takes longer than to read it
            return digest(file.read())
    except OSError:
        return None
