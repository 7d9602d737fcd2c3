"""The files of a chronicle's folders, in one order on every machine."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath

from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Problem
from chronicle.schema.languages import slug

_PLAIN = frozenset({"README.md", "README.txt", "README"})
_YAML = ".yaml"


def files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Return the YAML files below `root/folder` as sorted paths relative to `root`, with a problem for what else lies
    there.

    Hidden files and READMEs are passed over; symbolic links are refused, so that nothing from outside is read.
    """
    found: list[str] = []
    problems: list[Problem] = []
    if (root / folder).is_symlink():
        return [], [symbolic_link(folder)]
    for entry, path in _walk(root, folder, problems):
        name = path if path.isascii() else shown(root / path, root)
        fault = _refused(entry, name)
        if fault is None:
            found.append(name)
        elif fault.code != "stray-file" or entry.name not in _PLAIN:
            problems.append(fault)
    return found, problems


def strangers(root: Path, folder: str, known: Collection[str]) -> list[Problem]:
    """Return a problem for each file and folder directly in `root/folder` that is none of the `known` names, with
    .yaml or without.
    """
    if not (root / folder).is_dir() or (root / folder).is_symlink():
        return []
    problems: list[Problem] = []
    for path in sorted((root / folder).iterdir()):
        stem = path.name.removesuffix(_YAML)
        if path.name.startswith(".") or path.name in _PLAIN or stem in known:
            continue
        near = nearest(stem.removesuffix(".yml"), known)
        way_out = f"rename it to {near}{'' if path.is_dir() else _YAML}" if near else f"known: {', '.join(known)}"
        problems.append(_stray(shown(path, root), f"{path.name} is not one of the {folder}", way_out))
    return problems


def symbolic_link(name: str) -> Problem:
    """Return the problem of a link in the place of a file or folder."""
    return Problem(code="symbolic-link", message="this is a symbolic link", file=name)


def shown(path: Path, root: Path) -> str:
    """Return a path as a chronicle names its files: relative to `root`, with /, in UTF-8 whatever its bytes are."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")


def _walk(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple["os.DirEntry[str]", str]]:
    """Yield every file and link below a folder that is not hidden, in the order of paths, each with its path below
    `root`; a folder that is a link is not entered.
    """
    try:
        with os.scandir(os.path.join(root, folder)) as entries:  # noqa: PTH118 - a Path a file takes as long as reading it
            names = sorted((entry.name, entry) for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            problems.append(unlisted(shown(root / folder, root), error))
        return
    for name, entry in names:
        path = f"{folder}/{name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, problems)
        else:
            yield entry, path


def _refused(entry: "os.DirEntry[str]", name: str) -> Problem | None:
    """Return why a path is not read, or None where it is a YAML file."""
    if entry.is_symlink():
        return symbolic_link(name)
    if not entry.is_file(follow_symlinks=False):
        return no_file(name)
    if entry.name.endswith(_YAML):
        return None if is_utf8(entry.name) else undecodable(name)
    path = PurePath(entry.name)
    is_yaml = path.suffix.lower() in (".yml", _YAML)
    way_out = f"rename it to {slug(path.stem) or path.stem}{_YAML}" if is_yaml else ""
    return _stray(name, f"{path.name} is not read", way_out)


def no_file(name: str) -> Problem:
    """Return the problem of what is neither a file nor a folder, as a pipe, which would be waited for."""
    return _stray(name, f"{PurePath(name).name} is no file", "remove it")


def unlisted(name: str, error: OSError) -> Problem:
    """Return the problem of a folder that cannot be read."""
    return Problem(code="unreadable-file", message=f"this folder cannot be read: {error.strerror}", file=name)


def _stray(name: str, message: str, way_out: str) -> Problem:
    return Problem(code="stray-file", message=message, help=way_out, file=name)


def is_utf8(name: str) -> bool:
    """Tell whether the name of a file is text."""
    return name.isascii() or not any("\udc80" <= character <= "\udcff" for character in name)


def undecodable(name: str) -> Problem:
    """Return the problem of a file whose name is no text."""
    return Problem(code="file-name", message="the name of this file is not UTF-8", help="rename it", file=name)
