"""The order of stages: from a chronicle's folder to its published site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.build.stages import Outcome, build
from chronicle.examine import examine
from chronicle.problems.refusal import Refusal
from chronicle.render.theme import own_theme

Writer = Callable[..., Path]

WARNED = {"events/warned.yaml": "type: patrol\ntitle: A full stop.\ndate: 2019-01-01\nsources: [gazette-convoy]\n"}
FAULTY = {"events/faulty.yaml": "type: patrol\ntitle: T\ndate: yesterday\nsources: [gazette-convoy]\n"}
SETTINGS = "title: T\ndescription: D\n"


def run(root: Path, *, strict: bool = False, force: bool = False) -> Outcome:
    return build(root, root / "build", strict=strict, force=force, progress=lambda _stage, _done, _all: None)


def files(root: Path) -> dict[str, bytes]:
    paths = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root / "build").as_posix(): path.read_bytes() for path in paths}


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in outcome.problems]


# ------------------------------------------------------------------ what a build comes to


def test_a_build_publishes_and_tells_its_figures(write_chronicle: Writer) -> None:
    root = write_chronicle()
    outcome = run(root)
    assert (outcome.published, outcome.problems, outcome.events, outcome.remark) == (True, [], 1, "")
    assert outcome.pages == sum(path.endswith(".html") for path in files(root))


def test_an_error_stops_publication(write_chronicle: Writer) -> None:
    root = write_chronicle(FAULTY)
    assert not run(root).published
    assert not (root / "build").exists()


def test_a_warning_stops_publication_only_where_that_is_asked(write_chronicle: Writer) -> None:
    root = write_chronicle(WARNED)
    assert not run(root, strict=True).published
    outcome = run(root)
    assert outcome.published
    assert codes(outcome) == [("title-full-stop", "events/warned.yaml")]


def test_all_problems_come_in_one_run_in_file_and_line_order(write_chronicle: Writer) -> None:
    several = "type: patroll\ntitle: A full stop.\ndate: 2020-13-01\nsources: [gazette]\nnotes: x\n"
    root = write_chronicle({**FAULTY, **WARNED, "events/several.yaml": several, "registers/actors.yaml": "a: {}\n"})
    _, problems = examine(root)
    places = [(problem.file, problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    assert {problem.file for problem in problems} == {
        *("events/faulty.yaml", "events/several.yaml", "events/warned.yaml", "registers/actors.yaml"),
        "events/2020/2020-06-07-convoy.yaml",
    }
    assert all(problem.line for problem in problems)


def test_a_build_finds_what_a_check_finds(write_chronicle: Writer) -> None:
    root = write_chronicle({**FAULTY, **WARNED})
    assert run(root).problems == examine(root)[1]


def test_the_stages_are_told_in_their_order(write_chronicle: Writer) -> None:
    told: list[str] = []
    root = write_chronicle()
    build(root, root / "build", progress=lambda stage, _done, _all: told.append(stage))
    assert list(dict.fromkeys(told)) == ["reading", "rendering", "checking links", "publishing"]


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not a chronicle"):
        run(tmp_path)


def test_an_output_that_is_not_ours_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "mine.txt").touch()
    with pytest.raises(Refusal, match="did not publish"):
        run(tmp_path)


# ------------------------------------------------------------------ what is published


def test_a_second_build_gives_the_same_bytes(write_chronicle: Writer) -> None:
    root = write_chronicle()
    run(root)
    first = files(root)
    run(root)
    assert files(root) == first


def test_a_page_whose_record_is_gone_goes(write_chronicle: Writer) -> None:
    more = "type: patrol\ntitle: T\ndate: 2019-01-01\nsources: [gazette-convoy]\n"
    root = write_chronicle({"events/more.yaml": more})
    run(root)
    assert {"events/more.html", "timeline/2019-01.html"} <= files(root).keys()
    (root / "events" / "more.yaml").unlink()
    run(root)
    assert not {"events/more.html", "timeline/2019-01.html"} & files(root).keys()


def test_a_changed_record_changes_its_page(write_chronicle: Writer) -> None:
    root = write_chronicle({"events/e.yaml": "type: patrol\ntitle: One\ndate: 2019\nsources: [gazette-convoy]\n"})
    run(root)
    write_chronicle({"events/e.yaml": "type: patrol\ntitle: Other\ndate: 2019\nsources: [gazette-convoy]\n"})
    run(root)
    assert b"<h1>Other</h1>" in files(root)["events/e.html"]


MARK = "Zebulon"
RECORD = f"""
type: patrol
title: {MARK}title
date: {{when: 2019-03-04, text: {MARK}date}}
locations: [{{name: Northtown, as: {MARK}place}}]
actors: [{{name: guard, as: {MARK}actor}}]
quantities: {{{MARK}nouns: 5}}
casualties: [{{group: {MARK}group, killed: 1}}]
summary: {MARK}summary
sources: [{{source: gazette-convoy, speaker: {MARK}speaker, says: {MARK}says}}]
note: {MARK}note
recorded: 2026-01-02
"""


def test_a_withdrawn_record_leaves_not_one_byte_but_its_signpost(write_chronicle: Writer) -> None:
    settings = f"{SETTINGS}base_url: https://host.example/\n"
    root = write_chronicle({"chronicle.yaml": settings, "events/secret.yaml": RECORD})
    run(root)
    assert sum(MARK.encode() in data for data in files(root).values()) > 5
    write_chronicle({"chronicle.yaml": settings, "events/secret.yaml": "withdrawn: It was of another year.\n"})
    run(root)
    assert not [path for path, data in files(root).items() if MARK.encode() in data]
    naming = {path for path, data in files(root).items() if b"secret" in data}
    assert naming <= {"events/secret.html", ".chronicle-manifest.json"}
    assert b"It was of another year." in files(root)["events/secret.html"]
    kept = [path for path in root.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]
    assert kept == []


def test_an_entry_that_nothing_names_any_more_keeps_its_page(write_chronicle: Writer) -> None:
    root = write_chronicle({"registers/actors.yaml": "guard: {name: Guard}\nlone: {name: Lone}\n"})
    run(root)
    assert "actors/lone.html" in files(root)


def test_no_file_that_we_make_is_empty(site: Callable[[str], Path]) -> None:
    for name in ("minimal", "uncertain", "signposts", "real"):
        assert [path for path in site(name).rglob("*") if path.is_file() and not path.stat().st_size] == []


# ------------------------------------------------------------------ a chronicle's own files


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
    ("file", "text"), [("maps/none.geojson", ""), ("maps/b.geojson", "{"), ("maps/b.geojson", "[]")]
)
def test_a_base_map_that_cannot_be_drawn_is_an_error_at_its_setting(
    write_chronicle: Writer, file: str, text: str
) -> None:
    files_ = {"chronicle.yaml": f"{SETTINGS}basemap: {file}\n", "maps/b.geojson": text}
    outcome = run(write_chronicle(files_))
    assert codes(outcome) == [("base-map", "chronicle.yaml")]
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
