import pytest

from chronicle.problems.problem import Problem
from chronicle.problems.render import summary


def problems(code: str, *files: str) -> list[Problem]:
    return [Problem(code=code, message="m", file=file) for file in files]


@pytest.mark.parametrize(
    ("found", "text"),
    [
        ([], "no problems"),
        (problems("yaml-syntax", "a"), "1 error in 1 file"),
        (problems("yaml-comment", "a", "a"), "2 warnings in 1 file"),
        (problems("yaml-comment", "a") + problems("yaml-syntax", "a", "b", "b"), "3 errors and 1 warning in 2 files"),
        (problems("yaml-syntax", ""), "1 error"),
        (problems("yaml-syntax", "", "a"), "2 errors in 1 file"),
        (problems("yaml-syntax", "a") * 1200, "1,200 errors in 1 file"),
    ],
)
def test_errors_warnings_and_files_are_counted(found: list[Problem], text: str) -> None:
    assert summary(found) == text
