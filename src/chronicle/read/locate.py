"""The line and column of a problem, found by reading its one file again."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from chronicle.problems.problem import Problem
from chronicle.yaml.positions import Place, Positions, positions

_OF_THE_ROOT = frozenset({"wrong-kind", "empty-value"})


def located(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Return the problems in file and line order, each once, with its line, column and source line where its file can
    be read.
    """

    @lru_cache(maxsize=16)
    def places(file: str) -> Positions | None:
        try:
            return positions((root / file).read_bytes())
        except OSError:
            return None

    by_file = sorted(problems, key=lambda problem: problem.file)
    found = dict.fromkeys(_located(problem, places) for problem in by_file)
    return sorted(found, key=lambda problem: problem.place)


def _located(problem: Problem, places_of: Callable[[str], Positions | None]) -> Problem:
    """Return a problem with its place, unless it has one already or stands in no line, as one of a whole file."""
    if problem.line or not (problem.field or problem.code in _OF_THE_ROOT):
        return problem
    places = places_of(problem.file)
    if places is None:
        return problem
    mark = _mark(problem, places)
    return msgspec.structs.replace(
        problem, line=mark.line, column=mark.column, length=mark.length, excerpt=places.line(mark.line)
    )


def _mark(problem: Problem, places: Positions) -> Place:
    """Return what is to be marked; for a key that is missing, the key of the mapping that lacks it."""
    if problem.code == "missing-key":
        return places.key(problem.field[:-1])
    return places.key(problem.field) if problem.on_key else places.value(problem.field)
