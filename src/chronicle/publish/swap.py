"""The new tree takes the place of the published site, and can be put back where that was cut short."""

from pathlib import Path

from chronicle.problems.refusal import Refusal
from chronicle.publish.durable import flush
from chronicle.publish.exchange import exchange
from chronicle.publish.places import Places, nothing
from chronicle.publish.removal import sentences, told, try_to_remove

AWAY = "this file system cannot exchange two folders, so the site was away for a moment"


def swap(at: Places, *, durable: bool) -> tuple[Path | None, str]:
    """Let the tree at `next` take the place of the site; return where the old one stands now, and a remark or "".

    Where nothing stood there is no old one. Raise OSError where it could not; then the site is as it was.
    """
    if at.out.is_symlink():  # an exchange would take the link for the site
        raise Refusal(f"{at.out} is a symbolic link", "name the folder itself as --out")
    if at.next.is_symlink():
        raise Refusal(f"{at.next} became a symbolic link while the site was built", "build once more")
    aside, remark = _swapped(at, durable)
    # The new site stands: from here on there is nothing to fail, only something to say.
    left = try_to_remove(at.journal)
    return aside, sentences(remark, left, _kept(at.out.parent) if durable else "")


def _kept(folder: Path) -> str:
    """Bring the names of a folder to the disk; return a sentence where that fails."""
    try:
        flush(folder)
    except OSError as error:
        return f"the site may not survive a power cut: {told(error)}"
    return ""


def _swapped(at: Places, durable: bool) -> tuple[Path | None, str]:
    if nothing(at.out):
        at.next.rename(at.out)
        return None, ""
    if exchange(at.next, at.out):
        return at.next, ""
    _by_two_renames(at, durable)
    return at.old, AWAY


def _by_two_renames(at: Places, durable: bool) -> None:
    at.journal.write_text(f"{at.out.name} stands at {at.old.name} while it is replaced\n", encoding="utf-8")
    if durable:
        flush(at.out.parent)
    try:
        at.out.rename(at.old)
        at.next.rename(at.out)
    except BaseException:
        put_back(at)
        raise


def put_back(at: Places) -> None:
    """Put a site back that stands aside because its replacement was cut short. Raise OSError where that fails."""
    if not at.journal.is_file():
        return
    if at.old.is_dir() and nothing(at.out):
        at.old.rename(at.out)
    at.journal.unlink()
