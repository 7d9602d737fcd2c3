"""What stands published: which files are as they were put there, and which are not."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from chronicle.looks import Look, looks
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest as manifests
from chronicle.publish import twin
from chronicle.publish.places import INNER, JOURNAL, places
from chronicle.publish.removal import told
from chronicle.publish.swap import put_back

_SHOWN = 5


class Standing(msgspec.Struct, frozen=True):
    """A published site as it is found.

    files: the digest of every file that is as it was published, by path.
    looks: how each of those looks now.
    strange: the paths there that the manifest does not know, that differ from it or are links; in order.
    twin: whether there is a twin of it beside it, with the very same files (`twin.py`).
    """

    files: dict[str, str] = {}
    looks: dict[str, Look] = {}
    strange: tuple[str, ...] = ()
    twin: bool = False


def standing(out: Path, seen: Mapping[str, Look], since: int) -> Standing:
    """Return what stands at `out`; nothing where there is nothing.

    A file that looks as it was `seen` at the time `since` (ns since 1970), settled then, is taken for what the manifest
    says; every other one is read. A file that is missing is in no part of the answer. A site that a killed run had
    moved aside is first put back: nobody else may be publishing meanwhile (`turn`). Raise Refusal where that fails.
    """
    recover(out)
    known = _known(out)
    under_way = manifests.read(out, JOURNAL)
    trusted = seen if under_way is None else {}
    files: dict[str, str] = {}
    found: dict[str, Look] = {}
    strange: list[str] = []
    for path, now in looks(out):
        ours = known.get(path)
        before = trusted.get(path)
        if ours is not None and before is not None and now == before and before.settled(since):
            files[path], found[path] = ours, before
        elif now is None or not _own(path):
            known_as = [each for each in (ours, under_way.files.get(path) if under_way else None) if each]
            digest = _digest(out, path, known_as) if now is not None else ""
            if now is None or not digest:
                strange.append(path)
            else:
                files[path], found[path] = digest, now
    return Standing(files, found, tuple(sorted(strange)), twin.usable(places(out), found))


def recover(out: Path) -> None:
    """Put a site back that a killed run had moved aside; raise Refusal where that fails."""
    try:
        put_back(places(out))
    except OSError as error:
        raise Refusal(f"{out} could not be put back: {told(error)}", "move it there from beside it") from error


def refuse_strange(out: Path, stands: Standing) -> None:
    """Raise Refusal where something stands at `out` that was not published or was changed since."""
    strange = stands.strange
    if strange:
        named = ", ".join(strange[:_SHOWN]) + (f" and {len(strange) - _SHOWN} more" if len(strange) > _SHOWN else "")
        raise Refusal(
            f"{out} was changed since it was published: {named}",
            "move files of your own to static/, or publish with --force to replace them",
        )


def _known(out: Path) -> dict[str, str]:
    found = manifests.read(out)
    return found.files if found else {}


def _own(path: str) -> bool:
    """Tell whether a path belongs to the publication itself."""
    return path in (manifests.FILE, JOURNAL) or path.startswith(f"{INNER}/")


def _digest(out: Path, path: str, known_as: Iterable[str]) -> str:
    """Return the first of some digests that is that of a file, "" where none is or the file cannot be read."""
    try:
        with open(f"{out}/{path}", "rb") as file:  # noqa: PTH123 - a Path for each of 50,000 files is slow
            content = file.read()
    except OSError:
        return ""
    return next((each for each in known_as if manifests.is_of(each, content)), "")
