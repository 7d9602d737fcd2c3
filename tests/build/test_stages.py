"""The order of stages: from a chronicle's folder to its published site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.build.outcome import Outcome, Wish
from chronicle.build.stages import build
from chronicle.examine import examine
from chronicle.problems.refusal import Refusal

Writer = Callable[..., Path]

WARNED = {"events/warned.yaml": "type: patrol\ntitle: A full stop.\ndate: 2019-01-01\nsources: [gazette-convoy]\n"}
FAULTY = {"events/faulty.yaml": "type: patrol\ntitle: T\ndate: yesterday\nsources: [gazette-convoy]\n"}
SETTINGS = "title: T\ndescription: D\n"


def run(root: Path, *, strict: bool = False, force: bool = False) -> Outcome:
    return build(root, root / "build", Wish(strict=strict, force=force), progress=lambda _stage, _done, _all: None)


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
