"""Problems as annotations of a pull request on GitHub."""

from collections.abc import Iterable

from chronicle.problems.problem import Problem
from chronicle.problems.render.display import escaped


def render(problems: Iterable[Problem]) -> str:
    """Return one workflow command a line for each problem, in the order given; "" for none.

    See "Workflow commands for GitHub Actions": `%`, line ends, and in properties `:` and `,` are percent-encoded.
    `endColumn` is the column after the last.
    """
    return "\n".join(f"::{problem.severity} {_properties(problem)}::{_text(problem)}" for problem in problems)


def _properties(problem: Problem) -> str:
    properties: dict[str, str | int] = {"file": escaped(problem.file)} if problem.file else {}
    if problem.file and problem.line:
        properties["line"] = problem.line
        if problem.column:
            properties |= {"col": problem.column, "endColumn": problem.column + max(1, problem.length)}
    properties["title"] = problem.code
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _text(problem: Problem) -> str:
    lines = [problem.message, f"help: {problem.remedy}"] if problem.remedy else [problem.message]
    return _data("\n".join(escaped(line) for line in lines))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
