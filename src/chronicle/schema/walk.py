"""The walk over a tree of text: every fault against a schema, with the field it stands in."""

from collections.abc import Callable, Mapping
from functools import cache

from msgspec import inspect

from chronicle.problems.problem import Fault, Field
from chronicle.schema import findings
from chronicle.schema.faultless import shape
from chronicle.schema.findings import Finding
from chronicle.schema.keys import homes, keys
from chronicle.schema.kinds import Written
from chronicle.schema.languages import LANGUAGES
from chronicle.yaml.tree import Node

__all__ = ["keys", "walk"]

_Report = Callable[[Finding], None]
_Check = Callable[[Node, Field, _Report], None]


def walk(schema: type[Written], tree: Node) -> list[Finding]:
    """Return every fault of `tree` against `schema`, mostly in the tree's own order."""
    found: list[Finding] = []
    _checker(schema)(tree, (), found.append)
    return found


@cache
def _checker(schema: type[Written]) -> _Check:
    return _Compiler(homes(schema)).check(inspect.type_info(schema))


class _Compiler:
    """Makes the check of each kind of value in one schema; `homes` says where its keys belong."""

    def __init__(self, homes: Mapping[str, str]) -> None:
        self._homes = homes

    def check(self, kind: inspect.Type) -> _Check:
        """Return the check of one kind of value; a kind that no schema used before must be taught here."""
        match kind:
            case inspect.Metadata(type=inner, extra=extra):
                return _language(extra["language"]) if extra and "language" in extra else self.check(inner)
            case inspect.UnionType(types=kinds):
                return self._union([each for each in kinds if not isinstance(each, inspect.NoneType)])
            case inspect.StructType():
                return self._mapping(kind)
            case inspect.VarTupleType(item_type=item):
                return _list(self.check(item), _keys(item) if isinstance(item, inspect.StructType) else ())
            case inspect.TupleType(item_types=items):
                return _row([self.check(item) for item in items])
            case inspect.DictType(key_type=key, value_type=value):
                return _dictionary(self.check(key), self.check(value))
            case inspect.LiteralType(values=words):
                return _word([str(word) for word in words])
        raise TypeError(kind)

    def _union(self, kinds: list[inspect.Type]) -> _Check:
        """Choose by shape: of the kinds in a union at most one is text, one a list and one a mapping."""
        if len(kinds) == 1:
            return self.check(kinds[0])
        by_shape = {shape(kind): self.check(kind) for kind in kinds}
        keys = next((_keys(kind) for kind in kinds if isinstance(kind, inspect.StructType)), ())

        def check(node: Node, field: Field, report: _Report) -> None:
            if chosen := by_shape.get(type(node)):
                chosen(node, field, report)
            elif not _is_empty(node, field, report):
                report(findings.wrong_kind(field, by_shape, node, keys))

        return check

    def _mapping(self, kind: inspect.StructType) -> _Check:
        checks = {field.encode_name: self.check(field.type) for field in kind.fields}
        known, keys = tuple(checks), _keys(kind)
        required = tuple(field.encode_name for field in kind.fields if field.required)

        def check(node: Node, field: Field, report: _Report) -> None:
            if not isinstance(node, dict):
                if not _is_empty(node, field, report):
                    report(findings.wrong_kind(field, (dict,), node, keys))
                return
            if _is_empty(node, field, report):
                return
            missing = {key for key in required if key not in node}
            for key, value in node.items():
                place = (*field, key)
                if inner := checks.get(key):
                    inner(value, place, _whole(report, place, field) if key in required else report)
                    continue
                finding = findings.unknown_key(field, key, node, known, self._homes.get(key, ""))
                # A key that is misspelt is not missing as well.
                report(finding._replace(lost=field) if finding.meant in missing else finding)
                missing.discard(finding.meant)
            for key in required:
                if key in missing:
                    report(findings.missing_key(field, key, required))

        return check


def _keys(kind: inspect.StructType) -> tuple[str, ...]:
    """Return the keys of a mapping, those that are required first."""
    ordered = sorted(kind.fields, key=lambda field: not field.required)
    return tuple(field.encode_name for field in ordered)


def _whole(report: _Report, part: Field, whole: Field) -> _Report:
    """Report a part that must be there: if it is lost, so is the mapping around it."""

    def reported(finding: Finding) -> None:
        if finding.lost != part:
            report(finding)
        elif finding.code == "empty-value" and finding.field == part:
            report(findings.empty(part, required=True)._replace(lost=whole))
        else:
            report(finding._replace(lost=whole))

    return reported


def _is_empty(node: Node, field: Field, report: _Report) -> bool:
    """Report a value that holds nothing, and tell whether it does."""
    if node if not isinstance(node, str) else node.strip():
        return False
    report(findings.empty(field))
    return True


def _language(name: str) -> _Check:
    read = LANGUAGES[name]

    def check(node: Node, field: Field, report: _Report) -> None:
        if _is_empty(node, field, report):
            return
        if not isinstance(node, str):
            report(findings.wrong_kind(field, (str,), node))
            return
        try:
            read(node.strip())
        except Fault as fault:
            report(findings.unread(field, fault))

    return check


def _word(words: list[str]) -> _Check:
    known = frozenset(words)

    def check(node: Node, field: Field, report: _Report) -> None:
        if (isinstance(node, str) and node.strip() in known) or _is_empty(node, field, report):
            return
        if isinstance(node, str):
            report(findings.unknown_word(field, node, words))
        else:
            report(findings.wrong_kind(field, (str,), node))

    return check


def _list(item: _Check, keys: tuple[str, ...]) -> _Check:
    """Check a list; `keys` are those of its items where these are mappings alone."""

    def check(node: Node, field: Field, report: _Report) -> None:
        if _is_empty(node, field, report):
            return
        if not isinstance(node, list):
            report(findings.wrong_kind(field, (list,), node, keys))
            return
        for index, value in enumerate(node):
            item(value, (*field, index), report)

    return check


def _row(items: list[_Check]) -> _Check:
    """Check a list of as many values as there are checks; without one of them the others say nothing."""

    def check(node: Node, field: Field, report: _Report) -> None:
        def whole(finding: Finding) -> None:
            report(finding._replace(lost=field))

        if _is_empty(node, field, report):
            return
        if not isinstance(node, list) or len(node) != len(items):
            report(findings.wrong_length(field, node, len(items)))
            return
        for index, (item, value) in enumerate(zip(items, node, strict=True)):
            item(value, (*field, index), whole)

    return check


def _dictionary(key_check: _Check, value_check: _Check) -> _Check:
    def check(node: Node, field: Field, report: _Report) -> None:
        def at_key(finding: Finding) -> None:
            report(finding._replace(on_key=True))

        if _is_empty(node, field, report):
            return
        if not isinstance(node, dict):
            report(findings.wrong_kind(field, (dict,), node))
            return
        for key, value in node.items():
            if key.strip() != key:
                report(findings.spaced_key((*field, key)))
            key_check(key, (*field, key), at_key)
            value_check(value, (*field, key), report)

    return check
