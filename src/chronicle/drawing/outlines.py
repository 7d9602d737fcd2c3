"""Outlines in an image's whole units: shared borders once, without what lies on the image's edge."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]
Outline: TypeAlias = tuple[Point, ...]
Segment: TypeAlias = tuple[Point, Point]
"""A stretch between two neighbouring points, the lesser first."""


def segments(outlines: Iterable[Outline], width: int, height: int) -> Counter[Segment]:
    """Count how many outlines pass along each stretch, leaving out those along the edge of the image."""
    counted: Counter[Segment] = Counter()
    for outline in outlines:
        for one, other in pairwise(outline):
            if one != other and not _on_edge(one, other, width, height):
                counted[(one, other) if one < other else (other, one)] += 1
    return counted


def chains(stretches: Iterable[Segment]) -> list[Outline]:
    """Join stretches to lines that are as long as they can be without passing a fork, in a fixed order."""
    neighbours: defaultdict[Point, set[Point]] = defaultdict(set)
    for one, other in stretches:
        neighbours[one].add(other)
        neighbours[other].add(one)
    ends = sorted(point for point, around in neighbours.items() if len(around) != 2)
    found: list[Outline] = []
    for start in [*ends, *sorted(neighbours)]:
        while neighbours[start]:
            found.append(_walk(start, neighbours, frozenset(ends)))
    return found


def path(outlines: Iterable[Outline], *, closed: bool = False) -> str:
    """Return SVG path data in relative whole units; `closed` is for outlines that return to their start."""
    end = "z" if closed else ""
    return "".join(_subpath(outline) + end for outline in outlines if len(set(outline)) > 1)


def _on_edge(one: Point, other: Point, width: int, height: int) -> bool:
    return (one[0] == other[0] and one[0] in {0, width}) or (one[1] == other[1] and one[1] in {0, height})


def _walk(start: Point, neighbours: dict[Point, set[Point]], ends: frozenset[Point]) -> Outline:
    line = [start]
    while neighbours[line[-1]] and (len(line) == 1 or line[-1] not in ends):
        step = min(neighbours[line[-1]])
        neighbours[line[-1]].discard(step)
        neighbours[step].discard(line[-1])
        line.append(step)
    return tuple(line)


def _subpath(outline: Outline) -> str:
    steps = ((other[0] - one[0], other[1] - one[1]) for one, other in pairwise(outline) if one != other)
    moves = "".join(f"{_apart(x)}{_apart(y)}" for x, y in steps)
    return f"M{outline[0][0]} {outline[0][1]}l{moves.lstrip()}"


def _apart(number: int) -> str:
    return f"{number}" if number < 0 else f" {number}"
