"""From a tree of text to a record: all that could be read of it, with every fault found on the way."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from chronicle.problems.problem import Field, Problem
from chronicle.schema.faultless import Doubt, faultless
from chronicle.schema.findings import Finding
from chronicle.schema.kinds import Written
from chronicle.schema.walk import walk
from chronicle.yaml.tree import Node

W = TypeVar("W", bound=Written)


class Conversion(NamedTuple, Generic[W]):
    """A record, None where nothing of it can be read; a problem for every fault; and the fields that it lacks for them.

    `lost` are fields as they are written, of values and list items that are left out of the record, and of the keys
    that misspelt ones are taken for.
    """

    record: W | None
    problems: list[Problem]
    lost: tuple[Field, ...]


def convert(
    schema: type[W], tree: Node, field: Field = (), stand_ins: Mapping[str, Node] | None = None
) -> Conversion[W]:
    """Return the record that `tree` holds, which stands at `field` of its file.

    The smallest part around a fault is left out, so that what can be read is checked further; a required key that is
    then missing takes its value from `stand_ins`, and without one the record is None. Spaces around a text do not
    count.
    """
    try:
        return Conversion(msgspec.convert(faultless(schema, tree), schema), [], ())
    except Doubt:
        found = walk(schema, tree)
    tree = _stripped(tree)
    if not found:
        return Conversion(msgspec.convert(tree, schema), [], ())
    problems = [_problem(finding, field) for finding in found]
    lost = [finding.lost or finding.field[:1] for finding in found]
    tree = _pruned(tree, lost, stand_ins or {})
    lost += ((*finding.field[:-1], finding.meant) for finding in found if finding.meant)
    try:
        record = msgspec.convert(tree, schema)
    except msgspec.ValidationError:
        return Conversion(None, problems, ((),))
    return Conversion(record, problems, tuple(dict.fromkeys(lost)))


def _problem(finding: Finding, field: Field) -> Problem:
    return Problem(
        code=finding.code,
        message=finding.message,
        help=finding.help,
        field=field + finding.field,
        on_key=finding.on_key,
    )


def _stripped(node: Node) -> Node:
    """Return a tree with no text that begins or ends with a space; a new one, which may be changed."""
    if isinstance(node, str):
        return node.strip()
    if isinstance(node, list):
        return [_stripped(each) for each in node]
    return {key: _stripped(value) for key, value in node.items()}


_GAP: Any = object()


def _pruned(tree: Any, lost: list[Field], stand_ins: Mapping[str, Node]) -> Node:
    """Return the tree without what is lost, and without what is empty for it, which is added to `lost`."""
    if () in lost:
        return dict(stand_ins)
    for field in tuple(lost):
        _remove(tree, field)
    return {**stand_ins, **_without_gaps(tree, (), lost)}


def _remove(tree: Any, field: Field) -> None:
    """Leave a gap in the tree at `field`, unless it, or something around it, is gone already."""
    for part in field[:-1]:
        if tree is _GAP or (isinstance(tree, dict) and part not in tree):
            return
        tree = tree[part]
    if tree is not _GAP and (not isinstance(tree, dict) or field[-1] in tree):
        tree[field[-1]] = _GAP


def _without_gaps(tree: Any, field: Field, lost: list[Field]) -> Any:
    if not isinstance(tree, dict | list):
        return tree
    kept: list[tuple[str | int, Any]] = []
    for part, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        inner = value if value is _GAP else _without_gaps(value, (*field, part), lost)
        if inner in ([], {}):
            lost.append((*field, part))
        elif inner is not _GAP:
            kept.append((part, inner))
    return dict(kept) if isinstance(tree, dict) else [value for _, value in kept]
