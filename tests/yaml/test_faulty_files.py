"""Files that a person can read: the first lines of each name the problems that it must give, and no other."""

import re
from pathlib import Path

import pytest
import yaml

from chronicle.yaml.tree import read

FILES = sorted((Path(__file__).parent / "faulty").glob("*.yaml"))
EXPECTED = re.compile(r"# (\d+):(\d+) (\S+) \| (.+)")


def expectations(text: str) -> list[tuple[int, int, str, str]]:
    matches = [match for match in map(EXPECTED.fullmatch, text.split("\n")) if match]
    return [(int(match[1]), int(match[2]), match[3], match[4]) for match in matches]


@pytest.mark.parametrize("with_libyaml", [True, False])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_faulty_file_gives_the_problems_it_names(
    file: Path, with_libyaml: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", with_libyaml)
    data = file.read_bytes()
    _, problems = read(data, 10_000)
    found = [(problem.line, problem.column, problem.code, problem.remedy) for problem in problems]
    assert found == expectations(data.decode())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_problem_shows_its_line_as_it_is_written(file: Path) -> None:
    data = file.read_bytes()
    _, problems = read(data, 10_000)
    lines = data.decode().split("\n")
    assert [problem.excerpt for problem in problems] == [lines[problem.line - 1] for problem in problems]
    assert all(1 <= problem.column <= len(problem.excerpt) + 1 for problem in problems)
    assert all(problem.length >= 1 for problem in problems)


def test_the_files_say_what_they_expect() -> None:
    assert len(FILES) > 40
    assert all(expectations(file.read_text(encoding="utf-8")) for file in FILES)
