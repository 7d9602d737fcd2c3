from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.problems.refusal import Refusal
from chronicle.read.filed import Records
from chronicle.read.records import read
from chronicle.records.event import EventRecord

SETTINGS = "title: Small\ndescription: Small.\n"
EVENT = "type: a\ntitle: b\ndate: unknown\nsources: [c]\n"

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write a chronicle from texts by file name; __ stands for /."""

    def of(**files: str) -> Path:
        for name, text in {"chronicle": SETTINGS, **files}.items():
            path = tmp_path / f"{name.replace('__', '/')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return of


def told(root: Path) -> list[tuple[str, str]]:
    return sorted((problem.code, problem.file) for problem in read(root)[1])


def records(root: Path) -> Records:
    return read(root)[0]


def test_a_folder_without_settings_is_no_chronicle(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"there is no chronicle\.yaml here"):
        read(tmp_path)


def test_a_chronicle_may_be_empty(written: Written) -> None:
    found, problems = read(written())
    assert problems == []
    assert (found.events, found.signposts, found.locations, found.sources) == ((), (), (), ())


def test_the_file_name_is_the_id_and_the_folder_is_a_habit(written: Written) -> None:
    found = records(written(events__2020__a=EVENT, events__b=EVENT, events__x__y__c=EVENT))
    assert [(event.id, event.file) for event in found.events] == [
        ("a", "events/2020/a.yaml"),
        ("b", "events/b.yaml"),
        ("c", "events/x/y/c.yaml"),
    ]


def test_a_record_is_what_its_file_says(written: Written) -> None:
    (event,) = records(written(events__a=EVENT)).events
    assert event.record == EventRecord(type="a", title="b", date="unknown", sources=("c",))
    assert (event.field, event.lost) == ((), ())


def test_two_files_of_one_name_are_told_and_both_are_kept(written: Written) -> None:
    root = written(events__a__x=EVENT, events__b__x=EVENT)
    found, (problem,) = read(root)
    assert [event.file for event in found.events] == ["events/a/x.yaml"]
    assert [event.file for event in found.doubles] == ["events/b/x.yaml"]
    assert (problem.code, problem.file) == ("duplicate-id", "events/b/x.yaml")
    assert problem.message == 'the id "x" is taken: events/a/x.yaml has it'


def test_an_event_and_a_signpost_of_one_name_are_told(written: Written) -> None:
    root = written(events__a__x=EVENT, events__b__x="withdrawn: Because.\n")
    found, (problem,) = read(root)
    assert (len(found.events), len(found.signposts), problem.code) == (1, 0, "duplicate-id")


def test_a_file_name_that_is_no_id_is_told_and_the_record_is_kept(written: Written) -> None:
    found, (problem,) = read(written(**{"events__2020_11 Kobani": EVENT}))
    assert [event.id for event in found.events] == ["2020_11 Kobani"]
    assert (problem.code, problem.help.partition(":")[0]) == ("file-name", "rename it to 2020-11-kobani.yaml")


def test_signposts_are_told_apart_by_their_keys(written: Written) -> None:
    root = written(events__a="withdrawn: Because.\n", events__b="merged_into: c\nformerly: [d]\n", events__c=EVENT)
    found, problems = read(root)
    assert problems == []
    assert [(post.id, post.record.withdrawn, post.record.merged_into) for post in found.signposts] == [
        ("a", "Because.", None),
        ("b", "", "c"),
    ]


def test_old_ids_alone_make_no_signpost(written: Written) -> None:
    assert told(written(events__a="formerly: [b]\n")) == [("missing-key", "events/a.yaml")] * 4


def test_a_record_of_which_nothing_can_be_read_is_known_by_its_id(written: Written) -> None:
    root = written(events__a="type: [", events__b="", events__c=EVENT)
    (root / "events" / "d.yaml").symlink_to("c.yaml")
    assert records(root).unread_events == {"a", "b", "d"}


def test_a_record_that_is_no_mapping_is_an_event_that_lacks_everything(written: Written) -> None:
    (event,) = records(written(events__a="- b\n")).events
    assert event.lacks("title")
    assert event.lacks("anything")


def test_a_register_is_a_file_or_a_folder_or_both(written: Written) -> None:
    root = written(
        registers__actors="a: {name: A}\n",
        registers__actors__x__b="b: {name: B}\n",
        registers__actors__c="c: {name: C}\n",
    )
    found, problems = read(root)
    assert problems == []
    assert [(entry.id, entry.file, entry.field) for entry in found.actors] == [
        ("a", "registers/actors.yaml", ("a",)),
        ("c", "registers/actors/c.yaml", ("c",)),
        ("b", "registers/actors/x/b.yaml", ("b",)),
    ]


def test_an_id_in_two_files_of_a_register_is_told(written: Written) -> None:
    root = written(registers__actors="a: {name: A}\n", registers__actors__x="a: {name: Another}\n")
    found, (problem,) = read(root)
    assert [entry.record.name for entry in found.actors] == ["A"]
    assert (problem.code, problem.file, problem.field) == ("duplicate-id", "registers/actors/x.yaml", ("a",))


def test_one_id_may_stand_in_several_registers(written: Written) -> None:
    assert told(written(registers__actors="a: {name: A}\n", registers__locations="a: {name: A, kind: area}\n")) == []


def test_a_faulty_entry_is_known_all_the_same(written: Written) -> None:
    root = written(registers__locations="a: {name: A}\nb: Text\nC: {name: C, kind: town}\n")
    found, problems = read(root)
    assert [problem.code for problem in problems] == ["missing-key", "wrong-kind", "malformed-id"]
    assert [(entry.id, entry.record.name) for entry in found.locations] == [("a", "A"), ("b", "b"), ("C", "C")]
    assert [entry.lacks("kind") for entry in found.locations] == [True, True, False]


def test_a_register_of_which_a_file_cannot_be_read_is_not_whole(written: Written) -> None:
    root = written(
        registers__actors="a: [", registers__sources="- a\n", registers__types="", registers__locations="{}\n"
    )
    (root / "registers" / "types").symlink_to("nowhere")
    assert records(root).unread_registers == {"actors", "sources", "types"}


def test_an_empty_register_says_all_that_it_has(written: Written) -> None:
    found, (problem,) = read(written(registers__actors="# nobody yet\n"))
    assert (problem.code, found.unread_registers) == ("empty-file", frozenset())


def test_a_file_beside_the_registers_is_told(written: Written) -> None:
    assert told(written(registers__places="a: {name: A}\n")) == [("stray-file", "registers/places.yaml")]


def test_registers_behind_a_link_are_refused_once(written: Written) -> None:
    root = written(elsewhere__actors="a: {name: A}\n")
    (root / "registers").symlink_to(root / "elsewhere")
    found, problems = read(root)
    assert [(problem.code, problem.file) for problem in problems] == [("symbolic-link", "registers")]
    assert found.unread_registers == {"locations", "actors", "sources", "types"}


@pytest.mark.parametrize("name", ["chronicle.yaml", "registers/actors.yaml"])
def test_a_file_behind_a_link_is_refused(written: Written, name: str) -> None:
    root = written(registers__actors="a: {name: A}\n")
    (root / name).rename(root / "elsewhere")
    (root / name).symlink_to(root / "elsewhere")
    assert told(root) == [("symbolic-link", name)]


def test_settings_that_cannot_be_read_hide_no_other_problem(written: Written) -> None:
    root = written(chronicle="title: [", events__a="type: b\n")
    assert {file for _, file in told(root)} == {"chronicle.yaml", "events/a.yaml"}


def test_faulty_settings_keep_what_can_be_read_of_them(written: Written) -> None:
    settings = records(written(chronicle="titel: Small\nlanguages: [ar, en]\nbegins: 2011-03-15\n")).settings
    assert (settings.title, settings.language, settings.begins) == ("", "ar", "2011-03-15")


def test_a_language_twice_is_told_where_it_is_written(written: Written) -> None:
    root = written(chronicle=f"{SETTINGS}languages: [en, Arabic, ar, en]\n")
    assert [(problem.code, problem.field) for problem in read(root)[1]] == [
        ("malformed-language", ("languages", 1)),
        ("repeated-item", ("languages", 3)),
    ]


def test_a_large_event_is_told_and_a_large_register_is_read(written: Written) -> None:
    long = "x" * 300_000
    root = written(events__a=f"{EVENT}note: {long}\n", registers__actors=f"a: {{name: A, note: {long}}}\n")
    assert told(root) == [("yaml-size", "events/a.yaml")]
