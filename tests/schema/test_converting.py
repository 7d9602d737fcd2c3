from typing import Annotated, Any, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import field as key

from chronicle.problems.codes import CODES
from chronicle.problems.problem import Field
from chronicle.records.event import AmountRecord, Dated, EventRecord, PlaceRecord, SignpostRecord, TieRecord
from chronicle.records.registers import REGISTERS
from chronicle.schema.convert import Conversion, convert
from chronicle.schema.keys import keys
from chronicle.schema.kinds import Day, Id, Latitude, Line, Longitude, Text, Written
from chronicle.settings import Settings
from chronicle.yaml.tree import Node


class Leaf(Written, frozen=True, kw_only=True):
    name: Line
    role: Literal["near", "far"] = "near"
    among: tuple[Line, ...] = ()


class Whole(Written, frozen=True, kw_only=True):
    id: Id
    on: Day = "2020-01-01"
    as_: Text = key(default="", name="as")
    leaves: tuple[Line | Leaf, ...] = ()
    leaf: Leaf | None = None
    counts: dict[Line, Line | Leaf] = {}
    point: tuple[Latitude, Longitude] | None = None
    many: Id | tuple[Id, ...] = ()


def converted(tree: Any, **stand_ins: Node) -> Conversion[Whole]:
    return convert(Whole, tree, stand_ins=stand_ins)


def problems(tree: Any) -> list[tuple[str, Field]]:
    return [(problem.code, problem.field) for problem in convert(Whole, tree).problems]


def test_a_faultless_tree_is_its_record() -> None:
    found = converted({"id": "a", "as": "b", "leaves": ["c", {"name": "d", "role": "far"}], "many": "e"})
    assert found.record == Whole(id="a", as_="b", leaves=("c", Leaf(name="d", role="far")), many="e")
    assert found.problems == []
    assert found.lost == ()


def test_spaces_around_a_text_do_not_count() -> None:
    found = converted({"id": " a ", "on": " 2020-02-29\n", "leaf": {"name": "b ", "role": " far"}})
    assert found.record == Whole(id="a", on="2020-02-29", leaf=Leaf(name="b", role="far"))


def test_the_tree_that_is_given_stays_as_it_was() -> None:
    tree: Any = {"id": "a", "leaves": [" b ", ""], "x": "y"}
    convert(Whole, tree)
    assert tree == {"id": "a", "leaves": [" b ", ""], "x": "y"}


def test_every_fault_is_found_with_its_field() -> None:
    tree = {"id": "A", "on": "x", "leaves": ["", {"role": "fra", "nmae": "a"}], "counts": {"a": ["b"]}, "x": "y"}
    assert problems(tree) == [
        ("malformed-id", ("id",)),
        ("date-malformed", ("on",)),
        ("empty-value", ("leaves", 0)),
        ("unknown-word", ("leaves", 1, "role")),
        ("unknown-key", ("leaves", 1, "nmae")),
        ("wrong-kind", ("counts", "a")),
        ("unknown-key", ("x",)),
    ]


def test_fields_are_counted_from_where_the_record_stands() -> None:
    found = convert(Whole, {"id": "A"}, ("entry",), {"id": "stand-in"})
    assert [problem.field for problem in found.problems] == [("entry", "id")]
    assert found.lost == (("id",),)


def test_a_fault_in_a_value_leaves_out_that_value_alone() -> None:
    found = converted({"id": "a", "leaf": {"name": "b", "role": "fra"}})
    assert found.record == Whole(id="a", leaf=Leaf(name="b"))
    assert found.lost == (("leaf", "role"),)


def test_a_fault_in_what_must_be_there_leaves_out_what_needs_it() -> None:
    found = converted({"id": "a", "leaf": {"name": "", "role": "far"}, "leaves": [{"role": "far"}, "b"]})
    assert found.record == Whole(id="a", leaves=("b",))
    assert found.lost == (("leaf",), ("leaves", 0))


def test_a_list_whose_items_are_all_lost_is_lost() -> None:
    found = converted({"id": "a", "leaf": {"name": "b", "among": ["", ["c"]]}})
    assert found.record == Whole(id="a", leaf=Leaf(name="b"))
    assert ("leaf", "among") in found.lost


def test_an_item_of_which_nothing_is_left_is_lost() -> None:
    class Item(Written, frozen=True, kw_only=True):
        role: Literal["near", "far"] = "near"

    class Items(Written, frozen=True, kw_only=True):
        items: tuple[Item, ...] = ()

    found = convert(Items, {"items": [{"role": "fra"}, {"role": "far"}]})
    assert found.record == Items(items=(Item(role="far"),))
    assert ("items", 0) in found.lost


def test_a_point_of_which_one_number_is_wrong_is_none() -> None:
    found = converted({"id": "a", "point": ["91", "x"]})
    assert found.record == Whole(id="a")
    assert problems({"id": "a", "point": ["91", "x"]}) == [
        ("malformed-point", ("point", 0)),
        ("malformed-point", ("point", 1)),
    ]
    assert found.lost == (("point",),)


