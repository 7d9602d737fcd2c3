"""The walk over a tree of text: every fault against a schema, with the field it stands in."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from msgspec import inspect

from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Fault, Field
from chronicle.schema.kinds import Written
from chronicle.schema.languages import LANGUAGES
from chronicle.yaml.tree import Node


class Finding(NamedTuple):
    """One fault in a tree: where (at the key rather than the value with `on_key`), what, and the way out."""

    field: Field
    on_key: bool
    code: str
    message: str
    help: str = ""


_Report = Callable[[Finding], None]
_Check = Callable[[Node, Field, _Report], None]


def walk(schema: type[Written], tree: Node, field: Field = ()) -> list[Finding]:
    """Return every fault of `tree` against `schema`, in the tree's own order."""
    found: list[Finding] = []
    _checker(schema)(tree, field, found.append)
    return found


@cache
def _checker(schema: type[Written]) -> _Check:
    return _compile(inspect.type_info(schema))


@cache
def keys(schema: type[Written]) -> tuple[str, ...]:
    """Return the keys that a mapping of `schema` may have, as an editor writes them."""
    info = inspect.type_info(schema)
    assert isinstance(info, inspect.StructType)  # noqa: S101 - tells the type checker what Written is
    return tuple(field.encode_name for field in info.fields)


def _compile(kind: inspect.Type) -> _Check:
    """Return the check of one kind of value; a kind that no schema used before must be taught here."""
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            return _language(extra["language"]) if extra and "language" in extra else _compile(inner)
        case inspect.UnionType(types=kinds):
            return _union([each for each in kinds if not isinstance(each, inspect.NoneType)])
        case inspect.StructType():
            return _mapping(kind)
        case inspect.VarTupleType(item_type=item):
            return _list(_compile(item))
        case inspect.TupleType(item_types=items):
            return _pair([_compile(item) for item in items])
        case inspect.DictType(key_type=key, value_type=value):
            return _dictionary(_compile(key), _compile(value))
        case inspect.LiteralType(values=words):
            return _word([str(word) for word in words])
    raise TypeError(kind)


def _empty(node: Node, field: Field, report: _Report) -> bool:
    """Report a value that holds nothing: absence is said by leaving the key out."""
    if node if not isinstance(node, str) else node.strip():
        return False
    name = f'"{field[-1]}"' if field and isinstance(field[-1], str) else "this item"
    report(Finding(field, False, "empty-value", f"{name} is empty"))
    return True


def _language(name: str) -> _Check:
    read = LANGUAGES[name]

    def check(node: Node, field: Field, report: _Report) -> None:
        if _empty(node, field, report):
            return
        if not isinstance(node, str):
            report(_wrong_kind(field, "text", node))
            return
        try:
            read(node.strip())
        except Fault as fault:
            report(Finding(field, False, fault.code, str(fault), fault.help))

    return check


def _word(words: list[str]) -> _Check:
    known = frozenset(words)

    def check(node: Node, field: Field, report: _Report) -> None:
        if (isinstance(node, str) and node in known) or _empty(node, field, report):
            return
        if not isinstance(node, str):
            report(_wrong_kind(field, "one word", node))
            return
        near = nearest(node, words)
        hint = f"did you mean {near}? " if near else ""
        report(
            Finding(
                field,
                False,
                "unknown-word",
                f'"{node}" is none of the words for {_name(field)}',
                f"{hint}One of: {', '.join(words)}",
            )
        )

    return check


def _union(kinds: list[inspect.Type]) -> _Check:
    """Choose by shape: of the kinds in a union at most one is text, one a list and one a mapping."""
    by_shape: dict[type, _Check] = {}
    for kind in kinds:
        by_shape[_shape(kind)] = _compile(kind)
    wanted = " or ".join(_SHAPES[shape] for shape in by_shape)

    def check(node: Node, field: Field, report: _Report) -> None:
        if chosen := by_shape.get(type(node)):
            chosen(node, field, report)
        elif not _empty(node, field, report):
            report(_wrong_kind(field, wanted, node))

    return check


