import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_chronicle import HERE

from chronicle.examine import examine
from chronicle.link.totals import tally
from chronicle.pages.facets import facets
from chronicle.problems.codes import CODES, Severity
from chronicle.records.event import AccountRecord, CasualtyRecord, Dated, EventRecord, PlaceRecord, SignpostRecord
from chronicle.records.registers import REGISTERS
from chronicle.schema.keys import keys

IDS = ("a", "b", "c", "d", "old")
WORDS = (
    *("kobani", "Aleppo", "Sarjah", "north-east", "syria", "russia", "Military council", "late", "june", "undated"),
    *("joint-patrol", "attack", "Raid", "2020-06-07", "2020", "2020-06-01 to 2020-07", "unknown", "by 2020-06"),
    *("13", "about 300", "none", "90%", "several", "true", "near", "between", "denies", "confirms", "disputes"),
    *("weekday", "published", "announced", "editor", "year", "possible", "retracted", "disputed", "text", "", " x "),
)
texts = st.one_of(st.sampled_from(IDS), st.sampled_from(WORDS), st.text(max_size=5))
inner_keys = sorted(
    {"en", "event", "certainty", "amount", "count", "of", "trucks"}.union(
        *(keys(schema) for schema in (AccountRecord, CasualtyRecord, Dated, PlaceRecord))
    )
)
values: st.SearchStrategy[Any] = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(inner_keys), inner, max_size=4),
    max_leaves=8,
)


def record(*known: str, **usual: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return records that have some of the known keys with any values, and the usual ones with values that may fit."""
    some = st.dictionaries(st.sampled_from(known), values, max_size=4)
    return st.builds(lambda first, second: {**second, **first}, some, st.fixed_dictionaries({}, optional=usual))


ids = st.lists(st.sampled_from(IDS), max_size=3)
usual = {
    "type": st.sampled_from(["joint-patrol", "patrol", "attack"]),
    "title": texts,
    "date": st.sampled_from(["2020-06-07", "2020-06", "unknown", "2015 to open"]),
    "locations": st.lists(st.sampled_from(["kobani", "north-east", "Aleppo"]), max_size=2),
    "actors": st.lists(st.sampled_from(["russia", "turkish-forces"]), max_size=2),
    "sources": st.lists(st.sampled_from(["late", "june"]), min_size=1, max_size=2),
    "occurrences": st.sampled_from(["3", "unknown", "90%", "several"]),
    **dict.fromkeys(("part_of", "same_as", "related", "distinct_from", "formerly"), ids),
}
events = st.dictionaries(
    st.sampled_from(IDS[:4]),
    st.one_of(record(*keys(EventRecord), **usual), record(*keys(SignpostRecord), merged_into=st.sampled_from(IDS))),
    max_size=4,
)
entry_keys = sorted({key for schema in REGISTERS.values() for key in keys(schema)})
entries = st.dictionaries(texts, st.one_of(values, record(*entry_keys)), max_size=3)


def write(file: Path, tree: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8", errors="replace")


def examined(files: Mapping[str, Any], register: str, more: Any) -> None:
    """Examine the small chronicle's registers with these files, and use what comes of it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(HERE / "registers", root / "registers")
        shutil.copytree(HERE / "static", root / "static")
        shutil.copy(HERE / "chronicle.yaml", root)
        write(root / "registers" / register / "more.yaml", more)
        for id_, tree in files.items():
            write(root / "events" / f"{id_}.yaml", tree)
        chronicle, problems = examine(root)
    assert CODES.keys() >= {problem.code for problem in problems}
    assert [problem for problem in problems if not problem.remedy] == []
    assert list(chronicle.events.values()) == sorted(chronicle.events.values(), key=lambda event: event.order)
    assert tally(facets(chronicle).additions, range(len(chronicle.events))) is not None
    if all(problem.severity is Severity.WARNING for problem in problems):
        assert {*chronicle.events, *chronicle.signposts} == set(files)


@given(events, st.sampled_from(sorted(REGISTERS)), entries)
def test_any_records_are_examined(files: dict[str, Any], register: str, more: dict[str, Any]) -> None:
    examined(files, register, more)


@given(st.dictionaries(st.sampled_from(IDS), values, max_size=2), st.sampled_from(sorted(REGISTERS)), values)
def test_any_trees_are_examined(files: dict[str, Any], register: str, more: Any) -> None:
    examined(files, register, more)
