"""What stands published is told from what somebody put there or changed, and read only where its look leaves doubt."""

import os
from pathlib import Path

import pytest
from published import NEW, OLD, files, publish

from chronicle.looks import SETTLED
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest
from chronicle.publish.places import INNER, JOURNAL, places
from chronicle.publish.publish import Standing, refuse_strange, standing

LONG_AFTER = 2**62


@pytest.fixture
def out(tmp_path: Path) -> Path:
    publish(OLD, tmp_path / "build")
    return tmp_path / "build"


def digests(site: dict[str, bytes]) -> dict[str, str]:
    return {path: manifest.digest(data) for path, data in site.items()}


def strange(out: Path) -> tuple[str, ...]:
    return standing(out, {}, 0).strange


def refused(out: Path) -> Refusal:
    with pytest.raises(Refusal) as raised:
        refuse_strange(out, standing(out, {}, 0))
    return raised.value


def test_what_was_published_stands(out: Path) -> None:
    found = standing(out, {}, 0)
    assert (found.files, found.strange) == (digests(OLD), ())
    assert found.looks.keys() == OLD.keys()
    refuse_strange(out, found)


def test_where_nothing_is_nothing_stands(tmp_path: Path) -> None:
    assert standing(tmp_path / "nowhere", {}, 0) == Standing()
    assert standing(tmp_path, {}, 0) == Standing()


def test_a_file_that_looks_as_it_was_seen_long_since_is_not_read(out: Path) -> None:
    seen = standing(out, {}, 0).looks
    known = digests(OLD) | {"index.html": "as the manifest says"}
    (out / manifest.FILE).write_bytes(manifest.manifest(known))
    assert standing(out, seen, LONG_AFTER).files == known
    assert standing(out, {}, LONG_AFTER).strange == ("index.html",)


def test_a_file_that_was_new_when_it_was_seen_is_read(out: Path) -> None:
    seen = standing(out, {}, 0).looks
    newest = max(max(look.modified, look.changed) for look in seen.values())
    (out / manifest.FILE).write_bytes(manifest.manifest(dict.fromkeys(OLD, "as the manifest says")))
    assert standing(out, seen, newest + SETTLED).strange == ()
    assert standing(out, seen, newest + SETTLED - 1).strange


def test_a_file_that_was_touched_and_has_its_bytes_still_stands_with_its_look_of_now(out: Path) -> None:
    seen = standing(out, {}, 0).looks
    os.utime(out / "index.html", ns=(0, 0))
    found = standing(out, seen, LONG_AFTER)
    assert found.files == digests(OLD)
    assert found.looks["index.html"].modified == 0


def test_a_change_of_the_same_size_is_found(out: Path) -> None:
    seen = standing(out, {}, 0).looks
    (out / "index.html").write_bytes(b"OLD")
    os.utime(out / "index.html", ns=(0, seen["index.html"].modified))
    assert standing(out, seen, LONG_AFTER).strange == ("index.html",)


def test_a_missing_file_does_not_stand_and_is_not_strange(out: Path) -> None:
    (out / "index.html").unlink()
    found = standing(out, {}, 0)
    assert found.files.keys() == found.looks.keys() == OLD.keys() - {"index.html"}
    assert found.strange == ()


def test_a_strangers_file_and_a_changed_one_are_named_in_order(out: Path) -> None:
    (out / "index.html").write_text("edited", encoding="utf-8")
    (out / "events" / "mine.txt").touch()
    (out / "deep" / "er").mkdir(parents=True)
    (out / "deep" / "er" / "x").touch()
    found = refused(out)
    assert found.message == f"{out} was changed since it was published: deep/er/x, events/mine.txt, index.html"
    assert "--force" in found.help


def test_of_many_files_five_are_named(out: Path) -> None:
    for number in range(7):
        (out / f"{number}.txt").touch()
    assert refused(out).message.endswith("0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more")


def test_links_are_strange_wherever_they_lead(tmp_path: Path, out: Path) -> None:
    (tmp_path / "copy").write_bytes(OLD["index.html"])
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(tmp_path / "copy")
    (out / "folder").symlink_to(out / "events")
    (out / "lost").symlink_to("nowhere")
    assert strange(out) == ("folder", "index.html", "lost")


def test_a_folder_in_place_of_a_file_is_not_read(out: Path) -> None:
    (out / "index.html").unlink()
    (out / "index.html").mkdir()
    (out / "index.html" / "x").touch()
    assert strange(out) == ("index.html/x",)


def test_without_a_manifest_everything_is_strange(out: Path) -> None:
    (out / manifest.FILE).unlink()
    assert strange(out) == tuple(sorted(OLD))


def test_a_link_in_place_of_the_manifest_is_strange_with_all_it_tells_of(tmp_path: Path, out: Path) -> None:
    (out / manifest.FILE).rename(tmp_path / "manifest")
    (out / manifest.FILE).symlink_to(tmp_path / "manifest")
    assert strange(out) == tuple(sorted([manifest.FILE, *OLD]))


def test_while_files_are_replaced_one_by_one_both_sites_are_ours_and_all_is_read(out: Path) -> None:
    seen = standing(out, {}, 0).looks
    (out / JOURNAL).write_bytes(manifest.manifest(digests(NEW)))
    (out / "index.html").write_bytes(NEW["index.html"])
    (out / "assets" / "deep").mkdir(parents=True)
    (out / "assets" / "deep" / "x.css").write_bytes(NEW["assets/deep/x.css"])
    (out / INNER).mkdir()
    (out / INNER / "half").touch()
    found = standing(out, seen, LONG_AFTER)
    assert found.strange == ()
    assert found.files == digests(OLD | NEW)
    (out / "events" / "a.html").write_bytes(b"?")
    assert strange(out) == ("events/a.html",)


@pytest.mark.parametrize("remade", [False, True])
def test_a_site_that_a_killed_run_had_moved_aside_comes_back(tmp_path: Path, remade: bool) -> None:
    at = places(tmp_path / "build")
    publish(OLD, at.out)
    at.journal.touch()
    at.out.rename(at.old)
    if remade:
        at.out.mkdir()
    assert standing(at.out, {}, 0).files == digests(OLD)
    assert files(at.out) == OLD
    assert not at.journal.exists()
    assert not at.old.exists()


def test_an_old_site_that_nobody_moved_aside_does_not_come_back(tmp_path: Path) -> None:
    at = places(tmp_path / "build")
    publish(OLD, at.old)
    assert standing(at.out, {}, 0) == Standing()
    assert not at.out.exists()
