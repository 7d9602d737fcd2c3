import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems.problem import Problem
from chronicle.problems.render import github


def test_a_problem_is_a_command_that_marks_its_place() -> None:
    problem = Problem(
        code="yaml-tab",
        message="a tab",
        help="use spaces",
        file="events/a.yaml",
        line=3,
        column=7,
        length=2,
        excerpt="x",
    )
    assert github.render([problem]) == (
        "::error file=events/a.yaml,line=3,col=7,endColumn=9,title=yaml-tab::a tab%0Ahelp: use spaces"
    )


def test_a_warning_is_one() -> None:
    assert github.render([Problem(code="yaml-comment", message="m", help="h")]).startswith(
        "::warning title=yaml-comment::"
    )


@pytest.mark.parametrize(
    ("problem", "properties"),
    [
        (Problem(code="yaml-syntax", message="m"), "title=yaml-syntax"),
        (Problem(code="yaml-syntax", message="m", file="a"), "file=a,title=yaml-syntax"),
        (Problem(code="yaml-syntax", message="m", file="a", line=2), "file=a,line=2,title=yaml-syntax"),
        (Problem(code="yaml-syntax", message="m", line=2, column=1), "title=yaml-syntax"),
    ],
)
def test_only_what_is_known_is_said(problem: Problem, properties: str) -> None:
    assert github.render([problem]) == f"::error {properties}::m"


def test_signs_of_the_command_itself_are_encoded() -> None:
    problem = Problem(code="yaml-syntax", message="50%: a,b", file="a:b,c%d.yaml", help="100%")
    assert github.render([problem]) == ("::error file=a%3Ab%2Cc%25d.yaml,title=yaml-syntax::50%25: a,b%0Ahelp: 100%25")


def test_each_problem_has_a_line() -> None:
    problem = Problem(code="yaml-syntax", message="m")
    assert github.render([problem, problem]) == "::error title=yaml-syntax::m\n::error title=yaml-syntax::m"
    assert github.render([]) == ""


@given(st.text(), st.text())
def test_no_text_begins_a_command_of_its_own(message: str, file: str) -> None:
    rendered = github.render([Problem(code="yaml-syntax", message=message, file=file)])
    assert len(rendered.splitlines()) == 1
    assert rendered.startswith("::error ")
    assert rendered.count("::", 0, rendered.index("title=yaml-syntax::")) == 1