_SHAPES: dict[type, str] = {str: "text", list: "a list", dict: "a mapping"}


def _shape(kind: inspect.Type) -> type:
    match kind:
        case inspect.Metadata(type=inner):
            return _shape(inner)
        case inspect.StructType() | inspect.DictType():
            return dict
        case inspect.VarTupleType() | inspect.TupleType():
            return list
    return str


def _mapping(kind: inspect.StructType) -> _Check:
    checks = {field.encode_name: _compile(field.type) for field in kind.fields}
    required = [field.encode_name for field in kind.fields if field.required]
    empty_allowed = not required

    def check(node: Node, field: Field, report: _Report) -> None:
        if not isinstance(node, dict):
            if not _empty(node, field, report):
                report(_wrong_kind(field, "a mapping", node))
            return
        if not node and empty_allowed and _empty(node, field, report):
            return
        for key, value in node.items():
            if inner := checks.get(key):
                inner(value, (*field, key), report)
            else:
                report(_unknown_key(key, field, checks))
        for key in required:
            if key not in node:
                report(
                    Finding(
                        field,
                        False,
                        "missing-key",
                        f'"{key}" is missing',
                        f"required here: {', '.join(required)}",
                    )
                )

    return check


def _unknown_key(key: str, field: Field, known: Iterable[str]) -> Finding:
    near = nearest(key, known)
    message = f'there is no key "{key}" here'
    help_ = f"did you mean {near}?" if near else f"known here: {', '.join(known)}"
    return Finding((*field, key), True, "unknown-key", message, help_)


def _list(item: _Check) -> _Check:
    def check(node: Node, field: Field, report: _Report) -> None:
        if _empty(node, field, report):
            return
        if not isinstance(node, list):
            report(_wrong_kind(field, "a list", node))
            return
        for index, value in enumerate(node):
            item(value, (*field, index), report)

    return check


def _pair(items: list[_Check]) -> _Check:
    def check(node: Node, field: Field, report: _Report) -> None:
        if not isinstance(node, list) or len(node) != len(items):
            report(
                Finding(
                    field,
                    False,
                    "wrong-kind",
                    f"{_name(field)} must be a list of {len(items)} values",
                    "write it as [37.177, 42.140]: latitude, then longitude",
                )
            )
            return
        for index, (item, value) in enumerate(zip(items, node, strict=True)):
            item(value, (*field, index), report)

    return check


def _dictionary(key_check: _Check, value_check: _Check) -> _Check:
    def check(node: Node, field: Field, report: _Report) -> None:
        if _empty(node, field, report):
            return
        if not isinstance(node, dict):
            report(_wrong_kind(field, "a mapping", node))
            return
        for key, value in node.items():

            def at_key(finding: Finding) -> None:
                report(finding._replace(on_key=True))

            key_check(key, (*field, key), at_key)
            value_check(value, (*field, key), report)

    return check


def _wrong_kind(field: Field, wanted: str, node: Any) -> Finding:
    message = f"{_name(field)} must be {wanted}, not {_SHAPES[type(node)]}"
    return Finding(field, False, "wrong-kind", message, _kind_help(field, wanted, node))


def _kind_help(field: Field, wanted: str, node: Node) -> str:
    """Show the mended line where a text stands for a list."""
    key = next((part for part in reversed(field) if isinstance(part, str)), "")
    if wanted == "a list" and isinstance(node, str) and "\n" not in node and len(node) < 60:
        return f"write {key}: [{node}]"
    if wanted == "a list" and isinstance(node, dict):
        return "write each item on a line of its own, after a dash"
    return ""


def _name(field: Field) -> str:
    """Name the field by its last key, for a message."""
    key = next((part for part in reversed(field) if isinstance(part, str)), "")
    item = bool(field) and isinstance(field[-1], int)
    if not key:
        return "the file"
    return f'an item of "{key}"' if item else f'"{key}"'
