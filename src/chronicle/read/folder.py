"""The files of a chronicle's folders, in one order on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from chronicle.problems.problem import Problem

_PLAIN = frozenset({"README.md", "README.txt", "README"})


def files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Return the YAML files below `root/folder` as sorted paths relative to `root`, with a problem for what else lies
    there.

    Hidden files and READMEs are passed over; symbolic links are refused, so that nothing from outside is read.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for path in sorted(_walk(root / folder)):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            problems.append(Problem(code="symbolic-link", message="this is a symbolic link", file=name))
        elif path.suffix == ".yaml":
            found.append(name)
        elif path.name not in _PLAIN:
            help_ = f"rename it to {path.stem}.yaml" if path.suffix.lower() in (".yml", ".yaml") else ""
            problems.append(Problem(code="stray-file", message=f"{path.name} is not read", help=help_, file=name))
    return found, problems


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file and link below a folder that is not hidden; a folder that is a link is not entered."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        yield from (Path(place) / name for name in links + names if not name.startswith("."))
