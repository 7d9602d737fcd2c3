"""The line and column of a problem, found by reading its one file again."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from chronicle.problems.problem import Problem
from chronicle.yaml.positions import Positions, positions


def located(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Return the problems in file and line order, each with its line, column and source line where its file can be
    read.
    """

    @lru_cache(maxsize=16)
    def places(file: str) -> Positions | None:
        try:
            return positions((root / file).read_bytes())
        except OSError:
            return None

    by_file = sorted(problems, key=lambda problem: problem.file)
    return sorted((_located(problem, places(problem.file)) for problem in by_file), key=lambda problem: problem.place)


def _located(problem: Problem, places: Positions | None) -> Problem:
    if problem.line or places is None or not problem.field:
        return problem
    mark = places.key(problem.field) if problem.on_key else places.value(problem.field)
    return msgspec.structs.replace(
        problem, line=mark.line, column=mark.column, length=mark.length, excerpt=places.line(mark.line)
    )
