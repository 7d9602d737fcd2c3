"""The publication of a site: complete beside the old one, then in its place."""

import errno
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from chronicle.looks import Look, look
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest as manifests
from chronicle.publish import twin
from chronicle.publish.allow import allow
from chronicle.publish.durable import flush_tree
from chronicle.publish.places import INNER, JOURNAL, Places, folders, places
from chronicle.publish.removal import clear, sentences, told, try_to_remove
from chronicle.publish.singly import HALF_WAY, REMARK, replace_singly
from chronicle.publish.standing import Standing, recover, refuse_strange, standing
from chronicle.publish.swap import put_back, swap
from chronicle.publish.tree import Change, link_what_stays, make_folders, tidy, whole, write_manifest

__all__ = [
    "Published",
    "Standing",
    "abandon",
    "allow",
    "publish",
    "recover",
    "refuse_strange",
    "standing",
    "unwritten",
    "workplace",
]

UNCHANGED = "mend that, or publish elsewhere with --out; what was published has not changed"

_NOT_AS_A_WHOLE = frozenset({errno.EXDEV, errno.EBUSY})


class Published(msgspec.Struct, frozen=True):
    """How a publication went, in a sentence or "", and how every published file but the manifest looks now."""

    remark: str
    looks: dict[str, Look]


def workplace(out: Path) -> Path:
    """Return an empty folder on the file system of `out`, for the new files of a site by their paths in it.

    What a killed run left behind is removed. Raise Refusal where the disk does not take it.
    """
    at = places(out)
    fresh = at.out / INNER if at.out.is_mount() else at.fresh
    try:
        put_back(at)
        clear(at)
        fresh.mkdir(parents=True)
    except OSError as error:
        raise unwritten(error) from error
    return fresh


def abandon(out: Path) -> None:
    """Remove the workplace of a site that will not be published."""
    clear(places(out))


def unwritten(error: OSError, help: str = UNCHANGED, place: Path | None = None) -> Refusal:  # noqa: A002 - of a Refusal
    """Return the refusal of a publication that the disk did not take; `place` is named where the error names none."""
    where = f": {place}" if place and not error.filename else ""
    return Refusal(f"the site could not be written: {told(error)}{where}", help)


def publish(fresh: Path, files: Mapping[str, str], out: Path, *, stands: Standing, durable: bool = False) -> Published:
    """Put a site at `out`, which then holds `files` (path → digest, see `manifest.digest`) and their manifest alone.

    Those that differ from what stands lie in the workplace `fresh`, which is gone afterwards. The site at `out` stays
    whole until the new one is; a failure leaves it as it was. With `durable` the new site survives a power cut from
    when this returns. Raise Refusal where the disk does not take it, ValueError for a file that is nowhere.
    """
    at = places(out)
    try:
        return _published(fresh, files, at, stands, durable)
    except OSError as error:
        raise unwritten(error, _way_out(at), at.out) from error
    finally:
        with suppress(OSError):
            put_back(at)
        clear(at)


def _way_out(at: Places) -> str:
    if (at.out / JOURNAL).exists():
        return HALF_WAY
    return f"the published site stands at {at.old} until the next build" if at.journal.exists() else UNCHANGED


def _published(fresh: Path, files: Mapping[str, str], at: Places, stands: Standing, durable: bool) -> Published:
    changed = tidy(fresh, files, stands.files)
    stays = dict(stands.looks)
    for path in (*changed, *(stays.keys() - files.keys())):
        stays.pop(path, None)
    change = Change(files, changed, stays)
    write_manifest(fresh, files)
    if not durable and not stands.strange and not changed and _as_published(fresh, at.out):
        return Published("", dict(stands.looks))
    if not at.out.is_mount():
        try:
            return _as_a_whole(fresh, at, change, stands, durable)
        except OSError as error:
            if error.errno not in _NOT_AS_A_WHOLE:
                raise
    source = at.next if at.next.is_dir() else fresh
    seen = replace_singly(source, at.out, change, {*stands.looks, *stands.strange}, durable=durable)
    return Published(sentences(REMARK, try_to_remove(at.twin)), seen)


def _as_published(fresh: Path, out: Path) -> bool:
    """Tell whether a site has the manifest already that it is to have."""
    try:
        return (out / manifests.FILE).read_bytes() == (fresh / manifests.FILE).read_bytes()
    except OSError:
        return False


def _as_a_whole(fresh: Path, at: Places, change: Change, stands: Standing, durable: bool) -> Published:
    most = 2 * len(change.changed) > len(change.files)
    linked, left = not most, ""
    if not most and stands.twin:
        seen = twin.bring_forward(at, change, stands.looks)
    else:
        if not most:
            left = try_to_remove(at.twin)
        fresh.rename(at.next)
        make_folders(at.next, change.files)
        linked = link_what_stays(at.out, at.next, change.stays) and not most
        seen = whole(at.next, change, at.out) if change.stays else dict(change.changed)
    if durable:
        # What an earlier publication left to the disk is linked, and may not be there yet.
        flush_tree(at.next, (*change.files, manifests.FILE), (*folders(change.files), ""))
    aside, remark = swap(at, durable=durable)
    if aside is None:
        return Published(sentences(remark, try_to_remove(at.twin)), seen)
    if linked:
        stays, touched = twin.keep(aside, at, change, (*stands.looks, *stands.strange)), change.changed
    else:
        # Only now: to remove so many files can take a disk minutes.
        stays, touched = sentences(try_to_remove(aside), try_to_remove(at.twin)), change.stays
    # A name more or less of a file shows in its look.
    anew = {path: now for path in touched if (now := look(at.out / path))}
    return Published(sentences(remark, left, stays), seen | anew)
