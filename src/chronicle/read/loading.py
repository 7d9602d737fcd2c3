"""The loading of one file: its bytes, and the tree of text in them."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from chronicle.problems.problem import Problem
from chronicle.yaml import tree as yaml
from chronicle.yaml.tree import Node


def load(root: Path, file: str, limit: int) -> tuple[Node | None, list[Problem]]:
    """Return the tree of `root/file`, None where there is none, and the problems of its YAML; a file of more than
    `limit` bytes is not read to its end.
    """
    try:
        with (root / file).open("rb") as opened:
            data = opened.read(limit + 1)
    except OSError as error:
        return None, [Problem(code="unreadable-file", message=f"this file cannot be read: {error.strerror}", file=file)]
    node, problems = yaml.read(data, limit)
    return node, in_file(problems, file)


def in_file(problems: Iterable[Problem], file: str) -> list[Problem]:
    """Return the problems with the file that they stand in."""
    return [replace(problem, file=file) for problem in problems]
