from pathlib import Path

import pytest

from chronicle.problems.problem import Problem
from chronicle.read.loading import in_file, load


def test_a_file_is_its_tree(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("a: [b, ä]\n".encode())
    assert load(tmp_path, "a.yaml", 100) == ({"a": ["b", "ä"]}, [])


def test_problems_of_the_yaml_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: b\na: c\n")
    tree, problems = load(tmp_path, "a.yaml", 100)
    assert tree == {"a": "b"}
    assert [(problem.code, problem.file, problem.line) for problem in problems] == [("yaml-duplicate-key", "a.yaml", 2)]


def test_a_file_that_is_not_there_any_more_is_told(tmp_path: Path) -> None:
    tree, (problem,) = load(tmp_path, "a.yaml", 100)
    assert tree is None
    assert (problem.code, problem.file) == ("unreadable-file", "a.yaml")
    assert problem.message == "this file cannot be read: No such file or directory"


def test_a_file_over_its_limit_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: " + b"b" * 98)
    tree, (problem,) = load(tmp_path, "a.yaml", 100)
    assert (tree, problem.code) == (None, "yaml-size")


def test_a_file_at_its_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: " + b"b" * 97)
    assert load(tmp_path, "a.yaml", 100) == ({"a": "b" * 97}, [])


def test_an_endless_file_is_read_to_its_limit_alone() -> None:
    tree, (problem,) = load(Path("/dev"), "zero", 100)
    assert (tree, problem.code) == (None, "yaml-size")


@pytest.mark.parametrize("file", ["a.yaml", "b/c.yaml"])
def test_a_problem_takes_its_file(file: str) -> None:
    problem = Problem(code="empty-file", message="m", line=3)
    assert in_file([problem], file) == [Problem(code="empty-file", message="m", line=3, file=file)]
