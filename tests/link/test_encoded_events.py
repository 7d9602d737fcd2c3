"""What is kept of a chronicle between two builds comes back as it was."""

import shutil
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

import drawn_chronicles as drawn
from chronicle.link.event import Event
from chronicle.link.link import link
from chronicle.link.totals import Contribution, Measure
from chronicle.quantities import Total
from chronicle.read.filed import Filed, Records
from chronicle.read.records import read
from chronicle.records.event import EventRecord, SignpostRecord

RECORDS = Path(__file__).parent.parent / "records"
GOOD = sorted((RECORDS / "good").glob("*.yaml"))
FOLDERS = {place.name for place in (RECORDS / "good").iterdir() if place.is_dir()}


def decoded(value: object, kind: Any) -> object:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=kind)


def assert_all_come_back(records: Records) -> None:
    chronicle, _ = link(records)
    for filed in records.events:
        assert decoded(filed, Filed[EventRecord]) == filed
    for post in records.signposts:
        assert decoded(post, Filed[SignpostRecord]) == post
    for id_, event in chronicle.events.items():
        assert decoded(event, Event) == event
        assert decoded(chronicle.contributions[id_], Contribution) == chronicle.contributions[id_]


def test_what_is_counted_comes_back_with_its_name() -> None:
    contribution = {Measure("killed", "police"): Total(least=1, most=None, records=1)}
    ((measure, total),) = msgspec.msgpack.decode(msgspec.msgpack.encode(contribution), type=Contribution).items()
    assert (measure.kind, measure.noun, total) == ("killed", "police", contribution[measure])


def test_good_records_come_back_from_bytes_as_they_were(tmp_path: Path) -> None:
    for folder in ("registers", "events", "static"):
        shutil.copytree(RECORDS / folder, tmp_path / folder)
    shutil.copytree(RECORDS / "good", tmp_path / "events", dirs_exist_ok=True, ignore=lambda *_: FOLDERS)
    shutil.copy(RECORDS / "chronicle.yaml", tmp_path)
    records, _ = read(tmp_path)
    kept = {each.id for each in records.events} | {each.id for each in records.signposts}
    assert kept >= {file.stem for file in GOOD}
    assert_all_come_back(records)


@given(drawn.events(), st.tuples(drawn.filed_signpost("z")))
def test_any_records_come_back_from_bytes_as_they_were(
    events: tuple[Filed[EventRecord], ...], signposts: tuple[Filed[SignpostRecord], ...]
) -> None:
    assert_all_come_back(drawn.records(events, "2020-01-01", signposts))
