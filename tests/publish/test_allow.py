"""A site may stand where nothing is, or where we published it; never over what somebody else put there."""

import os
from pathlib import Path

import pytest
from published import NEW, OLD, files, publish

from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest
from chronicle.publish.places import INNER, JOURNAL, places
from chronicle.publish.publish import allow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a chronicle's folder."""
    root = tmp_path / "home" / "chronicle"
    for name in ("events/2012", "registers", "maps"):
        (root / name).mkdir(parents=True)
    (root / "chronicle.yaml").write_text("title: T\n", encoding="utf-8")
    (root / "maps" / "region.json").write_text("{}", encoding="utf-8")
    return root


def refused(out: Path, root: Path, home: Path | None = None) -> str:
    """Return why no site may stand at `out`; nothing has changed there."""
    before = sorted(root.parent.rglob("*"))
    with pytest.raises(Refusal) as raised:
        allow(out, sources=root, home=home)
    assert raised.value.help
    assert sorted(root.parent.rglob("*")) == before
    return raised.value.message


@pytest.mark.parametrize("name", ["build", "public/site", "../elsewhere", "basemaps/new"])
def test_a_place_where_nothing_is_is_free(root: Path, name: str) -> None:
    allow(root / name, sources=root)
    assert not (root / name).exists()


def test_an_empty_folder_is_free(root: Path) -> None:
    (root / "build").mkdir()
    allow(root / "build", sources=root)


def test_a_published_site_is_ours(root: Path) -> None:
    publish(OLD, root / "build")
    allow(root / "build", sources=root)
    assert files(root / "build") == OLD


def test_the_root_of_a_disk_is_refused(root: Path) -> None:
    assert "root of a disk" in refused(Path("/"), root)


def test_the_home_directory_is_refused(root: Path) -> None:
    assert "home directory" in refused(root.parent, root, home=root.parent)


def test_the_chronicle_itself_is_refused_by_whatever_name(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    (root.parent / "link").symlink_to(root.parent)
    for out in (root, Path(), Path("events/.."), root.parent / "link" / "chronicle"):
        assert "chronicle's own folder" in refused(out, root)


def test_a_folder_that_contains_the_chronicle_is_refused_even_where_it_is_ours(root: Path) -> None:
    (root.parent / manifest.FILE).write_bytes(manifest.manifest({}))
    assert "contains the chronicle" in refused(root.parent, root)
    assert "contains the chronicle" in refused(root.parent.parent, root)


@pytest.mark.parametrize(
    "name", ["events", "events/2012", "registers/new", "maps", "templates", "static/site", ".git", ".chronicle"]
)
def test_the_folders_of_a_chronicle_are_refused_empty_or_missing(root: Path, name: str) -> None:
    assert "the chronicle's own" in refused(root / name, root)


def test_a_source_of_the_chronicle_is_refused_by_a_link_that_leads_into_it(root: Path) -> None:
    (root.parent / "link").symlink_to(root / "events")
    assert "lies in events/" in refused(root.parent / "link" / "site", root)


def test_a_folder_that_is_merely_called_events_is_free(root: Path) -> None:
    allow(root.parent / "events", sources=root)
    allow(root / "build" / "events", sources=root)


def test_a_folder_with_files_of_somebody_else_is_refused(root: Path) -> None:
    (root / "thesis").mkdir()
    (root / "thesis" / "one.txt").write_text("mine", encoding="utf-8")
    assert "did not publish" in refused(root / "thesis", root)


def test_a_manifest_that_cannot_be_read_makes_no_site_of_ours(root: Path) -> None:
    (root / "build").mkdir()
    (root / "build" / manifest.FILE).write_text("{", encoding="utf-8")
    assert "did not publish" in refused(root / "build", root)


@pytest.mark.parametrize("as_file", [True, False])
def test_a_repository_is_refused_even_where_it_is_ours(root: Path, as_file: bool) -> None:
    publish(OLD, root / "build")
    if as_file:
        (root / "build" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    else:
        (root / "build" / ".git").mkdir()
    assert "is a repository" in refused(root / "build", root)


def test_a_symbolic_link_is_refused_wherever_it_leads(root: Path) -> None:
    publish(OLD, root.parent / "site")
    for target in ("site", "nowhere"):
        (root / "build").symlink_to(root.parent / target)
        assert "symbolic link" in refused(root / "build", root)
        (root / "build").unlink()


def test_a_file_is_refused(root: Path) -> None:
    (root / "build").write_text("mine", encoding="utf-8")
    assert "is not a folder" in refused(root / "build", root)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_read_is_refused(root: Path) -> None:
    publish(OLD, root / "build")
    (root / "build").chmod(0)
    try:
        assert "Permission denied" in refused(root / "build", root)
    finally:
        (root / "build").chmod(0o755)


def test_a_workplace_that_a_killed_run_left_inside_stands_in_no_ones_way(root: Path) -> None:
    (root / "build" / INNER).mkdir(parents=True)
    allow(root / "build", sources=root)


def test_a_first_publication_one_by_one_that_was_cut_short_is_ours(root: Path) -> None:
    (root / "build").mkdir()
    (root / "build" / "index.html").write_bytes(NEW["index.html"])
    (root / "build" / JOURNAL).write_bytes(manifest.manifest({"index.html": manifest.digest(NEW["index.html"])}))
    allow(root / "build", sources=root)


def test_a_site_that_is_moved_aside_this_moment_is_let_alone(root: Path) -> None:
    at = places(root / "build")
    publish(OLD, at.out)
    at.journal.touch()
    at.out.rename(at.old)
    allow(at.out, sources=root)
    assert not at.out.exists()
    assert at.journal.exists()


def test_a_site_does_not_stand_in_another(root: Path) -> None:
    publish(OLD, root / "build")
    for inner in ("build/sub", "build/events/sub"):
        with pytest.raises(Refusal, match=f"lies in the published site {root / 'build'}"):
            allow(root / inner, sources=root)
