"""The files that a chronicle publishes as they are."""

import os
from collections.abc import Collection
from pathlib import Path

from chronicle.problems.problem import Problem

FOLDER = "static"


def static(root: Path, taken: Collection[str]) -> tuple[dict[str, bytes], list[Problem]]:
    """Return every file below static/ by its path in the site, with a problem for each that is a link or takes a
    page's path.
    """
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for place, folders, names in sorted(os.walk(root / FOLDER)):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted(names + links):
            file = Path(place) / name
            path = file.relative_to(root / FOLDER).as_posix()
            where = file.relative_to(root).as_posix()
            if file.is_symlink():
                problems.append(Problem(code="symbolic-link", message="this is a symbolic link", file=where))
            elif path in taken:
                problems.append(
                    Problem(
                        code="taken-path",
                        message=f"the site has a page or file {path} of its own",
                        file=where,
                    )
                )
            else:
                found[path] = file.read_bytes()
    return found, problems
