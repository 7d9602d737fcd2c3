import re
from collections import Counter
from pathlib import Path

import pytest
from small_chronicle import HERE, with_file

from chronicle.examine import examine
from chronicle.problems.codes import CODES

GOOD, BAD = sorted((HERE / "good").rglob("*.yaml")), sorted((HERE / "bad").rglob("*.yaml"))
EXPECTED = re.compile(rb"^# expect: (?P<code>\S+)(?: at (?P<line>[0-9]+))?(?: in (?P<file>\S+))?$", re.MULTILINE)
ELSEWHERE = {
    "symbolic-link": "read",
    "stray-file": "read",
    "unreadable-file": "read",
    "yaml-size": "read",
    "template": "render",
    "broken-link": "links",
    "basemap-malformed": "drawing",
    "base-map": "build",
    "no-words": "read",
    "taken-path": "read",
}
"""The codes that no record can give, with the room that does."""


def kind(file: Path) -> str:
    """Return what a file is: the folder in good/ or bad/ says it, and what lies in none is an event."""
    folder = file.parent.name
    return "event" if folder in ("good", "bad") else folder


def named(file: Path) -> str:
    return file.relative_to(HERE).as_posix()


@pytest.mark.parametrize("file", GOOD, ids=named)
def test_a_good_file_has_no_problem(file: Path, tmp_path: Path) -> None:
    with_file(tmp_path, file, kind(file))
    assert examine(tmp_path)[1] == []


@pytest.mark.parametrize("file", BAD, ids=named)
def test_a_bad_file_gives_the_problems_that_it_names_and_no_other(file: Path, tmp_path: Path) -> None:
    name = with_file(tmp_path, file, kind(file))
    _, problems = examine(tmp_path)
    expected = Counter(
        (match["file"].decode() if match["file"] else name, match["code"].decode(), int(match["line"] or 0))
        for match in EXPECTED.finditer(file.read_bytes())
    )
    assert expected, "a bad file names what is wrong with it in its first lines"
    assert Counter((problem.file, problem.code, problem.line) for problem in problems) == expected
    assert [problem for problem in problems if not problem.remedy] == [], "each problem says its way out"


def test_every_code_is_given_by_a_bad_file_or_tested_elsewhere() -> None:
    given = {match["code"].decode() for file in BAD for match in EXPECTED.finditer(file.read_bytes())}
    assert given | ELSEWHERE.keys() == CODES.keys()
    assert not given & ELSEWHERE.keys()
