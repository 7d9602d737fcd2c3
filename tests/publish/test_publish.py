"""A site is published whole, in the place of one that is ours, or not at all."""

import errno
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest
from chronicle.publish import publish as publication
from chronicle.publish.publish import allow, publish

OLD = {"index.html": b"old", "events/a.html": b"old a", "events/gone.html": b"gone"}
NEW = {"index.html": b"new", "events/a.html": b"old a", "assets/deep/x.css": b"x"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds but for the manifest."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != manifest.FILE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def refusal(out: Path, *, force: bool = False) -> Refusal:
    with pytest.raises(Refusal) as raised:
        publish(NEW, out, force=force)
    return raised.value


def alone(out: Path) -> bool:
    """Tell whether nothing of ours lies beside a folder."""
    return [path.name for path in out.parent.iterdir()] == [out.name]


class FullDisk:
    """Stands in for writing bytes: the disk takes so many files and no more."""

    def __init__(self, room: int) -> None:
        self.room = room

    def write_bytes(self, path: Path, data: bytes) -> int:
        if self.room == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        self.room -= 1
        with path.open("wb") as file:
            return file.write(data)


def full_disk(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    disk = FullDisk(room)
    monkeypatch.setattr(Path, "write_bytes", lambda path, data: disk.write_bytes(path, data))


# ------------------------------------------------------------------ what is published


def test_a_first_site_stands_where_nothing_was(out: Path) -> None:
    assert publish(NEW, out) == ""
    assert files(out) == NEW
    assert alone(out)


def test_missing_folders_above_are_made(tmp_path: Path) -> None:
    publish(NEW, tmp_path / "a" / "b" / "build")
    assert files(tmp_path / "a" / "b" / "build") == NEW


def test_an_empty_folder_is_taken(out: Path) -> None:
    out.mkdir()
    publish(NEW, out)
    assert files(out) == NEW
    assert alone(out)


def test_a_new_site_replaces_the_old_one_and_a_stale_page_goes(out: Path) -> None:
    publish(OLD, out)
    assert publish(NEW, out) == ""
    assert files(out) == NEW
    assert not (out / "events" / "gone.html").exists()
    assert alone(out)


def test_a_folder_may_be_named_by_dots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "sub")
    publish(OLD, Path("../beside"))
    assert files(tmp_path / "here" / "beside") == OLD
    publish(NEW, Path())
    assert files(tmp_path / "here" / "sub") == NEW


def test_a_file_system_without_exchange_gets_two_renames_and_that_is_said(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)
    monkeypatch.setattr(publication, "exchange", lambda _one, _other: False)
    assert "cannot exchange two folders" in publish(NEW, out)
    assert files(out) == NEW
    assert alone(out)


def test_an_old_site_that_cannot_be_removed_does_not_fail_the_new_one(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)

    def stuck(path: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(shutil, "rmtree", stuck)
    assert "could not be removed: Permission denied" in publish(NEW, out)
    assert files(out) == NEW


# ------------------------------------------------------------------ what is refused


def test_a_folder_that_we_did_not_publish_is_refused_even_by_force(out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    for force in (False, True):
        assert "did not publish" in refusal(out, force=force).message
    assert files(out) == {"thesis.txt": b"mine"}
    assert alone(out)


def test_a_manifest_that_cannot_be_read_is_none(out: Path) -> None:
    out.mkdir()
    (out / manifest.FILE).write_text("{", encoding="utf-8")
    assert "did not publish" in refusal(out).message


def test_a_symbolic_link_is_refused_and_what_it_leads_to_stays(tmp_path: Path, out: Path) -> None:
    publish(OLD, tmp_path / "elsewhere")
    out.symlink_to(tmp_path / "elsewhere")
    for force in (False, True):
        assert "symbolic link" in refusal(out, force=force).message
    assert files(tmp_path / "elsewhere") == OLD


def test_a_symbolic_link_to_nothing_is_refused(tmp_path: Path, out: Path) -> None:
    out.symlink_to(tmp_path / "nowhere")
    assert "symbolic link" in refusal(out).message


def test_a_file_is_refused(out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    assert "is not a folder" in refusal(out, force=True).message
    assert out.read_text(encoding="utf-8") == "mine"


def test_a_strangers_file_and_a_changed_one_are_named(out: Path) -> None:
    publish(OLD, out)
    (out / "events" / "mine.txt").write_text("mine", encoding="utf-8")
    (out / "index.html").write_text("edited", encoding="utf-8")
    found = refusal(out)
    assert found.message.endswith("was changed since it was published: index.html, events/mine.txt")
    assert "--force" in found.help
    assert (out / "events" / "mine.txt").exists()


def test_of_many_files_five_are_named(out: Path) -> None:
    publish(OLD, out)
    for number in range(7):
        (out / f"{number}.txt").touch()
    assert refusal(out).message.endswith("0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more")


def test_a_link_put_in_place_of_a_page_is_named(tmp_path: Path, out: Path) -> None:
    publish(OLD, out)
    (tmp_path / "copy").write_bytes(OLD["index.html"])
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(tmp_path / "copy")
    (out / "linked").symlink_to(tmp_path)
    assert refusal(out).message.endswith(": index.html, linked")


def test_force_replaces_what_was_changed_and_follows_no_link(tmp_path: Path, out: Path) -> None:
    publish(OLD, out)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kept.txt").touch()
    (out / "linked").symlink_to(tmp_path / "mine")
    (out / "index.html").write_text("edited", encoding="utf-8")
    publish(NEW, out, force=True)
    assert files(out) == NEW
    assert (tmp_path / "mine" / "kept.txt").exists()


def test_a_file_that_is_missing_stops_nothing(out: Path) -> None:
    publish(OLD, out)
    (out / "index.html").unlink()
    publish(NEW, out)
    assert files(out) == NEW


def test_allowing_changes_nothing(out: Path) -> None:
    allow(out)
    assert not out.exists()
    publish(OLD, out)
    allow(out)
    assert files(out) == OLD


# ------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize("room", range(len(NEW) + 1))
def test_a_full_disk_leaves_the_old_site_untouched_wherever_it_fills(
    out: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    publish(OLD, out)
    with monkeypatch.context() as patched:
        full_disk(patched, room)
        found = refusal(out)
    assert "No space left on device" in found.message
    assert found.help == "the published site is unchanged"
    assert files(out) == OLD
    assert alone(out)
    publish(NEW, out)
    assert files(out) == NEW


def test_a_parent_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "could not be written" in refusal(tmp_path / "file" / "build").message


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "File name too long" in refusal(tmp_path / ("x" * 300)).message


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_parent_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert "Permission denied" in refusal(tmp_path / "build").message
    finally:
        tmp_path.chmod(0o755)


def test_a_parent_of_a_read_only_file_system_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, out)

    def read_only(path: Path, *_: object, **__: object) -> NoReturn:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", read_only)
        assert "Read-only file system" in refusal(out).message
    assert files(out) == OLD


def test_a_failed_exchange_leaves_the_old_site_untouched(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, out)

    def busy(one: Path, _other: Path) -> NoReturn:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(one))

    monkeypatch.setattr(publication, "exchange", busy)
    refusal(out)
    assert files(out) == OLD
    assert alone(out)


def test_a_failed_second_rename_puts_the_old_site_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, out)
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == ".build.next":
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(publication, "exchange", lambda _one, _other: False)
        patched.setattr(Path, "rename", failing)
        assert "Input/output error" in refusal(out).message
    assert files(out) == OLD
    assert alone(out)


def test_an_interruption_while_writing_leaves_the_old_site_untouched(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)

    def interrupted(_path: Path, _data: bytes) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", interrupted)
        with pytest.raises(KeyboardInterrupt):
            publish(NEW, out)
    assert files(out) == OLD
    publish(NEW, out)
    assert files(out) == NEW
    assert alone(out)


@pytest.fixture
def killed(out: Path) -> Path:
    """Return the output of a run that was killed while it wrote, with what it had written so far beside it."""
    publish(OLD, out)
    staged = out.with_name(".build.next")
    (staged / "events").mkdir(parents=True)
    (staged / "events" / "half.html").write_bytes(b"ha")
    return out


def test_the_leftovers_of_a_killed_run_are_cleared_away(killed: Path) -> None:
    publish(NEW, killed)
    assert files(killed) == NEW
    assert alone(killed)


def test_a_site_that_a_killed_run_had_moved_aside_comes_back(out: Path) -> None:
    publish(OLD, out)
    out.rename(out.with_name(".build.old"))
    allow(out)
    assert files(out) == OLD
    assert alone(out)


@pytest.mark.parametrize("offered", [True, False])
def test_an_old_site_that_a_killed_run_left_beside_the_new_one_goes(
    out: Path, monkeypatch: pytest.MonkeyPatch, offered: bool
) -> None:
    publish(NEW, out)
    shutil.copytree(out, out.with_name(".build.old"))
    if not offered:
        monkeypatch.setattr(publication, "exchange", lambda _one, _other: False)
    publish(OLD, out)
    assert files(out) == OLD
    assert alone(out)
