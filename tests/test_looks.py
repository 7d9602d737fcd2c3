"""How a file looks tells whether anything may have changed in it."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.looks import SETTLED, Look, inodes, look, looks, lying

times = st.integers(min_value=0, max_value=2**62)


def test_a_file_looks_the_same_until_somebody_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    before = look(file)
    assert before is not None
    assert look(file) == before
    file.write_bytes(b"three")
    assert look(file) != before


def test_the_same_bytes_in_another_file_look_otherwise(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).write_bytes(b"same")
        os.utime(tmp_path / name, ns=(0, 0))
    assert look(tmp_path / "one") != look(tmp_path / "other")


def test_a_restored_time_of_change_does_not_hide_a_change(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    before = look(file)
    assert before is not None
    while (now := look(file)) is not None and now.changed == before.changed:
        file.write_bytes(b"two")
        os.utime(file, ns=(before.modified, before.modified))
    assert now is not None
    assert (now.size, now.modified, now.inode) == (before.size, before.modified, before.inode)
    assert now != before


@pytest.mark.parametrize("make", ["folder", "link", "nothing"])
def test_what_is_no_regular_file_has_no_look(tmp_path: Path, make: str) -> None:
    path = tmp_path / "path"
    if make == "folder":
        path.mkdir()
    elif make == "link":
        (tmp_path / "file").touch()
        path.symlink_to("file")
    assert look(path) is None


@given(times, times, times)
def test_a_look_is_settled_when_both_times_lie_two_seconds_back(modified: int, changed: int, before: int) -> None:
    settled = before - modified >= SETTLED and before - changed >= SETTLED
    assert Look(0, modified, changed, 0).settled(before) is settled


def test_all_that_lies_below_a_folder_is_seen_but_folders(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for path in ("a", "deep/b", "deep/er/ج", ".hidden"):
        (tmp_path / path).touch()
    (tmp_path / "lost").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    found = dict(looks(tmp_path))
    assert {path for path, seen in found.items() if seen} == {"a", "deep/b", "deep/er/ج", ".hidden"}
    assert {path for path, seen in found.items() if not seen} == {"lost", "pipe"}
    assert all(seen is None or seen == look(tmp_path / path) for path, seen in found.items())


def test_the_same_file_has_the_same_inode_under_every_name(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a").write_text("a")
    (tmp_path / "deep" / "b").hardlink_to(tmp_path / "a")
    (tmp_path / "link").symlink_to("a")
    found = dict(inodes(tmp_path))
    assert found.keys() == {"a", "deep/b", "link"}
    assert found["a"] == found["deep/b"] == (tmp_path / "a").stat().st_ino != found["link"]


def test_a_link_to_a_folder_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").touch()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "round").symlink_to(".")
    assert sorted(path for path, _ in looks(tmp_path)) == ["link", "real/file", "round"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert list(looks(tmp_path / "nowhere")) == []
    assert list(looks(tmp_path / "file")) == []


def test_what_lies_there_is_told_with_its_mode(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(0o640)
    assert [(path, found.st_mode & 0o777) for path, found in lying(tmp_path)] == [("file", 0o640)]


def test_a_folder_that_cannot_be_listed_is_seen_itself_without_a_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "file").touch()
    listed = os.scandir

    def refused(path: str) -> object:
        if path.rstrip("/").endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert dict(looks(tmp_path)) == {"closed": None}
