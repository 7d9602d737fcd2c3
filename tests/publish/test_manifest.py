"""The manifest knows every file that we published."""

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
    (tmp_path / manifest.FILE).write_bytes(
        manifest.manifest({path: manifest.digest(data) for path, data in FILES.items()})
    )
    return tmp_path


def known(site: Path) -> Manifest:
    found = manifest.read(site)
    assert found is not None
    return found


def test_a_manifest_names_every_file_with_the_digest_of_its_bytes(site: Path) -> None:
    assert known(site).files == {path: manifest.digest(data) for path, data in FILES.items()}


def test_a_digest_is_what_sha256sum_tells() -> None:
    assert manifest.digest(b"a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_a_file_is_known_by_the_digest_of_an_earlier_manifest_too() -> None:
    assert manifest.is_of("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", b"a")
    assert manifest.is_of("27c35e6e9373877f29e562464e46497e", b"a")
    assert not manifest.is_of("27c35e6e9373877f29e562464e46497e", b"b")


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), st.text("0123456789abcdef"), max_size=5))
def test_the_order_of_files_makes_no_difference(files: dict[str, str]) -> None:
    assert manifest.manifest(files) == manifest.manifest(dict(reversed(files.items())))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"files": ["index.html"]}', '{"files": {"a": 1}}'])
def test_what_is_no_manifest_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / manifest.FILE).write_text(text, encoding="utf-8")
    assert manifest.read(tmp_path) is None


def test_a_folder_without_a_manifest_has_none(tmp_path: Path) -> None:
    assert manifest.read(tmp_path) is None
    assert manifest.read(tmp_path / "nowhere") is None


def test_a_link_to_a_manifest_is_none(tmp_path: Path, site: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / manifest.FILE).symlink_to(site / manifest.FILE)
    assert manifest.read(tmp_path / "other") is None
