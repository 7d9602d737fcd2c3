import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import yaml

from chronicle import dates, quantities
from chronicle.cli import main, start
from chronicle.examine import examine
from chronicle.problems.codes import CODES
from chronicle.read.catalogue import catalogue
from chronicle.records.event import (
    AccountRecord,
    AmountRecord,
    Basis,
    CasualtyRecord,
    CountRecord,
    Dated,
    EventRecord,
    ParticipantRecord,
    PlaceRecord,
    SignpostRecord,
    Stance,
    Status,
    TieRecord,
)
from chronicle.records.registers import (
    AcledMatch,
    ActorRecord,
    CameoMatch,
    LocationRecord,
    SourceRecord,
    TypeRecord,
    UcdpMatch,
)
from chronicle.schema.keys import keys
from chronicle.schema.kinds import Written
from chronicle.schema.walk import walk
from chronicle.settings import Licence, Repository, Settings
from chronicle.wording import Words, date_words, quantity_words
from chronicle.yaml.tree import read as read_yaml
from documents import ROOT, Block, blocks, code, copied, read, table, tables

GUIDE = read("docs/records.md")
FIELDS: dict[str, type[Written]] = {
    "An event's fields": EventRecord,
    "A date's fields": Dated,
    "A place's fields": PlaceRecord,
    "An actor's fields": ParticipantRecord,
    "The fields of a number in a unit": CountRecord,
    "The fields of a quantity": AmountRecord,
    "The fields of casualties": CasualtyRecord,
    "An account's fields": AccountRecord,
    "A tie's fields": TieRecord,
    "A signpost's fields": SignpostRecord,
    "The fields of a place's entry": LocationRecord,
    "The fields of an actor's entry": ActorRecord,
    "The fields of a source's entry": SourceRecord,
    "The fields of a type's entry": TypeRecord,
    "The fields of a match with ACLED": AcledMatch,
    "The fields of a match with UCDP": UcdpMatch,
    "The fields of a match with CAMEO": CameoMatch,
    "Settings": Settings,
    "A licence's fields": Licence,
    "A repository's fields": Repository,
}
REST = {"type": "patrol", "title": "An example", "date": "unknown", "sources": "[sohr-62-months]"}
"""What completes a part of a record that is shown."""


@pytest.fixture(scope="module")
def words() -> Words:
    found, problems = catalogue((ROOT / "templates",), "en")
    assert found
    assert not problems
    return found


def test_the_table_of_problems_has_every_code_with_its_severity() -> None:
    rows = [row for each in tables(GUIDE) if each.head[:2] == ("Code", "Severity") for row in each.rows]
    written = {code(row[0]): row[1] for row in rows}
    assert written == {name: str(found.severity) for name, found in CODES.items()}
    assert len(rows) == len(written)
    assert all(len(row) == 4 and row[2] and row[3] for row in rows)


def test_every_mapping_that_an_editor_may_write_has_a_table() -> None:
    declared, ahead = set[type[Written]](), [Written]
    for schema in ahead:
        ahead += schema.__subclasses__()
        declared |= {schema} if schema.__module__.startswith("chronicle.") else set()
    assert {schema for schema in declared - {Written} if schema.__module__ != "chronicle.schema.kinds"} == set(
        FIELDS.values()
    )


@pytest.mark.parametrize("heading", FIELDS)
def test_a_table_of_fields_names_exactly_the_keys_of_its_schema(heading: str) -> None:
    (found,) = (each for each in tables(GUIDE) if each.heading == heading and each.head[0] == "Key")
    schema = FIELDS[heading]
    assert tuple(code(row[0]) for row in found.rows) == keys(schema)
    required = {field.encode_name for field in msgspec.structs.fields(schema) if field.required}
    assert {code(row[0]) for row in found.rows if row[0].endswith("*")} == required


