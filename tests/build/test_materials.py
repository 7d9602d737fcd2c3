"""A chronicle's own files, templates, words and base map, and what is wrong with them."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chronicle.build.outcome import Outcome
from chronicle.build.stages import build
from chronicle.problems.refusal import Refusal
from chronicle.render.theme import own_theme

Writer = Callable[..., Path]

SETTINGS = "title: T\ndescription: D\n"


def run(root: Path) -> Outcome:
    return build(root, root / "build", progress=lambda _stage, _done, _all: None)


def files(root: Path) -> dict[str, bytes]:
    paths = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root / "build").as_posix(): path.read_bytes() for path in paths}


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in outcome.problems]


def test_files_for_the_webs_root_are_published_as_they_are(site: Callable[[str], Path]) -> None:
    out = site("overridden")
    assert (out / "CNAME").read_text(encoding="utf-8") == "host.example\n"
    assert (out / ".nojekyll").read_bytes() == b""
    assert (out / ".well-known" / "security.txt").exists()


@pytest.mark.parametrize("path", ["index.html", "events/2020-06-07-convoy.html", "assets/site.css"])
def test_a_file_in_the_place_of_a_page_or_an_asset_is_an_error(write_chronicle: Writer, path: str) -> None:
    outcome = run(write_chronicle({f"static/{path}": "mine"}))
    assert codes(outcome) == [("taken-path", f"static/{path}")]


def test_a_link_among_static_files_is_an_error(write_chronicle: Writer, tmp_path: Path) -> None:
    root = write_chronicle({"static/a.txt": "a"})
    (tmp_path / "private").write_text("private", encoding="utf-8")
    (root / "static" / "b.txt").symlink_to(tmp_path / "private")
    assert codes(run(root)) == [("symbolic-link", "static/b.txt")]


def test_own_templates_and_assets_take_the_place_of_the_themes(site: Callable[[str], Path]) -> None:
    out = site("overridden")
    assert "the chronicle's own template" in (out / "about" / "index.html").read_text(encoding="utf-8")
    assert (out / "assets" / "own.svg").exists()
    assert "rect" in (out / "assets" / "favicon.svg").read_text(encoding="utf-8")
    assert (out / "assets" / "site.css").read_bytes() == (own_theme() / "assets" / "site.css").read_bytes()


def test_own_words_take_the_place_of_the_themes_and_need_not_be_all(write_chronicle: Writer) -> None:
    root = write_chronicle({"templates/words/en.yaml": "nav: {timeline: Course of events}\n"})
    assert run(root).published
    assert b">Course of events</a>" in files(root)["index.html"]
    assert b">Locations</a>" in files(root)["index.html"]


def test_a_language_without_words_is_an_error_at_its_setting(write_chronicle: Writer) -> None:
    outcome = run(write_chronicle({"chronicle.yaml": f"{SETTINGS}languages: [eo]\n"}))
    assert codes(outcome) == [("no-words", "chronicle.yaml")]
    assert outcome.problems[0].line == 3


def test_a_fault_in_an_own_template_is_reported_once_with_the_first_page(write_chronicle: Writer) -> None:
    root = write_chronicle({"templates/index.html": "{{ view.lost }}", "templates/about.html": "{{ view.lost }}"})
    outcome = run(root)
    assert [(problem.file, problem.line) for problem in outcome.problems] == [
        ("templates/about.html", 1),
        ("templates/index.html", 1),
    ]
    assert not outcome.published


@pytest.mark.parametrize(
    "template", ['<a href="lost.html">x</a>', '<a href="#lost">x</a>', "<img src='lost.png' alt=''>"]
)
def test_a_broken_link_in_an_own_template_is_an_error(write_chronicle: Writer, template: str) -> None:
    outcome = run(write_chronicle({"templates/about.html": template}))
    assert [problem.code for problem in outcome.problems] == ["broken-link"] * len(outcome.problems)
    assert not outcome.published
    assert "about/index.html" in outcome.problems[-1].message


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("maps/none.geojson", "", "base-map"),
        ("maps/b.geojson", "{", "base-map"),
        ("maps/b.geojson", "[]", "basemap-malformed"),
    ],
)
def test_a_base_map_that_cannot_be_drawn_is_an_error_at_its_setting(
    write_chronicle: Writer, file: str, text: str, code: str
) -> None:
    files_ = {"chronicle.yaml": f"{SETTINGS}basemap: {file}\n", "maps/b.geojson": text}
    outcome = run(write_chronicle(files_))
    assert codes(outcome) == [(code, "chronicle.yaml")]
    assert outcome.problems[0].line == 3


@pytest.mark.parametrize("path", ["robots.txt", "feed.xml", "sitemap.xml", "events.json"])
def test_a_file_in_the_place_of_an_export_is_an_error(write_chronicle: Writer, path: str) -> None:
    files_ = {"chronicle.yaml": f"{SETTINGS}base_url: https://host.example/\n", f"static/{path}": "mine"}
    assert codes(run(write_chronicle(files_))) == [("taken-path", f"static/{path}")]


@pytest.mark.parametrize("path", ["events", "index.html/x"])
def test_a_file_where_the_site_has_a_folder_or_the_reverse_is_an_error(write_chronicle: Writer, path: str) -> None:
    assert codes(run(write_chronicle({f"static/{path}": "mine"}))) == [("taken-path", f"static/{path}")]


def test_an_own_template_that_computes_the_name_of_another_is_an_error(write_chronicle: Writer) -> None:
    template = (
        '{% extends "base.html" %}{% block main %}<i id="cite"></i>{% include "_hatch" ~ ".html" %}{% endblock %}'
    )
    assert not run(write_chronicle({"templates/about.html": template})).published


@pytest.mark.parametrize("name", [".chronicle-manifest.json", ".chronicle-journal.json", ".chronicle-fresh/x"])
def test_a_file_in_the_place_of_the_publications_own_is_an_error(write_chronicle: Writer, name: str) -> None:
    assert codes(run(write_chronicle({f"static/{name}": "{}"}))) == [("taken-path", f"static/{name}")]


def test_a_static_folder_that_cannot_be_read_is_an_error(
    write_chronicle: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_chronicle({"static/papers/a.txt": "a"})
    opened = os.scandir

    def closed(path: str | Path) -> object:
        if str(path).endswith("papers"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert codes(run(root)) == [("unreadable-file", "static/papers")]


def test_a_template_that_cannot_be_read_is_an_error(write_chronicle: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_chronicle({"templates/about.html": "x"})
    opened = open

    def closed(file: Any, *given: Any, **further: Any) -> Any:
        if str(file).endswith("about.html"):
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *given, **further)

    monkeypatch.setattr("builtins.open", closed)
    assert codes(run(root)) == [("unreadable-file", "templates/about.html")]


def test_templates_that_cannot_be_read_are_refused(write_chronicle: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_chronicle({"templates/about.html": "x"})
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "templates")
    with pytest.raises(Refusal, match="templates cannot be read"):
        run(root)


@pytest.mark.parametrize(
    ("place", "told"), [("static/pipe", ("stray-file", "static/pipe")), ("pipe", ("base-map", "chronicle.yaml"))]
)
def test_nobody_waits_for_a_pipe(write_chronicle: Writer, place: str, told: tuple[str, str]) -> None:
    root = write_chronicle({"chronicle.yaml": f"{SETTINGS}basemap: {place}\n", "static/a.txt": "a"})
    os.mkfifo(root / place)
    assert told in codes(run(root))
