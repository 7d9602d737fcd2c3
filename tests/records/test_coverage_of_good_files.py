from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from msgspec import inspect
from small_chronicle import HERE

from chronicle import dates, quantities
from chronicle.quantities import quantity
from chronicle.records.event import EventRecord, SignpostRecord
from chronicle.records.registers import REGISTERS
from chronicle.schema.kinds import Written
from chronicle.settings import Settings
from chronicle.yaml.tree import read as read_yaml

EVENTS = (*sorted((HERE / "good").glob("*.yaml")), *sorted((HERE / "events").rglob("*.yaml")))
SETTINGS = (HERE / "chronicle.yaml", *sorted((HERE / "good" / "settings").glob("*.yaml")))
ANYTHING: Any = object()
"""Stands for all values at once."""

Use = tuple[str, str]
"""A key of a schema, and what is written there: text, a list, a mapping, or one of its words."""

OF_EVENTS_ALONE: dict[str, set[Use]] = {
    "locations": set(),
    "actors": set(),
    "sources": {("Dated.basis", "published"), ("Dated.basis", "announced")},
    "types": set(),
}
"""What the schema offers to an entry, and no entry can use: an article follows no other article's date."""


def uses(kind: inspect.Type, node: Any, key: str) -> Iterator[Use]:
    """Yield what a faultless value makes use of, or all that there is to use."""
    yield from here(kind, node, key)
    for inner in within(kind, node, key):
        yield from uses(*inner)


def here(kind: inspect.Type, node: Any, key: str) -> Iterator[Use]:
    match kind:
        case inspect.StructType() | inspect.DictType() if node is ANYTHING or isinstance(node, dict):
            yield key, "mapping"
        case inspect.VarTupleType() | inspect.TupleType() if node is ANYTHING or isinstance(node, list):
            yield key, "list"
        case inspect.StrType() if node is ANYTHING or isinstance(node, str):
            yield key, "text"
        case inspect.LiteralType(values=words):
            yield from ((key, str(word)) for word in words if node is ANYTHING or node == word)
        case inspect.Metadata(extra=extra) if extra and (node is ANYTHING or isinstance(node, str)):
            yield from ((str(extra.get("language")), form) for form in forms(str(extra.get("language")), node))


def forms(language: str, text: Any) -> tuple[str, ...]:
    if language == "date":
        return tuple(dates.Form) if text is ANYTHING else (dates.read(text).form,)
    if language == "quantity":
        return get_args(quantity.Form) if text is ANYTHING else (quantities.read(text).form,)
    return ()


def within(kind: inspect.Type, node: Any, key: str) -> Iterator[tuple[inspect.Type, Any, str]]:
    match kind:
        case inspect.Metadata(type=inner):
            yield inner, node, key
        case inspect.UnionType(types=kinds):
            yield from ((each, node, key) for each in kinds)
        case inspect.StructType(cls=schema, fields=fields):
            stated = {each.encode_name: ANYTHING for each in fields} if node is ANYTHING else node
            for each in fields if isinstance(stated, dict) else ():
                if each.encode_name in stated:
                    yield each.type, stated[each.encode_name], f"{schema.__name__}.{each.encode_name}"
        case inspect.VarTupleType(item_type=item):
            yield from ((item, each, f"{key}[]") for each in items(node, list))
        case inspect.DictType(value_type=value):
            yield from ((value, each, f"{key}[]") for each in items(node, dict))


def items(node: Any, shape: type) -> list[Any]:
    if node is ANYTHING:
        return [ANYTHING]
    if isinstance(node, dict):
        return list(node.values()) if shape is dict else []
    return node if isinstance(node, list) and shape is list else []


def unused(schema: type[Written], nodes: list[Any]) -> set[Use]:
    """Return what a schema offers, and none of these values uses."""
    kind, name = inspect.type_info(schema), schema.__name__
    return {*uses(kind, ANYTHING, name)} - {use for each in nodes for use in uses(kind, each, name)}


def read(file: Path) -> Any:
    tree, problems = read_yaml(file.read_bytes(), 1_000_000)
    assert not problems
    return tree


@pytest.mark.parametrize("schema", [EventRecord, SignpostRecord])
def test_the_good_files_use_all_that_an_event_file_offers(schema: type[Written]) -> None:
    assert unused(schema, [read(file) for file in EVENTS]) == set()


@pytest.mark.parametrize("name", REGISTERS)
def test_the_registers_use_all_that_an_entry_offers(name: str) -> None:
    files = [HERE / "registers" / f"{name}.yaml", *(HERE / "good" / name).glob("*.yaml")]
    entries = [entry for file in files for entry in read(file).values()]
    assert {use for use in unused(REGISTERS[name], entries) if use[0] != "date"} == OF_EVENTS_ALONE[name]


def test_the_settings_use_all_that_they_offer() -> None:
    assert unused(Settings, [read(file) for file in SETTINGS]) == set()
