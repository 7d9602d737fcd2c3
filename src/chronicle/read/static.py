"""The files that a chronicle publishes as they are."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from chronicle.places import STATIC
from chronicle.problems.problem import Problem
from chronicle.read.filed import Filed
from chronicle.read.folder import is_utf8, no_file, shown, symbolic_link, undecodable, unlisted
from chronicle.records.registers import SourceRecord


def static(root: Path, taken: Collection[str]) -> tuple[dict[str, Path], list[Problem]]:
    """Return every file below static/ by its path in the site.

    A problem stands for each that is a link or no file, each whose path the site has for a file or a folder of its own,
    and each folder that cannot be read.
    """
    inner = {path.rpartition("/")[0] for path in taken} - {""}
    folders = inner.union(*map(_parents, inner))
    found: dict[str, Path] = {}
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            problems.append(unlisted(shown(Path(error.filename), root), error))

    for place, names_of_folders, names in sorted(os.walk(root / STATIC, onerror=closed)):
        links = [name for name in names_of_folders if (Path(place) / name).is_symlink()]
        for name in sorted(names + links):
            file = Path(place) / name
            path = file.relative_to(root / STATIC).as_posix()
            where = shown(file, root)
            if file.is_symlink():
                problems.append(symbolic_link(where))
            elif not is_utf8(file.name):
                problems.append(undecodable(where))
            elif not file.is_file():
                problems.append(no_file(where))
            elif path in taken or path in folders or not _parents(path).isdisjoint(taken):
                message = f"the site has something of its own at {path}"
                problems.append(Problem(code="taken-path", message=message, file=where))
            else:
                found[path] = file
    return found, problems


def _parents(path: str) -> set[str]:
    """Return every folder that a path lies in."""
    parts = path.split("/")
    return {"/".join(parts[:number]) for number in range(1, len(parts))}


def missing(root: Path, sources: Iterable[Filed[SourceRecord]]) -> Iterator[Problem]:
    """Yield an error for each source whose file is not there."""
    for filed in sources:
        file = filed.record.file
        if file and not (root / STATIC / file).is_file():
            yield Problem(
                code="missing-file",
                message=f"there is no {STATIC}/{file}",
                help=f"put the file at {STATIC}/{file}, or remove the key",
                file=filed.file,
                field=filed.place("file"),
            )
