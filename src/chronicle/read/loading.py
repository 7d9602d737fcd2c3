"""The loading of one file: its bytes, and the tree of text in them."""

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from chronicle.problems.problem import Problem
from chronicle.yaml import tree as yaml
from chronicle.yaml.tree import Node

# More than nearly every record has. To ask for the limit itself, for each file, would cost more than to read it.
_USUAL = 16_384


def load(root: Path, file: str, limit: int) -> tuple[Node | None, list[Problem]]:
    """Return the tree of `root/file`, None where there is none, and the problems of its YAML; a file of more than
    `limit` bytes is not read to its end.
    """
    return parsed(file, content(root, file, limit), limit)


def content(root: Path, file: str, limit: int) -> bytes | Problem:
    """Return the bytes of `root/file`, or why it cannot be read; of one of more than `limit` bytes, one byte more."""
    try:
        # A file object takes half as long as to read the file.
        opened = os.open(f"{root}/{file}", os.O_RDONLY | os.O_CLOEXEC)
        try:
            data = os.read(opened, min(_USUAL, limit + 1))
            while _USUAL <= len(data) <= limit and (more := os.read(opened, limit + 1 - len(data))):
                data += more
        finally:
            os.close(opened)
    except OSError as error:
        return Problem(code="unreadable-file", message=f"this file cannot be read: {error.strerror}", file=file)
    return data


def parsed(file: str, data: bytes | Problem, limit: int) -> tuple[Node | None, list[Problem]]:
    """Return of the `content` of a file what `load` does."""
    if isinstance(data, Problem):
        return None, [data]
    node, problems = yaml.read(data, limit)
    return node, in_file(problems, file)


def in_file(problems: Iterable[Problem], file: str) -> list[Problem]:
    """Return the problems with the file that they stand in."""
    return [replace(problem, file=file) for problem in problems]
