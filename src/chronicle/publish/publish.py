"""The publication of a site: complete beside the old one, then in its place."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest as manifests
from chronicle.publish.exchange import exchange

_SHOWN = 5


def publish(files: Mapping[str, bytes], out: Path, *, force: bool = False) -> str:
    """Put `files` (path from the site's root → bytes) at `out`, which then holds nothing else.

    The site at `out` stays whole until the new one is; a failure leaves it as it was. Return a sentence where the
    exchange could not be made in one step, else "". Raise Refusal where `out` is not ours to replace, or the disk
    does not take the files.
    """
    allow(out, force=force)
    staged = out.with_name(f".{out.name}.next")
    try:
        _remove(staged)
        _write(files, staged)
        return _take_place(staged, out)
    except OSError as error:
        _remove(staged)
        reason = error.strerror or str(error)
        raise Refusal(
            f"the site could not be written: {reason}: {error.filename or staged}",
            "the published site is unchanged",
        ) from error


def allow(out: Path, *, force: bool = False) -> None:
    """Raise Refusal unless `out` is free, empty or a folder that we published and nobody changed since (or `force`)."""
    if out.is_symlink():
        raise Refusal(f"{out} is a symbolic link", "name the folder itself as --out")
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


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True)
    made: set[Path] = {folder}
    for path, data in files.items():
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(data)
    (folder / manifests.FILE).write_bytes(manifests.manifest(files))


def _take_place(staged: Path, out: Path) -> str:
    if not out.exists():
        staged.rename(out)
        return ""
    if exchange(staged, out):
        _remove(staged)
        return ""
    old = out.with_name(f".{out.name}.old")
    _remove(old)
    out.rename(old)
    try:
        staged.rename(out)
    except OSError:
        old.rename(out)
        raise
    _remove(old)
    return "this file system cannot exchange two folders at once, so the site was away for a moment"


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
