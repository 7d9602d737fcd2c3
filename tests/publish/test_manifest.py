"""The manifest knows every file that we published, and tells what was put there or changed since."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.publish import manifest
from chronicle.publish.manifest import Manifest

FILES = {"index.html": b"home", "events/a.html": b"a", "events/ب.html": b"", ".nojekyll": b""}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, data in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / manifest.FILE).write_bytes(manifest.manifest(FILES))
    return tmp_path


def known(site: Path) -> Manifest:
    found = manifest.read(site)
    assert found is not None
    return found


def strangers(site: Path) -> list[str]:
    return list(manifest.strangers(site, known(site)))


def test_a_manifest_names_every_file_with_the_digest_of_its_bytes(site: Path) -> None:
    assert known(site).files == {path: manifest.digest(data) for path, data in FILES.items()}


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), st.binary(), max_size=5))
def test_the_order_of_files_makes_no_difference(files: dict[str, bytes]) -> None:
    assert manifest.manifest(files) == manifest.manifest(dict(reversed(files.items())))


def test_what_was_published_has_no_strangers(site: Path) -> None:
    assert strangers(site) == []


def test_files_that_were_added_or_changed_are_strangers(site: Path) -> None:
    (site / "mine.txt").touch()
    (site / "events" / "a.html").write_bytes(b"b")
    (site / "deep" / "er").mkdir(parents=True)
    (site / "deep" / "er" / "x").touch()
    assert strangers(site) == ["mine.txt", "deep/er/x", "events/a.html"]


def test_links_are_strangers_wherever_they_lead(site: Path) -> None:
    (site / "folder").symlink_to(site / "events")
    (site / "file").symlink_to(site / "index.html")
    (site / "lost").symlink_to(site / "nowhere")
    assert strangers(site) == ["file", "folder", "lost"]


def test_a_folder_in_place_of_a_file_is_not_read(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").mkdir()
    (site / "index.html" / "x").touch()
    assert strangers(site) == ["index.html/x"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": ["index.html"]}', '{"files": {"a": 1}}'])
def test_what_is_no_manifest_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / manifest.FILE).write_text(text, encoding="utf-8")
    assert manifest.read(tmp_path) is None


def test_a_folder_without_a_manifest_has_none(tmp_path: Path) -> None:
    assert manifest.read(tmp_path) is None
    assert manifest.read(tmp_path / "nowhere") is None
