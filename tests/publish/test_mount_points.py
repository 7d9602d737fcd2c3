"""A site that is a mount point gets its files one by one, and is whole in the end."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from published import LATER, NEW, OLD, beside, files, folders, publish

from chronicle.looks import looks
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest, swap
from chronicle.publish.places import INNER, JOURNAL
from chronicle.publish.publish import standing, workplace


@pytest.fixture(params=["said", "mounted", "bound"])
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Return a mount point: a folder that is said to be one, a disk of its own, a folder of the same disk."""
    out, kind = tmp_path / "build", request.param
    out.mkdir()
    if kind == "said":
        monkeypatch.setattr(Path, "is_mount", lambda path: path == out)
        yield out
        return
    (tmp_path / "hidden" / "real").mkdir(parents=True)
    how = ["-t", "tmpfs", "none"] if kind == "mounted" else ["--bind", str(tmp_path / "hidden" / "real")]
    if os.geteuid() != 0 or subprocess.run(["mount", *how, str(out)], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted")
    yield out
    subprocess.run(["umount", str(out)], check=True)


def test_files_are_replaced_one_by_one_and_that_is_said(out: Path) -> None:
    for site in (OLD, NEW, LATER, OLD):
        found = publish(site, out)
        assert "one by one" in found.remark
        assert files(out) == site
        assert found.looks == {path: seen for path, seen in looks(out) if path != manifest.FILE}
        assert standing(out, {}, 0).strange == ()
        assert beside(out) in ([], ["hidden"])
    assert folders(out) == {"events", "years"}


def test_what_has_not_changed_stays(out: Path) -> None:
    publish(OLD, out)
    before = (out / "events" / "a.html").stat()
    publish(NEW, out)
    assert (out / "events" / "a.html").stat() == before


def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(out: Path) -> None:
    publish({"a": b"1", "b/c": b"2", "d/e/f": b"5"}, out)
    publish({"a/c": b"3", "b": b"4", "d/e": b"6"}, out)
    assert files(out) == {"a/c": b"3", "b": b"4", "d/e": b"6"}


def test_a_durable_site_is_the_same_site(out: Path) -> None:
    for site in (OLD, NEW):
        publish(site, out, durable=True)
        assert files(out) == site


def test_force_follows_no_link(out: Path, tmp_path: Path) -> None:
    publish(OLD, out)
    (tmp_path / "mine").mkdir()
    shutil.rmtree(out / "events")
    (out / "events").symlink_to(tmp_path / "mine")
    os.mkfifo(out / "pipe")
    publish(NEW, out, force=True)
    assert files(out) == NEW
    assert not (out / "pipe").exists()
    assert list((tmp_path / "mine").iterdir()) == []


def test_what_a_file_system_keeps_for_itself_stands_in_no_ones_way(out: Path) -> None:
    if not out.is_mount():
        pytest.skip("not told from any other folder")
    (out / "lost+found").mkdir()
    publish(OLD, out)
    assert files(out) == OLD


class Stopped:
    """Stands in for replacing a file: it works so many times, and then no more."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.replace = os.replace

    def __call__(self, source: str | Path, target: str | Path) -> None:
        if self.left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        self.left -= 1
        self.replace(source, target)


@pytest.mark.parametrize("count", range(1, 5))
@pytest.mark.parametrize("sites", [(NEW,), (OLD, LATER)])
def test_a_publication_that_was_cut_short_is_completed_by_the_next(
    out: Path, monkeypatch: pytest.MonkeyPatch, count: int, sites: tuple[dict[str, bytes], ...]
) -> None:
    for site in sites[:-1]:
        publish(site, out)
    with monkeypatch.context() as patched:
        patched.setattr("chronicle.publish.singly.os.replace", Stopped(count))
        with pytest.raises(Refusal, match="No space left on device") as raised:
            publish(sites[-1], out)
    assert raised.value.help == "part of the site is new already: build once more to complete it"
    assert standing(out, {}, 0).strange == ()
    publish(sites[-1], out)
    assert files(out) == sites[-1]
    assert standing(out, {}, 0).strange == ()
    publish(OLD, out)
    assert files(out) == OLD
    assert not (out / JOURNAL).exists()
    assert not (out / INNER).exists()


def test_a_publication_that_fails_before_the_first_file_says_that_nothing_has_changed(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)
    with monkeypatch.context() as patched:
        patched.setattr("chronicle.publish.singly.os.replace", Stopped(0))
        with pytest.raises(Refusal, match="No space left on device") as raised:
            publish(NEW, out)
    assert raised.value.help == "mend that, or publish elsewhere with --out; what was published has not changed"
    assert files(out) == OLD


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY])
def test_a_folder_that_proves_to_be_a_mount_point_gets_its_files_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    out = tmp_path / "build"

    def immovable(_one: Path, other: Path) -> bool:
        raise OSError(number, os.strerror(number), str(other))

    for site in (OLD, NEW):
        publish(site, out)
    monkeypatch.setattr(swap, "exchange", immovable)
    for site in (LATER, OLD, NEW):
        assert "one by one" in publish(site, out).remark
        assert files(out) == site
    assert beside(out) == []


def test_a_folder_that_proves_to_be_on_another_disk_gets_its_files_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "build"
    publish(OLD, out)

    def crossing(source: str, target: str, **_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), source, None, target)

    monkeypatch.setattr("chronicle.publish.tree.os.link", crossing)
    assert "one by one" in publish(NEW, out).remark
    assert files(out) == NEW
    assert beside(out) == []


def test_the_workplace_of_a_mount_point_is_inside_it(out: Path) -> None:
    assert (workplace(out) == out / INNER) is out.is_mount()
