"""A site is published whole, in the place of one that is ours."""

import errno
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from published import NEW, OLD, alone, files, refusal

from chronicle.publish import manifest
from chronicle.publish import publish as publication
from chronicle.publish.publish import allow, publish


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


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
