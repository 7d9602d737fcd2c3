"""What stands published is told alike by this process and by one beside it."""

import shutil
from pathlib import Path

import pytest

from chronicle.build.outcome import Outcome, Wish
from chronicle.build.stages import build
from chronicle.problems.refusal import Refusal

SITES = Path(__file__).resolve().parent.parent / "sites"
RECORD = "events/kept.yaml"
PAGE = "events/kept.html"

both = pytest.mark.parametrize("jobs", [1, 2])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "chronicle"
    shutil.copytree(SITES / "signposts", made)
    return made


def run(root: Path, jobs: int, *, force: bool = False) -> Outcome:
    wish = Wish(jobs=jobs, force=force)
    return build(root, root / "build", wish, progress=lambda _stage, _done, _all: None)


def retitle(root: Path, title: str) -> None:
    text = (root / RECORD).read_text(encoding="utf-8")
    before = next(line for line in text.splitlines() if line.startswith("title:"))
    (root / RECORD).write_text(text.replace(before, f"title: {title}"), encoding="utf-8")


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@both
def test_an_edit_follows_another(root: Path, jobs: int) -> None:
    run(root, jobs)
    for title in ("A first one", "A second one", "A third one"):
        retitle(root, title)
        assert 0 < run(root, jobs).fresh < len(files(root))
        assert title in (root / "build" / PAGE).read_text(encoding="utf-8")
    after = files(root)
    shutil.rmtree(root / "build")
    run(root, jobs)
    assert files(root) == after


@both
@pytest.mark.parametrize("gone", ["about/index.html", "events/later.html", "assets/site.css", "feed.xml"])
def test_what_does_not_stand_any_more_is_there_after_an_edit(root: Path, jobs: int, gone: str) -> None:
    run(root, jobs)
    before = files(root)
    (root / "build" / gone).unlink()
    retitle(root, "Another one")
    run(root, jobs)
    assert files(root).keys() == before.keys()


@both
def test_what_a_stranger_changed_is_refused_and_replaced_by_force(root: Path, jobs: int) -> None:
    run(root, jobs)
    before = files(root)
    (root / "build" / "about/index.html").write_text("mine", encoding="utf-8")
    retitle(root, "Another one")
    with pytest.raises(Refusal, match="about/index"):
        run(root, jobs)
    run(root, jobs, force=True)
    assert files(root)["build/about/index.html"] == before["build/about/index.html"]


def test_what_a_site_is_made_with_is_held_for_whoever_wants_it(root: Path) -> None:
    held: list[object] = []
    build(root, root / "build", progress=lambda _stage, _done, _all: None, hold=held.append)
    assert held
