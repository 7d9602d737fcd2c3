"""The slow look at a text that something is wrong with."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from chronicle.problems.problem import Problem
from chronicle.yaml.events import Visit, Walk
from chronicle.yaml.refusals import refused
from chronicle.yaml.source import Finding, Source
from chronicle.yaml.syntax.explain import explain
from chronicle.yaml.syntax.failure import Failure
from chronicle.yaml.traps import characters, commas, comments, dashes, tabs

_MENDS = 20
"""How many faults of syntax in a file are mended for the sake of what stands below them."""


class Inspection(NamedTuple):
    """The text as it is best read, and all that is wrong with it, in its order."""

    source: Source
    problems: tuple[Problem, ...]


def inspect(written: str) -> Inspection:
    """Find all problems of a text.

    After a fault of syntax reading goes on with the line as its help would have it. Where there is no such help,
    or it leads nowhere, the faults below are found in another run; forbidden characters are found in any case.
    """
    source = Source(written)
    problems = [source.problem(finding) for finding in characters.forbidden(source, written)]
    source, visits, found, stop = _mended(source)
    traps = [finding for finding in _traps(source, visits) if finding.start < stop]
    findings = [*refused(source, visits), *traps]
    problems += [*found, *(source.problem(finding) for finding in findings)]
    source = source.mended(edit for finding in findings for edit in finding.edits)
    return Inspection(source, tuple(sorted(problems, key=lambda problem: problem.place)))


def _traps(source: Source, visits: Sequence[Visit]) -> Iterator[Finding]:
    yield from commas.split_values(source, visits)
    yield from commas.arabic(source, visits)
    yield from comments.cut_texts(source, visits)
    yield from dashes.run_together(source, visits)
    yield from tabs.in_prose(source, visits)
    yield from characters.escaped(visits)
    yield from characters.spaces_in_keys(source, visits)


class _Mended(NamedTuple):
    """A source that can be read as far as possible, the nodes in it, and the faults of syntax met on the way."""

    source: Source
    visits: list[Visit]
    problems: list[Problem]
    stop: int
    """The index of the line with the fault that no edit mends; beyond the text if there is none."""


def _mended(source: Source) -> _Mended:
    problems: list[Problem] = []
    reached = (0, 0)
    while True:
        visits, failure = _read(source)
        if failure is None:
            return _Mended(source, visits, problems, len(source.text) + 1)
        finding = explain(failure)
        problem = source.problem(finding)
        place = (problem.line, problem.column)
        if place > reached:
            problems.append(problem)
        if place <= reached or not finding.edits or len(problems) > _MENDS:
            return _Mended(source, visits, problems, source.line_at(finding.start).start)
        reached = place
        source = source.mended(finding.edits)


def _read(source: Source) -> tuple[list[Visit], Failure | None]:
    """Return all nodes up to the fault of syntax, and the fault, if there is one."""
    walk = Walk(source.text)
    try:
        walk.go()
    except yaml.MarkedYAMLError as error:
        return walk.visits, _failure(source, error, walk)
    return walk.visits, None


def _failure(source: Source, error: yaml.MarkedYAMLError, walk: Walk) -> Failure:
    mark, opened = error.problem_mark, error.context_mark
    texts = (visit for visit in reversed(walk.visits) if isinstance(visit.event, yaml.ScalarEvent))
    return Failure(
        source,
        f"{error.context or ''}; {error.problem or ''}",
        mark.index if mark else 0,
        opened.index if opened else -1,
        next(texts, None),
        next((collection.visit.start for collection in walk.open if collection.is_flow), -1),
    )
