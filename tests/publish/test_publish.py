"""A site is published whole, in the place of one that is ours."""

import os
import shutil
from pathlib import Path

import pytest
from published import LATER, NEW, OLD, beside, files, folders, publish, refusal, twin

from chronicle.looks import looks
from chronicle.publish import manifest, swap
from chronicle.publish.publish import Standing, abandon, standing, workplace
from chronicle.publish.publish import publish as put


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def digests(site: dict[str, bytes]) -> dict[str, str]:
    return {path: manifest.digest(data) for path, data in site.items()}


# ------------------------------------------------------------------ what is published


def test_a_first_site_stands_where_nothing_was(out: Path) -> None:
    assert publish(NEW, out).remark == ""
    assert files(out) == NEW
    assert beside(out) == []


def test_missing_folders_above_are_made(tmp_path: Path) -> None:
    publish(NEW, tmp_path / "a" / "b" / "build")
    assert files(tmp_path / "a" / "b" / "build") == NEW


def test_an_empty_folder_is_taken(out: Path) -> None:
    out.mkdir()
    publish(NEW, out)
    assert files(out) == NEW
    assert beside(out) == []


def test_a_new_site_replaces_the_old_one_and_a_stale_page_goes_with_its_folder(out: Path) -> None:
    publish(OLD, out)
    assert publish(NEW, out).remark == ""
    assert files(out) == NEW
    assert folders(out) == {"events", "assets", "assets/deep"}
    assert beside(out) == [".build.twin"]


def test_the_manifest_is_the_same_however_a_site_came_about(tmp_path: Path) -> None:
    publish(OLD, tmp_path / "one")
    publish(NEW, tmp_path / "one")
    publish(dict(reversed(NEW.items())), tmp_path / "other")
    assert manifest.read(tmp_path / "one") == manifest.Manifest(digests(NEW))
    assert (tmp_path / "one" / manifest.FILE).read_bytes() == (tmp_path / "other" / manifest.FILE).read_bytes()


@pytest.mark.parametrize("sites", [(NEW,), (OLD, NEW), (OLD, NEW, LATER), (OLD, NEW, OLD, LATER)])
def test_the_looks_that_are_returned_are_those_of_the_published_files(
    out: Path, sites: tuple[dict[str, bytes], ...]
) -> None:
    for site in sites:
        found = publish(site, out).looks
    now = dict(looks(out))
    del now[manifest.FILE]
    assert found == now


