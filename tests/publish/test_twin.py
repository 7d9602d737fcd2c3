"""The twin of a site is the published tree once more, and never anything else."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from published import LATER, NEW, OLD, beside, files, folders, is_twin, publish, twin

from chronicle.publish import manifest


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a site that was published twice."""
    for site in (OLD, NEW):
        publish(site, tmp_path / "build")
    return tmp_path / "build"


def test_the_twin_holds_the_very_files_of_the_site(out: Path) -> None:
    assert is_twin(out)
    publish(LATER, out)
    assert is_twin(out)
    assert files(twin(out)) == LATER


def test_nothing_of_a_withdrawn_page_remains_in_the_twin(out: Path) -> None:
    publish(OLD, out)
    publish(NEW, out)
    assert files(twin(out)) == NEW
    assert folders(twin(out)) == folders(out)
    assert b"gone" not in (twin(out) / manifest.FILE).read_bytes()


def test_the_next_publication_is_made_of_the_twin(out: Path) -> None:
    inode = twin(out).stat().st_ino
    publish(LATER, out)
    assert out.stat().st_ino == inode


@pytest.mark.parametrize("odd", ["added", "empty", "changed", "copied", "missing", "linked", "folder", "manifest"])
def test_a_twin_that_is_odd_is_made_anew(out: Path, odd: str) -> None:
    other, page = twin(out), twin(out) / "events" / "c.html"
    if odd == "added":
        (other / "stranger.html").touch()
    elif odd == "empty":
        (other / "events" / "strange").mkdir()
    elif odd in ("changed", "copied", "missing"):
        page.unlink()
        if odd != "missing":
            page.write_bytes(b"changed" if odd == "changed" else NEW["events/c.html"])
    elif odd == "linked":
        shutil.move(other / "events", out.with_name("elsewhere"))
        (other / "events").symlink_to(out.with_name("elsewhere"))
    elif odd == "folder":
        shutil.rmtree(other)
        other.write_text("a file", encoding="utf-8")
    else:
        (other / manifest.FILE).unlink()
    inode = other.stat().st_ino
    publish(LATER, out)
    assert files(out) == LATER
    assert folders(out) == {"assets", "assets/deep", "events"}
    assert out.stat().st_ino != inode
    assert is_twin(out)


@pytest.mark.parametrize("target", ["build", "elsewhere"])
def test_a_link_is_no_twin(out: Path, target: str) -> None:
    twin(out).rename(out.with_name("elsewhere"))
    twin(out).symlink_to(target)
    before = files(out.with_name("elsewhere"))
    publish(LATER, out)
    assert not out.is_symlink()
    assert files(out) == LATER
    assert is_twin(out)
    assert files(out.with_name("elsewhere")) == before


def test_a_page_that_was_edited_in_place_is_edited_in_the_twin_too_and_is_not_published(out: Path) -> None:
    (out / "events" / "c.html").write_bytes(b"edited")
    assert files(twin(out))["events/c.html"] == b"edited"
    publish(LATER, out, force=True)
    assert files(out) == files(twin(out)) == LATER


def test_by_force_what_somebody_put_into_the_site_goes_from_the_twin_too(tmp_path: Path, out: Path) -> None:
    (out / "events" / "mine").mkdir()
    (out / "events" / "mine" / "own.txt").touch()
    (out / "linked").symlink_to(tmp_path)
    for site in (LATER, NEW):
        publish(site, out, force=True)
        assert files(out) == files(twin(out)) == site
        assert folders(out) == folders(twin(out)) == {"events", "assets", "assets/deep"}


def test_a_site_that_is_new_for_the_most_part_keeps_no_twin(out: Path) -> None:
    site = {path: data + b"!" for path, data in NEW.items()}
    publish(site, out)
    assert files(out) == site
    assert beside(out) == []


def test_a_twin_without_its_site_is_of_no_use(out: Path) -> None:
    shutil.rmtree(out)
    publish(LATER, out)
    assert files(out) == LATER
    assert beside(out) == []


@pytest.mark.parametrize("number", [errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP])
def test_where_there_are_no_hard_links_files_are_copied_and_there_is_no_twin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    out = tmp_path / "build"
    publish(OLD, out)

    def none(source: str, target: str, **_: object) -> None:
        raise OSError(number, os.strerror(number), source, None, target)

    monkeypatch.setattr("chronicle.publish.tree.os.link", none)
    for site in (NEW, LATER):
        assert publish(site, out).remark == ""
        assert files(out) == site
        assert beside(out) == []


def test_a_twin_that_cannot_be_removed_is_told_of(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (twin(out) / "stranger.html").touch()
    remove = shutil.rmtree

    def refusing(path: Path) -> None:
        if path == twin(out):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        remove(path)

    monkeypatch.setattr(shutil, "rmtree", refusing)
    assert publish(LATER, out).remark.startswith(f"{twin(out)} could not be removed: Permission denied")
    assert files(out) == LATER
