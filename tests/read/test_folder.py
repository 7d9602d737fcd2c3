import os
from pathlib import Path

import pytest

from chronicle.problems.problem import Problem
from chronicle.read.folder import files, strangers


def written(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x: y\n", encoding="utf-8")


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in problems]


def test_yaml_files_are_found_in_every_folder_in_order(tmp_path: Path) -> None:
    written(tmp_path, "events/b.yaml", "events/2020/06/c.yaml", "events/2020/a.yaml")
    assert files(tmp_path, "events") == (["events/2020/06/c.yaml", "events/2020/a.yaml", "events/b.yaml"], [])


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert files(tmp_path, "events") == ([], [])


def test_hidden_files_and_readmes_are_passed_over(tmp_path: Path) -> None:
    written(
        tmp_path, "events/.a.yaml", "events/.git/b.yaml", "events/README.md", "events/README", "events/c/README.txt"
    )
    assert files(tmp_path, "events") == ([], [])


def test_other_files_are_told_and_not_read(tmp_path: Path) -> None:
    written(tmp_path, "events/a.yml", "events/b.YAML", "events/c.txt", "events/d.yaml~", "events/e")
    names, problems = files(tmp_path, "events")
    assert names == []
    assert [(problem.code, problem.file, problem.help) for problem in problems] == [
        ("stray-file", "events/a.yml", "rename it to a.yaml"),
        ("stray-file", "events/b.YAML", "rename it to b.yaml"),
        ("stray-file", "events/c.txt", ""),
        ("stray-file", "events/d.yaml~", ""),
        ("stray-file", "events/e", ""),
    ]


def test_links_to_files_and_folders_are_refused_and_not_followed(tmp_path: Path) -> None:
    written(tmp_path, "outside/a.yaml", "events/b.yaml")
    (tmp_path / "events" / "link.yaml").symlink_to(tmp_path / "outside" / "a.yaml")
    (tmp_path / "events" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "events" / "lost.yaml").symlink_to("nowhere")
    (tmp_path / "events" / "circle").symlink_to(tmp_path / "events")
    names, problems = files(tmp_path, "events")
    assert names == ["events/b.yaml"]
    assert told(problems) == [
        ("symbolic-link", "events/circle"),
        ("symbolic-link", "events/folder"),
        ("symbolic-link", "events/link.yaml"),
        ("symbolic-link", "events/lost.yaml"),
    ]


def test_a_folder_that_is_itself_a_link_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "outside/a.yaml")
    (tmp_path / "events").symlink_to(tmp_path / "outside")
    names, problems = files(tmp_path, "events")
    assert (names, told(problems)) == ([], [("symbolic-link", "events")])


def test_what_would_wait_for_ever_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    os.mkfifo(tmp_path / "events" / "pipe.yaml")
    names, problems = files(tmp_path, "events")
    assert (names, told(problems)) == ([], [("stray-file", "events/pipe.yaml")])


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "events/a.yaml", "events/closed/b.yaml")
    opened = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", closed)
    names, problems = files(tmp_path, "events")
    assert names == ["events/a.yaml"]
    assert told(problems) == [("unreadable-file", "events/closed")]


def test_a_name_that_is_not_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    try:
        (Path(os.fsdecode(bytes(tmp_path / "events"))) / os.fsdecode(b"caf\xe9.yaml")).write_text("x: y\n")
    except OSError:
        pytest.skip("this file system takes no such names")
    names, problems = files(tmp_path, "events")
    assert (names, told(problems)) == ([], [("file-name", "events/caf\\xe9.yaml")])


def test_what_is_no_register_is_told_with_the_nearest(tmp_path: Path) -> None:
    written(tmp_path, "registers/location.yaml", "registers/sources.yaml", "registers/types/a.yaml", "registers/x.txt")
    written(tmp_path, "registers/actor/a.yaml", "registers/README.md", "registers/.hidden")
    problems = strangers(tmp_path, "registers", ("locations", "actors", "sources", "types"))
    assert [(problem.code, problem.file, problem.help) for problem in problems] == [
        ("stray-file", "registers/actor", "rename it to actors"),
        ("stray-file", "registers/location.yaml", "rename it to locations.yaml"),
        ("stray-file", "registers/x.txt", "known: locations, actors, sources, types"),
    ]


def test_a_chronicle_without_registers_has_no_strangers(tmp_path: Path) -> None:
    assert strangers(tmp_path, "registers", ("locations",)) == []
