"""A publication that fails or is killed leaves the old site as it was, and the next one clears up."""

import errno
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from published import NEW, OLD, alone, files, refusal

from chronicle.publish import publish as publication
from chronicle.publish.publish import allow, publish


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


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
