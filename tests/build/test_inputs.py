"""Of the files that a site is made of, those count as changed whose content did."""

import os
from pathlib import Path

import pytest

from chronicle.build.fingerprints import digest
from chronicle.build.inputs import Inputs, Seen, compare, fingerprint, kept, settled, taken, taken_further
from chronicle.looks import SETTLED, look

RECORD = "events/one.yaml"
LATER = 2**62


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for file in ("chronicle.yaml", RECORD, "events/two.yaml", "registers/actors.yaml"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(f"{file}: a\n", encoding="utf-8")
    return tmp_path


def against(root: Path, past: Inputs, since: int = LATER) -> Inputs:
    return compare(root, taken(root), past.files, since)


def first(root: Path) -> Inputs:
    """Return the files of a build before."""
    found = compare(root, taken(root), {}, 0)
    return Inputs(kept(root, found, {}), found.changed)


def test_all_files_are_new_where_there_was_no_build_before(root: Path) -> None:
    assert first(root).changed == first(root).files.keys() > {RECORD, "chronicle.yaml"}


def test_what_is_kept_of_a_new_event_is_the_digest_of_what_was_read(root: Path) -> None:
    found = compare(root, taken(root), {}, 0)
    assert found.files[RECORD].digest == b""
    assert kept(root, found, {RECORD: b"as it was read"})[RECORD].digest == b"as it was read"


def test_what_no_record_is_read_from_is_kept_with_its_digest(root: Path) -> None:
    (root / "events/README.md").write_bytes(b"Read me.")
    assert kept(root, compare(root, taken(root), {}, 0), {})["events/README.md"].digest == digest(b"Read me.")


@pytest.mark.parametrize("file", [RECORD, "chronicle.yaml"])
def test_what_changed_since_it_was_looked_at_is_not_kept(root: Path, file: str) -> None:
    found = compare(root, taken(root), {}, 0)
    (root / file).write_text("another: size\n", encoding="utf-8")
    assert kept(root, found, {}).keys() == found.files.keys() - {file}


def test_an_event_that_changed_since_it_was_read_is_changed_for_the_next_build(root: Path) -> None:
    found = compare(root, taken(root), {}, 0)
    as_read = digest((root / RECORD).read_bytes())
    (root / RECORD).write_text("another: size\n", encoding="utf-8")
    past = Inputs(kept(root, found, {RECORD: as_read}), frozenset())
    assert past.files[RECORD] == Seen(found.files[RECORD].look, as_read)
    assert against(root, past).changed == {RECORD}


def test_a_touched_file_with_the_same_content_is_not_changed(root: Path) -> None:
    past = first(root)
    os.utime(root / RECORD, ns=(1, 1))
    found = against(root, past)
    assert found.changed == frozenset()
    assert found.files[RECORD].look != past.files[RECORD].look


def test_changed_content_of_the_same_size_and_time_is_found(root: Path) -> None:
    past = first(root)
    time = (root / RECORD).stat().st_mtime_ns
    (root / RECORD).write_text(f"{RECORD}: b\n", encoding="utf-8")
    os.utime(root / RECORD, ns=(time, time))
    assert against(root, past).changed == {RECORD}


def test_a_file_that_could_have_changed_unseen_is_read(root: Path) -> None:
    now = look(root / RECORD)
    assert now
    past = Inputs({**first(root).files, RECORD: Seen(now, b"another")}, frozenset())
    time = max(now.modified, now.changed)
    assert against(root, past, time + SETTLED - 1).changed == {RECORD}
    assert against(root, past, time + SETTLED).changed == frozenset()


def test_new_and_removed_files_are_changed(root: Path) -> None:
    past = first(root)
    (root / RECORD).unlink()
    (root / "events/new.yaml").touch()
    found = against(root, past)
    assert found.changed == {RECORD, "events/new.yaml"}
    assert RECORD not in found.files


def test_a_link_is_changed_at_every_build(root: Path) -> None:
    (root / "events/linked.yaml").symlink_to("one.yaml")
    past = first(root)
    assert against(root, past).changed == {"events/linked.yaml"}
    assert "events/linked.yaml" not in past.files
    assert not settled(taken(root), LATER)


def test_a_folder_that_is_a_link_is_changed_at_every_build(root: Path) -> None:
    (root / "static").symlink_to("registers")
    assert against(root, first(root)).changed == {"static"}


def test_files_that_the_settings_name_are_taken_in(root: Path) -> None:
    (root / "map.json").write_bytes(b"{}")
    found = compare(root, {**taken(root), **taken_further(root, ["map.json"])}, {}, 0)
    assert found.files["map.json"].digest == digest(b"{}")


def test_a_name_that_is_no_text_is_an_input_that_always_changed(tmp_path: Path) -> None:
    name = os.fsdecode(b"static/\xe9.txt")
    (tmp_path / "static").mkdir()
    (tmp_path / name).write_bytes(b"x")
    looked = taken(tmp_path)
    fingerprint(looked)
    found = compare(tmp_path, looked, {}, 0)
    assert found.changed & found.files.keys() == set()
    assert any("xe9" in path for path in found.changed)
