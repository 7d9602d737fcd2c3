"""The keys that a schema knows, and where each of them belongs."""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from msgspec import inspect

from chronicle.schema.kinds import Written


@cache
def keys(schema: type[Written]) -> tuple[str, ...]:
    """Return the keys that a mapping of `schema` may have, as an editor writes them."""
    return tuple(field.encode_name for field in msgspec.structs.fields(schema))


@cache
def required(schema: type[Written]) -> tuple[str, ...]:
    """Return those keys that a mapping of `schema` must have."""
    return tuple(field.encode_name for field in msgspec.structs.fields(schema) if field.required)


@cache
def homes(schema: type[Written]) -> Mapping[str, str]:
    """Return for each key of a record, and of the mappings in it, the words that say where it belongs."""
    root = inspect.type_info(schema)
    found: dict[str, list[str]] = {}
    for key, home in _inner(root, ""):
        found.setdefault(key, []).append(home)
    words = {key: _words(places) for key, places in found.items()}
    outer = "it belongs to the record itself: check its indentation"
    return words | dict.fromkeys(keys(schema), outer)


def _words(places: list[str]) -> str:
    return f"it belongs inside {' or '.join(dict.fromkeys(places))}"


def _inner(kind: inspect.Type, home: str) -> Iterator[tuple[str, str]]:
    """Yield each key of the mappings within a kind of value, with the nearest key that it stands below."""
    match kind:
        case inspect.Metadata(type=inner):
            yield from _inner(inner, home)
        case inspect.UnionType(types=kinds):
            for each in kinds:
                yield from _inner(each, home)
        case inspect.VarTupleType(item_type=inner) | inspect.DictType(value_type=inner):
            yield from _inner(inner, f"an item of {home}" if isinstance(kind, inspect.VarTupleType) else home)
        case inspect.StructType():
            for field in kind.fields:
                if home:
                    yield field.encode_name, home
                yield from _inner(field.type, f'"{field.encode_name}"')
