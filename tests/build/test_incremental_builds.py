"""A page that says what it said is not laid out again, and the bytes are those of a build from scratch."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chronicle.build.making import make
from chronicle.build.outcome import Outcome, Wish
from chronicle.build.stages import build
from chronicle.build.store import FILE, FOLDER

SITES = Path(__file__).resolve().parent.parent / "sites"
ABOUT = '{% extends "base.html" %}{% block main %}<h1>x</h1><i id="cite"></i>{% include "_own.html" %}{% endblock %}'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a chronicle with templates of its own that was built once."""
    made = tmp_path / "chronicle"
    shutil.copytree(SITES / "signposts", made)
    shutil.copytree(SITES / "uncertain" / "maps", made / "maps")
    replace(made, "chronicle.yaml", "editor:", "basemap: maps/region.geojson\neditor:")
    write(made, "templates/about.html", ABOUT)
    write(made, "templates/_own.html", "<p>own</p>")
    assert run(made).published
    return made


def write(root: Path, file: str, text: str) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")


def replace(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    write(root, file, text.replace(old, new))


def run(root: Path, *, force: bool = False, clean: bool = False, out: str = "build") -> Outcome:
    return build(root, root / out, Wish(force=force, clean=clean), progress=lambda _stage, _done, _all: None)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fresh(root: Path) -> int:
    """Build again, see that the bytes are those of a build from scratch, and return how many pages were laid out."""
    outcome = run(root)
    assert outcome.published, outcome.problems
    scratch = root.with_name("scratch")
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(root, scratch, ignore=shutil.ignore_patterns("build", ".build.*", FOLDER))
    assert run(scratch).published
    assert files(root / "build") == files(scratch / "build")
    return outcome.fresh


def test_nothing_is_laid_out_where_nothing_changed(root: Path) -> None:
    assert fresh(root) == 0


def test_a_clean_build_lays_everything_out(root: Path) -> None:
    before = files(root / "build")
    outcome = run(root, clean=True)
    assert outcome.fresh == outcome.pages
    assert files(root / "build") == before


def test_a_changed_summary_lays_out_its_own_page_alone(root: Path) -> None:
    replace(root, "events/kept.yaml", "sang", "were silent")
    assert fresh(root) == 1


def test_a_changed_title_lays_out_the_pages_that_show_it(root: Path) -> None:
    replace(root, "events/kept.yaml", "A vigil is kept", "A long vigil is kept")
    assert 3 < fresh(root) < run(root).pages / 2


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: write(root, "events/new.yaml", "type: vigil\ntitle: New\ndate: 2020-05\nsources: [gazette]\n"),
        lambda root: (root / "events" / "later.yaml").unlink(),
        lambda root: write(root, "events/later.yaml", "withdrawn: Gone.\n"),
        lambda root: write(root, "events/later.yaml", "merged_into: kept\n"),
        lambda root: replace(root, "events/kept.yaml", "date: 2020-05-01", "date: 2019-05-01"),
        lambda root: replace(root, "registers/actors.yaml", "name: Residents", "name: People"),
        lambda root: replace(root, "registers/locations.yaml", "name: The Square", "name: Square"),
        lambda root: replace(root, "registers/locations.yaml", "kind: town", 'kind: town, point: ["35", "38"]'),
        lambda root: replace(root, "registers/types.yaml", "label: Vigil", "label: Watch"),
        lambda root: replace(root, "registers/sources.yaml", "published: 2020-06-02", "published: 2020-06-03"),
        lambda root: replace(root, "events/kept.yaml", "kept-at-first", "kept-before"),
        lambda root: replace(root, "chronicle.yaml", "basemap: maps/region.geojson\n", ""),
        lambda root: write(root, "static/extra.txt", "extra"),
    ],
)
def test_any_edit_gives_the_bytes_of_a_build_from_scratch(root: Path, edit: Callable[[Path], object]) -> None:
    replace(root, "events/later.yaml", "related: [kept-at-first]", "related: [kept]")
    run(root)
    edit(root)
    assert fresh(root) < run(root, clean=True).pages


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("templates/_own.html", "<p>other</p>"),
        ("templates/about.html", ABOUT.replace("<h1>x", "<h1>y")),
    ],
)
def test_a_changed_template_lays_out_the_pages_that_it_is_part_of(root: Path, file: str, text: str) -> None:
    write(root, file, text)
    assert fresh(root) == 1


def test_a_template_that_appears_lays_out_the_pages_that_it_is_part_of(root: Path) -> None:
    write(root, "templates/signpost.html", "<h1>{{ view.title }}</h1>")
    assert fresh(root) == 3


def test_changed_words_and_a_changed_frame_lay_everything_out(root: Path) -> None:
    write(root, "templates/words/en.yaml", "nav: {timeline: Course}\n")
    assert fresh(root) == run(root).pages
    replace(root, "chronicle.yaml", "editor:", "licence: {name: CC0}\neditor:")
    assert fresh(root) == run(root).pages


