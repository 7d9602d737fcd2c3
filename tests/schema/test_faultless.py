"""The short way takes a tree exactly where the walk finds nothing."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from chronicle.records.event import AccountRecord, CasualtyRecord, Dated, EventRecord, PlaceRecord
from chronicle.records.registers import REGISTERS
from chronicle.schema.faultless import Doubt, faultless
from chronicle.schema.keys import keys
from chronicle.schema.kinds import Written
from chronicle.schema.walk import walk

SCHEMAS: tuple[type[Written], ...] = (
    EventRecord,
    AccountRecord,
    CasualtyRecord,
    Dated,
    PlaceRecord,
    *REGISTERS.values(),
)
ALL_KEYS = sorted({key for schema in SCHEMAS for key in keys(schema)} | {"en", "ar", "trucks", " x "})

texts = st.sampled_from(
    (
        *(
            "a-town",
            "2020-06-07",
            "2020-06",
            "unknown",
            "true",
            "site",
            "near",
            "12",
            "about 300",
            "en",
            "year",
            "town",
        ),
        *(" text ", "text\n", "", " ", "two\nlines", "Not-An-Id", "41.2", "https://a.example/", "exact", "certain"),
    )
)
trees: st.SearchStrategy[Any] = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(ALL_KEYS), inner, max_size=2),
    max_leaves=6,
)


@st.composite
def likely(draw: st.DrawFn) -> tuple[type[Written], Any]:
    """A schema, and a tree that has its keys and mostly one of the few values that may fit."""
    schema = draw(st.sampled_from(SCHEMAS))
    known = draw(st.lists(st.sampled_from(keys(schema)), unique=True, max_size=5))
    return schema, {key: draw(texts | trees) for key in known}


def stripped(tree: Any) -> Any:
    if isinstance(tree, str):
        return tree.strip()
    return [stripped(each) for each in tree] if isinstance(tree, list) else {key: stripped(tree[key]) for key in tree}


@given(likely() | st.tuples(st.sampled_from(SCHEMAS), trees))
@example((PlaceRecord, {"name": " Kobani ", "role": "near "}))
@example((CasualtyRecord, {"killed": "12", "group": ""}))
@example((EventRecord, {"quantities": {" x ": "1"}, "type": "a", "title": "b", "date": "2020", "sources": ["c"]}))
def test_a_tree_is_taken_where_the_walk_finds_nothing_and_only_there(drawn: tuple[type[Written], Any]) -> None:
    schema, tree = drawn
    try:
        taken = faultless(schema, tree)
    except Doubt:
        assert walk(schema, tree) != []
    else:
        assert walk(schema, tree) == []
        assert taken == stripped(tree)
