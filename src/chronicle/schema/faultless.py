"""The short way for trees in which nothing is wrong, which are nearly all."""

from collections.abc import Callable
from functools import cache

from msgspec import inspect

from chronicle.problems.problem import Fault
from chronicle.schema.kinds import Written
from chronicle.schema.languages import LANGUAGES, Language
from chronicle.yaml.tree import Node

_Take = Callable[[Node], Node]


class Doubt(Exception):
    """Something in a tree is out of the ordinary; the walk says what, if anything."""


def faultless(schema: type[Written], tree: Node) -> Node:
    """Return a tree with no text that begins or ends with a space; a new one, which may be changed.

    Raise Doubt where the walk might find a fault against the schema.
    """
    return _taker(schema)(tree)


@cache
def _taker(schema: type[Written]) -> _Take:
    return _of(inspect.type_info(schema))


def _of(kind: inspect.Type) -> _Take:
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            return _text(LANGUAGES[extra["language"]]) if extra and "language" in extra else _of(inner)
        case inspect.UnionType(types=kinds):
            return _union([each for each in kinds if not isinstance(each, inspect.NoneType)])
        case inspect.StructType():
            return _mapping(kind)
        case inspect.VarTupleType(item_type=item):
            return _list(_of(item))
        case inspect.TupleType(item_types=items):
            return _row([_of(item) for item in items])
        case inspect.DictType(key_type=key, value_type=value):
            return _dictionary(_of(key), _of(value))
        case inspect.LiteralType(values=words):
            return _word(frozenset(map(str, words)))
    raise TypeError(kind)


def _text(read: Language) -> _Take:
    def take(node: Node) -> Node:
        if type(node) is not str or not (text := node.strip()):
            raise Doubt
        try:
            read(text)
        except Fault:
            raise Doubt from None
        return text

    return take


def _word(words: frozenset[str]) -> _Take:
    def take(node: Node) -> Node:
        if type(node) is not str or (text := node.strip()) not in words:
            raise Doubt
        return text

    return take


def _union(kinds: list[inspect.Type]) -> _Take:
    if len(kinds) == 1:
        return _of(kinds[0])
    by_shape = {shape(kind): _of(kind) for kind in kinds}

    def take(node: Node) -> Node:
        chosen = by_shape.get(type(node))
        if chosen is None:
            raise Doubt
        return chosen(node)

    return take


def shape(kind: inspect.Type) -> type:
    """Return which of text, list and mapping a kind of value is written as."""
    match kind:
        case inspect.Metadata(type=inner):
            return shape(inner)
        case inspect.StructType() | inspect.DictType():
            return dict
        case inspect.VarTupleType() | inspect.TupleType():
            return list
    return str


def _mapping(kind: inspect.StructType) -> _Take:
    takers = {field.encode_name: _of(field.type) for field in kind.fields}
    required = frozenset(field.encode_name for field in kind.fields if field.required)

    def take(node: Node) -> Node:
        if type(node) is not dict or not node or not required <= node.keys() or not node.keys() <= takers.keys():
            raise Doubt
        return {key: takers[key](value) for key, value in node.items()}

    return take


def _list(item: _Take) -> _Take:
    def take(node: Node) -> Node:
        if type(node) is not list or not node:
            raise Doubt
        return [item(each) for each in node]

    return take


def _row(items: list[_Take]) -> _Take:
    def take(node: Node) -> Node:
        if type(node) is not list or len(node) != len(items):
            raise Doubt
        return [item(each) for item, each in zip(items, node, strict=True)]

    return take


def _dictionary(key_taker: _Take, value_taker: _Take) -> _Take:
    def take(node: Node) -> Node:
        if type(node) is not dict or not node:
            raise Doubt
        for key in node:
            if key_taker(key) != key:
                raise Doubt
        return {key: value_taker(value) for key, value in node.items()}

    return take