def test_a_published_page_that_was_changed_is_laid_out_again(root: Path) -> None:
    (root / "build" / "about" / "index.html").write_text("changed", encoding="utf-8")
    (root / "build" / "events" / "kept.html").unlink()
    assert run(root, force=True).fresh == 2
    assert fresh(root) == 0


def test_another_folder_for_the_site_gets_the_same_bytes(root: Path) -> None:
    run(root, out="elsewhere")
    assert files(root / "elsewhere") == files(root / "build")


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xc1" * 50, b"\x92\xc4\x00\x80"])
def test_notes_that_cannot_be_read_back_whole_are_thrown_away(root: Path, data: bytes) -> None:
    (root / FOLDER / FILE).write_bytes(data)
    assert fresh(root) == run(root).pages


def test_notes_that_were_cut_short_are_thrown_away(root: Path) -> None:
    notes = root / FOLDER / FILE
    notes.write_bytes(notes.read_bytes()[: notes.stat().st_size // 2])
    assert fresh(root) == run(root).pages


def test_notes_that_cannot_be_written_stop_nothing(root: Path) -> None:
    shutil.rmtree(root / FOLDER)
    (root / FOLDER).touch()
    assert run(root).published


def test_an_error_leaves_the_notes_as_they_were(root: Path) -> None:
    before = files(root / FOLDER)
    write(root, "events/faulty.yaml", "type: x\n")
    assert not run(root).published
    assert files(root / FOLDER) == before


def test_a_broken_link_is_found_again_though_its_page_is_not_laid_out_again(root: Path) -> None:
    write(root, "static/papers/a.txt", "a")
    write(root, "templates/_own.html", '<a href="../papers/a.txt">a</a>')
    assert run(root).published
    (root / "static" / "papers" / "a.txt").unlink()
    outcome = run(root)
    assert [problem.code for problem in outcome.problems if problem.code == "broken-link"] == ["broken-link"]
    assert (outcome.published, outcome.fresh) == (False, 0)


def test_the_notes_leave_nothing_else_beside_them(root: Path) -> None:
    run(root)
    assert [path.name for path in (root / FOLDER).iterdir()] == [FILE]


def test_a_broken_link_of_pages_that_stand_is_told_as_a_clean_build_tells_it(root: Path) -> None:
    write(root, "static/papers/a.txt", "a")
    link = '{% extends "base.html" %}{% block main %}<h1>x</h1><a href="../papers/a.txt">a</a>{% endblock %}'
    write(root, "templates/event.html", link)
    assert run(root).published
    (root / "static" / "papers" / "a.txt").unlink()
    told = [problem for problem in run(root).problems if problem.code == "broken-link"]
    scratch = root.with_name("scratch")
    shutil.copytree(root, scratch, ignore=shutil.ignore_patterns("build", ".build.*", FOLDER))
    assert told == [problem for problem in run(scratch).problems if problem.code == "broken-link"]
    assert told


def test_what_a_killed_build_left_goes_where_nothing_changed(root: Path) -> None:
    (root / ".build.fresh").mkdir()
    (root / ".build.fresh" / "half.html").touch()
    assert fresh(root) == 0
    assert not (root / ".build.fresh").exists()


@pytest.mark.parametrize("name", ["about.html", "words/en.yaml", "assets/own.txt"])
def test_what_a_link_brought_goes_with_the_link(root: Path, name: str) -> None:
    before = files(root / "build")
    target = root.with_name("target")
    text = ABOUT.replace("<h1>x", "<h1>y") if name == "about.html" else "nav: {timeline: Course}\n"
    target.write_text(text, encoding="utf-8")
    (root / "templates" / name).parent.mkdir(exist_ok=True)
    (root / "templates" / name).unlink(missing_ok=True)
    (root / "templates" / name).symlink_to(target)
    run(root)
    assert files(root / "build") != before
    (root / "templates" / name).unlink()
    if name == "about.html":
        write(root, "templates/about.html", ABOUT)
    fresh(root)
    assert files(root / "build") == before


def test_what_is_no_file_is_told_as_long_as_it_is_there(root: Path) -> None:
    pipe = root / "events" / "pipe.yaml"
    os.mkfifo(pipe)
    for _ in range(2):
        assert [problem.file for problem in run(root).problems if problem.code == "stray-file"] == ["events/pipe.yaml"]
    pipe.unlink()
    assert not run(root).problems


def test_a_template_that_changed_meanwhile_and_went_is_missed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "templates/about.html", ABOUT.replace("<h1>x", "<h1>y"))

    def changing(*given: Any) -> Any:
        write(root, "templates/about.html", ABOUT.replace("<h1>x", "<h1>longer"))
        return make(*given)

    with monkeypatch.context() as patched:
        patched.setattr("chronicle.build.course.make", changing)
        run(root)
    (root / "templates" / "about.html").unlink()
    assert fresh(root) == 1