def test_what_has_not_changed_is_the_very_file_that_stood(out: Path) -> None:
    publish(OLD, out)
    before = (out / "events" / "a.html").stat()
    publish(NEW, out)
    after = (out / "events" / "a.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_was_written_again_with_the_same_bytes_stays_as_it_stood(out: Path) -> None:
    publish(OLD, out)
    before = (out / "index.html").stat().st_ino
    fresh = workplace(out)
    (fresh / "index.html").write_bytes(OLD["index.html"])
    put(fresh, digests(OLD), out, stands=standing(out, {}, 0))
    assert (out / "index.html").stat().st_ino == before


def test_a_site_that_is_the_same_is_left_alone(out: Path) -> None:
    publish(OLD, out)
    before = out.stat().st_ino
    publish(OLD, out)
    assert out.stat().st_ino == before
    assert beside(out) == []


def test_a_file_of_the_workplace_that_is_not_of_the_site_is_not_published(out: Path) -> None:
    fresh = workplace(out)
    (fresh / "draft").mkdir()
    for path in ("index.html", "draft/page.html"):
        (fresh / path).write_bytes(b"home")
    put(fresh, digests({"index.html": b"home"}), out, stands=Standing())
    assert files(out) == {"index.html": b"home"}
    assert folders(out) == set()


def test_a_file_that_is_nowhere_is_a_fault_of_the_caller(out: Path) -> None:
    publish(OLD, out)
    stands = standing(out, {}, 0)
    with pytest.raises(ValueError, match=r"assets/deep/x\.css was not handed over"):
        put(workplace(out), digests(OLD | {"assets/deep/x.css": b"x"}), out, stands=stands)
    assert files(out) == OLD
    assert beside(out) == []


def test_a_link_in_the_workplace_is_never_published(tmp_path: Path, out: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    fresh = workplace(out)
    (fresh / "index.html").symlink_to(tmp_path / "secret")
    with pytest.raises(ValueError, match="not handed over"):
        put(fresh, digests({"index.html": b"secret"}), out, stands=Standing())
    assert not out.exists()


def test_a_workplace_is_empty_however_the_last_run_ended(out: Path) -> None:
    (workplace(out) / "half.html").touch()
    assert list(workplace(out).iterdir()) == []


def test_an_abandoned_workplace_is_gone(out: Path) -> None:
    (workplace(out) / "page.html").touch()
    abandon(out)
    assert list(out.parent.iterdir()) == []


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_everybody_may_read_a_site_and_its_owner_alone_may_write_it(out: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        for site in (OLD, NEW, LATER):
            publish(site, out)
            modes = {path: path.stat().st_mode & 0o7777 for path in (out, *out.rglob("*"))}
            assert {mode for path, mode in modes.items() if path.is_dir()} == {0o755}
            assert {mode for path, mode in modes.items() if path.is_file()} == {0o644}
    finally:
        os.umask(before)


def test_a_folder_may_be_named_by_dots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "sub")
    publish(OLD, Path("../beside"))
    assert files(tmp_path / "here" / "beside") == OLD
    publish(NEW, Path())
    assert files(tmp_path / "here" / "sub") == NEW


@pytest.mark.parametrize("site", [NEW, LATER])
def test_a_durable_site_is_the_same_site(out: Path, site: dict[str, bytes]) -> None:
    for number in (OLD, site, NEW, site):
        publish(number, out, durable=True)
        assert files(out) == number


# ------------------------------------------------------------------ what stands in the way


def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(out: Path) -> None:
    common = {f"events/{number}.html": b"" for number in range(9)}
    for _ in range(2):
        publish({**common, "a": b"1", "b/c": b"2"}, out)
        publish({**common, "a/c": b"3", "b": b"4"}, out)
        assert files(out) == {**common, "a/c": b"3", "b": b"4"}


def test_an_empty_folder_that_somebody_made_gives_way(out: Path) -> None:
    for site in (OLD, NEW):
        publish(site, out)
    for tree in (out, twin(out)):
        (tree / "events" / "d.html").mkdir()
    publish(LATER, out)
    assert files(out) == LATER


def test_a_file_system_without_exchange_gets_two_renames_and_that_is_said(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)
    monkeypatch.setattr(swap, "exchange", lambda _one, _other: False)
    for site in (NEW, LATER):
        assert "cannot exchange two folders" in publish(site, out).remark
        assert files(out) == site
        assert beside(out) == [".build.twin"]


def test_force_replaces_what_was_changed_and_follows_no_link(tmp_path: Path, out: Path) -> None:
    publish(OLD, out)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kept.txt").touch()
    (out / "linked").symlink_to(tmp_path / "mine")
    shutil.rmtree(out / "years")
    (out / "years").symlink_to(tmp_path / "mine")
    (out / "index.html").write_text("edited", encoding="utf-8")
    publish(NEW, out, force=True)
    assert files(out) == NEW
    assert sorted(path.name for path in out.iterdir()) == [manifest.FILE, "assets", "events", "index.html"]
    assert (tmp_path / "mine" / "kept.txt").exists()


def test_a_page_under_a_linked_folder_is_published_under_a_folder(tmp_path: Path, out: Path) -> None:
    publish(OLD, out)
    shutil.move(out / "events", tmp_path / "elsewhere")
    (out / "events").symlink_to(tmp_path / "elsewhere")
    before = files(tmp_path / "elsewhere")
    publish(NEW, out, force=True)
    assert files(out) == NEW
    assert not (out / "events").is_symlink()
    assert files(tmp_path / "elsewhere") == before


def test_a_file_that_is_missing_stops_nothing(out: Path) -> None:
    publish(OLD, out)
    (out / "index.html").unlink()
    publish(NEW, out)
    assert files(out) == NEW


def test_a_link_that_took_the_place_of_the_site_meanwhile_is_refused(tmp_path: Path, out: Path) -> None:
    publish(OLD, out)
    stands, fresh = standing(out, {}, 0), workplace(out)
    out.rename(tmp_path / "elsewhere")
    out.symlink_to(tmp_path / "elsewhere")
    (fresh / "new.html").touch()
    with pytest.raises(Exception, match="symbolic link"):
        put(fresh, digests(OLD | {"new.html": b""}), out, stands=stands)
    assert files(tmp_path / "elsewhere") == OLD


def test_a_page_that_was_edited_while_the_site_was_built_stops_its_publication(out: Path) -> None:
    publish(OLD, out)
    stands, fresh = standing(out, {}, 0), workplace(out)
    (out / "events" / "a.html").write_bytes(b"edited")
    (fresh / "index.html").write_bytes(b"new")
    with pytest.raises(Exception, match=r"was changed while the site was built: events/a\.html"):
        put(fresh, digests(OLD | {"index.html": b"new"}), out, stands=stands)
    assert files(out) == OLD | {"events/a.html": b"edited"}
    assert beside(out) == []


def test_what_was_changed_is_refused_and_stays(out: Path) -> None:
    publish(OLD, out)
    (out / "index.html").write_text("edited", encoding="utf-8")
    assert "index.html" in refusal(out).message
    assert files(out) == OLD | {"index.html": b"edited"}
