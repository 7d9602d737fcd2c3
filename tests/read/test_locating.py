from pathlib import Path

import pytest

from chronicle.problems.problem import Problem
from chronicle.read.locate import located

TEXT = """\
# A comment first.
type: patrol
locations:
  - one
  - {name: two, role: near}
date:
  when: 2020
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def place(root: Path, **problem: object) -> tuple[int, int, int, str]:
    (found,) = located([Problem(**{"code": "wrong-kind", "message": "m", "file": "a.yaml", **problem})], root)  # type: ignore[arg-type]  # what each test gives
    return found.line, found.column, found.length, found.excerpt


def test_a_value_is_found(root: Path) -> None:
    assert place(root, field=("type",)) == (2, 7, 6, "type: patrol")
    assert place(root, field=("locations", 1, "role")) == (5, 23, 4, "  - {name: two, role: near}")


def test_a_key_is_found(root: Path) -> None:
    assert place(root, field=("locations", 1, "role"), on_key=True) == (5, 17, 4, "  - {name: two, role: near}")


def test_what_is_not_there_is_found_in_what_is_around_it(root: Path) -> None:
    assert place(root, field=("locations", 0, "name"))[:2] == (4, 5)
    assert place(root, field=("casualties", 3))[:2] == (2, 1)


def test_a_missing_key_is_told_at_the_key_that_lacks_it(root: Path) -> None:
    assert place(root, code="missing-key", field=("date", "text"), on_key=True)[:3] == (6, 1, 4)
    assert place(root, code="missing-key", field=("locations", 1, "as"), on_key=True)[:2] == (5, 5)
    assert place(root, code="missing-key", field=("title",), on_key=True)[:2] == (2, 1)


def test_a_record_of_the_wrong_kind_is_told_where_it_begins(root: Path) -> None:
    assert place(root, field=())[:2] == (2, 1)


@pytest.mark.parametrize("code", ["file-name", "symbolic-link", "stray-file", "duplicate-id", "unreadable-file"])
def test_a_problem_of_the_file_as_such_has_no_line(root: Path, code: str) -> None:
    assert place(root, code=code) == (0, 0, 0, "")


def test_a_place_that_is_known_stays(root: Path) -> None:
    assert place(root, field=("type",), line=7, column=3, length=1, excerpt="x") == (7, 3, 1, "x")


def test_a_file_that_cannot_be_read_any_more_leaves_its_problems_without_a_line(root: Path) -> None:
    assert place(root, file="c.yaml", field=("type",)) == (0, 0, 0, "")


def test_problems_come_in_file_and_line_order(root: Path) -> None:
    fields = [("b.yaml", ("type",)), ("a.yaml", ("date", "when")), ("a.yaml", ("type",)), ("a.yaml", ("locations", 0))]
    found = located([Problem(code="wrong-kind", message="m", file=file, field=field) for file, field in fields], root)
    assert [(each.file, each.line) for each in found] == [("a.yaml", 2), ("a.yaml", 4), ("a.yaml", 7), ("b.yaml", 2)]


def test_no_file_is_opened_for_a_problem_without_a_field(root: Path) -> None:
    (root / "pipe").symlink_to("/dev/zero")
    assert place(root, code="symbolic-link", file="pipe") == (0, 0, 0, "")
