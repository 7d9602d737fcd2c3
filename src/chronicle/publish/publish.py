"""The publication of a site: complete beside the old one, then in its place."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest as manifests
from chronicle.publish.exchange import exchange
from chronicle.publish.turn import turn

_SHOWN = 5


def publish(files: Mapping[str, bytes], out: Path, *, force: bool = False) -> str:
    """Put `files` (path from the site's root → bytes) at `out`, which then holds nothing else.

    The site at `out` stays whole until the new one is; a failure leaves it as it was. Return a sentence where
    something is to be said of how it went, else "". Raise Refusal where `out` is not ours to replace, or the disk
    does not take the files.
    """
    allow(out, force=force)
    out = _whole(out)
    staged = _beside(out, "next")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with turn(staged.parent):
            _remove(staged)
            _remove(_beside(out, "old"))
            _write(files, staged)
            return _take_place(staged, out)
    except OSError as error:
        _try_to_remove(staged)
        raise Refusal(f"the site could not be written: {_told(error)}", "the published site is unchanged") from error


def allow(out: Path, *, force: bool = False) -> None:
    """Raise Refusal unless `out` is free, empty or a folder that we published and nobody changed since (or `force`).

    A site that a killed run had moved aside is first put back.
    """
    try:
        if not _whole(out).name:
            raise Refusal(f"{out} is the root of a disk", "choose another --out")
        if out.is_symlink():
            raise Refusal(f"{out} is a symbolic link", "name the folder itself as --out")
        old = _beside(_whole(out), "old")
        if not out.exists() and manifests.read(old):
            old.rename(out)
        _allow(out, force)
    except OSError as error:
        raise Refusal(f"{out} cannot be read: {_told(error)}", "choose another --out") from error


def _allow(out: Path, force: bool) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise Refusal(f"{out} is not a folder", "choose another --out")
    if not any(out.iterdir()):
        return
    known = manifests.read(out)
    if known is None:
        raise Refusal(
            f"{out} holds files that this program did not publish",
            "choose an empty folder as --out, or empty it",
        )
    strange = list(manifests.strangers(out, known))
    if strange and not force:
        named = ", ".join(strange[:_SHOWN]) + (f" and {len(strange) - _SHOWN} more" if len(strange) > _SHOWN else "")
        raise Refusal(
            f"{out} was changed since it was published: {named}",
            "move files of your own to static/, or publish with --force to replace them",
        )


def _whole(out: Path) -> Path:
    """Return a path from the root, without the "." and ".." under which a folder cannot be renamed."""
    return Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow links


def _beside(out: Path, name: str) -> Path:
    return out.with_name(f".{out.name}.{name}")


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir()
    made: set[Path] = {folder}
    for path, data in files.items():
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(data)
    (folder / manifests.FILE).write_bytes(manifests.manifest(files))


def _take_place(staged: Path, out: Path) -> str:
    """Let the staged site take the place of the one at `out`, and remove that one."""
    if not out.exists():
        staged.rename(out)
        return ""
    if exchange(staged, out):
        return _try_to_remove(staged)
    old = _beside(out, "old")
    out.rename(old)
    try:
        staged.rename(out)
    except OSError:
        old.rename(out)
        raise
    return _try_to_remove(old) or "this file system cannot exchange two folders, so the site was away for a moment"


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _try_to_remove(folder: Path) -> str:
    """Remove a folder that nobody needs; return a sentence where it stays."""
    try:
        _remove(folder)
    except OSError as error:
        return f"{folder} could not be removed: {_told(error)}"
    return ""


def _told(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{reason}: {error.filename}" if error.filename else reason
