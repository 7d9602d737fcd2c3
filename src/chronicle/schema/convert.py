"""From a tree of text to a record: all that could be read of it, with every fault found on the way."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

import msgspec

from chronicle.problems.problem import Field, Problem
from chronicle.schema.kinds import Written
from chronicle.schema.walk import Finding, walk
from chronicle.yaml.tree import Node

W = TypeVar("W", bound=Written)


def convert(
    schema: type[W], tree: Node, field: Field = (), stand_ins: Mapping[str, Node] | None = None
) -> tuple[W | None, list[Problem]]:
    """Return the record that `tree` holds, with a problem for every fault; `field` is where the tree stands.

    Faulty values are left out, so that what can be read is checked further; a required key that is then missing takes
    its value from `stand_ins`, and without one the record is None.
    """
    findings = walk(schema, tree)
    problems = [_problem(finding, field) for finding in findings]
    if findings:
        tree = _pruned(tree, findings, stand_ins or {})
    try:
        return msgspec.convert(tree, schema), problems
    except msgspec.ValidationError:
        if problems:
            return None, problems
        raise  # the walk and the schema disagree, which is a fault of ours and must be seen


def _problem(finding: Finding, field: Field) -> Problem:
    return Problem(
        code=finding.code,
        message=finding.message,
        help=finding.help,
        field=field + finding.field,
        on_key=finding.on_key,
    )


def _pruned(tree: Node, findings: list[Finding], stand_ins: Mapping[str, Node]) -> Node:
    """Return the tree without its faulty values; inside a list the whole item goes."""
    tree = deepcopy(tree)
    for finding in findings:
        _remove(tree, finding)
    tree = _without_gaps(tree)
    if isinstance(tree, dict):
        tree = {**stand_ins, **{key: value for key, value in tree.items() if value not in ([], {})}}
    return tree


_GAP: Any = object()


def left_out(field: Field) -> Field:
    """Return what is left out for a fault at `field`: the innermost list item around it, else the top-level key."""
    indices = [place for place, part in enumerate(field) if isinstance(part, int)]
    return field[: indices[-1] + 1] if indices else field[:1]


def _remove(tree: Any, finding: Finding) -> None:
    if finding.code == "missing-key" and not finding.field:
        return
    way: tuple[Any, ...] = left_out(finding.field)
    for part in way[:-1]:
        if tree is _GAP or (isinstance(tree, dict) and part not in tree):
            return
        tree = tree[part]
    if not way or tree is _GAP:
        return
    if isinstance(tree, dict):
        tree.pop(way[-1], None)
    elif isinstance(tree, list):
        tree[way[-1]] = _GAP


def _without_gaps(tree: Any) -> Any:
    if isinstance(tree, list):
        return [_without_gaps(item) for item in tree if item is not _GAP]
    if isinstance(tree, dict):
        return {key: _without_gaps(value) for key, value in tree.items()}
    return tree