def test_a_required_key_that_cannot_be_read_takes_its_stand_in() -> None:
    found = converted({"id": "A", "as": "b"}, id="stand-in")
    assert found.record == Whole(id="stand-in", as_="b")
    assert found.lost == (("id",),)


def test_without_a_stand_in_there_is_no_record() -> None:
    found = converted({"as": "b"})
    assert found.record is None
    assert found.lost == ((),)


@pytest.mark.parametrize("tree", ["text", ["a", "b"], {}, ""])
def test_what_is_no_mapping_is_lost_as_a_whole(tree: Node) -> None:
    found = converted(tree, id="stand-in")
    assert found.record == Whole(id="stand-in")
    assert found.lost == ((),)
    assert len(found.problems) == 1


def test_a_misspelt_key_is_one_fault_and_the_known_key_is_lost() -> None:
    found = converted({"Id": "a", "leeves": ["b"]}, id="stand-in")
    assert [(problem.code, problem.field, problem.help) for problem in found.problems] == [
        ("unknown-key", ("Id",), "did you mean id?"),
        ("unknown-key", ("leeves",), "did you mean leaves?"),
    ]
    assert {("id",), ("leaves",)} <= set(found.lost)


def test_a_key_that_is_like_none_loses_nothing_else() -> None:
    found = converted({"id": "a", "zzz": "b"})
    assert found.lost == (("zzz",),)


def test_a_misspelt_key_whose_like_stands_beside_it_says_so() -> None:
    (problem,) = converted({"id": "a", "on": "2020-01-01", "On": "2020-01-02"}).problems
    assert problem.help == '"on" stands here already'


def test_a_missing_key_is_told_at_the_mapping_that_lacks_it() -> None:
    assert problems({"id": "a", "leaf": {"role": "far"}}) == [("missing-key", ("leaf", "name"))]


def test_an_empty_value_that_is_required_asks_for_one() -> None:
    optional, needed = converted({"id": "a", "as": "", "leaf": {"name": ""}}).problems
    assert optional.remedy.startswith("write a value, or remove the key")
    assert needed.remedy == "write a value: it is required"


def test_a_key_with_a_space_at_its_end_is_none() -> None:
    assert problems({"id": "a", "counts": {"b ": "c"}}) == [("malformed-text", ("counts", "b "))]


@pytest.mark.parametrize(
    ("tree", "help_"),
    [
        ({"leaves": "a, b"}, "write leaves: [a, b]"),
        ({"leaves": "a: b"}, 'write leaves: ["a: b"]'),
        ({"leaves": {"name": "a", "role": "far"}}, "write leaves: [{name: a, role: far}]"),
        ({"leaves": {"name": ["a"]}}, "put a dash before its first key, as it is one item of a list"),
        ({"leaf": "a"}, "write leaf: {name: a}"),
        ({"leaf": [{"name": "a"}]}, "write its keys without dashes"),
        ({"on": ["2020-01-01"]}, "write on: 2020-01-01"),
        ({"on": ["a", "b"]}, "write one text; quote it, if the brackets belong to it"),
        ({"on": {"a": "b"}}, "write one text; quote it, if the braces belong to it"),
        ({"point": "36.9"}, "write latitude, then longitude: [37.177, 42.140]"),
        ({"leaves": [["a"]]}, "write - a"),
        ({"counts": "3 trucks"}, "write its keys below it, indented, or between braces"),
    ],
)
def test_a_value_of_the_wrong_kind_is_shown_in_the_right_one(tree: dict[str, Node], help_: str) -> None:
    (problem,) = convert(Whole, {"id": "a", **tree}).problems
    assert (problem.code, problem.help) == ("wrong-kind", help_)


def test_a_schema_with_a_kind_that_nobody_taught_is_a_fault_of_ours() -> None:
    class Odd(Written, frozen=True, kw_only=True):
        number: Annotated[int, msgspec.Meta(description="a number")] = 0

    with pytest.raises(TypeError):
        convert(Odd, {})


scalars = st.one_of(
    st.sampled_from(
        ["", " ", "a", "2020-06-07", "unknown", "none", "about 300", "true", "near", "en", "https://a.example"]
    ),
    st.text(max_size=12),
)
every_key = sorted({each for schema in (EventRecord, *REGISTERS.values(), Settings) for each in keys(schema)})
inner = (PlaceRecord, Dated, AmountRecord, TieRecord)
inner_keys = sorted({"en", "x", *(each for schema in inner for each in keys(schema))})
trees: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(inner_keys), inner, max_size=3)
    ),
    max_leaves=6,
)
records = st.dictionaries(st.one_of(st.sampled_from(every_key), scalars), trees, max_size=8)


@pytest.mark.parametrize("schema", [EventRecord, SignpostRecord, *REGISTERS.values(), Settings])
@given(tree=st.one_of(records, trees))
def test_any_tree_gives_problems_or_a_record_that_encodes(schema: type[Written], tree: Any) -> None:
    found = convert(schema, tree)
    assert found.record is not None or found.problems
    assert all(problem.code in CODES and problem.message and problem.remedy for problem in found.problems)
    written = msgspec.json.decode(msgspec.json.encode(found.record))
    if written:
        assert convert(schema, written) == Conversion(found.record, [], ())