@pytest.mark.parametrize("heading", FIELDS)
def test_a_table_of_fields_lists_every_word_that_a_field_takes(heading: str) -> None:
    (found,) = (each for each in tables(GUIDE) if each.heading == heading and each.head[0] == "Key")
    for field, row in zip(msgspec.structs.fields(FIELDS[heading]), found.rows, strict=True):
        for word in _words_of(msgspec.inspect.type_info(field.type)):
            assert f"`{word}`" in row[1], (field.encode_name, word)


def _words_of(kind: msgspec.inspect.Type) -> list[str]:
    match kind:
        case msgspec.inspect.LiteralType(values=values):
            return [str(value) for value in values]
        case msgspec.inspect.Metadata(type=inner) | msgspec.inspect.VarTupleType(item_type=inner):
            return _words_of(inner)
        case msgspec.inspect.UnionType(types=kinds):
            return [word for each in kinds for word in _words_of(each)]
    return []


def test_readers_see_dates_as_the_guide_says(words: Words) -> None:
    rows = table(GUIDE, "What you know").rows
    assert [date_words(dates.read(code(written)), words) for _, written, _ in rows] == [seen for _, _, seen in rows]
    assert {dates.read(code(written)).form for _, written, _ in rows} == set(dates.Form)


def test_numbers_mean_and_read_as_the_guide_says(words: Words) -> None:
    rows = table(GUIDE, "You write").rows
    for written, least, best, most, seen in rows:
        found = quantities.read(code(written))
        bounds = ("–" if each is None else f"{each:,}" for each in (found.least, found.best, found.most))
        assert (*bounds, quantity_words(found, words)) == (least, best, most, seen)
    assert {quantities.read(code(row[0])).form for row in rows} == set(
        get_args(quantities.Quantity.__annotations__["form"])
    )


def test_small_vocabularies_are_whole() -> None:
    assert {code(row[0]) for row in table(GUIDE, "`stance`").rows} == set(get_args(Stance))
    assert {code(row[0]) for row in table(GUIDE, "Status").rows} == set(get_args(Status))
    assert {each for row in table(GUIDE, "The source").rows for each in re.findall(r"`basis: (\w+)`", row[1])} == set(
        get_args(Basis)
    )


def test_exit_codes_are_those_of_the_command() -> None:
    codes = {main.DONE, main.PROBLEMS, main.REFUSED, main.FAULT, start.INTERRUPTED}
    assert {int(row[0]) for row in table(GUIDE, "Exit code").rows} == codes


@pytest.mark.parametrize("row", table(GUIDE, "Written").rows, ids=lambda row: row[0])
def test_a_trap_of_yaml_is_named_and_its_mended_line_is_read(row: tuple[str, ...]) -> None:
    written, name, mended = (code(cell) for cell in row)
    _, found = read_yaml(f"{written}\n".encode(), 1000)
    assert [problem.code for problem in found] == [name]
    node, found = read_yaml(f"{mended}\n".encode(), 1000)
    assert node is not None
    assert found == ()


def fragments(path: str) -> list[Block]:
    return [block for block in blocks(GUIDE) if block.language == "yaml" and block.file == path]


def test_examples_of_records_are_good_records(tmp_path: Path) -> None:
    folder = copied(tmp_path / "chronicle")
    for number, block in enumerate(fragments("")):
        shown = yaml.load(block.text, yaml.BaseLoader)  # noqa: S506 - texts alone
        rest = [f"{key}: {value}\n" for key, value in REST.items() if key not in shown]
        (folder / f"events/example-{number}.yaml").write_text(block.text + "".join(rest), encoding="utf-8")
    _, problems = examine(folder)
    of_examples = [each for each in problems if each.file.startswith("events/example-")]
    assert [each for each in of_examples if each.code != "likely-duplicate"] == []


def test_the_example_of_settings_shows_settings() -> None:
    (block,) = fragments("chronicle.yaml")
    node, found = read_yaml(block.text.encode(), 10_000)
    assert found == ()
    assert node is not None
    assert walk(Settings, node) == []
