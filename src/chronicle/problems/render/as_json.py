"""Problems as another program reads them."""

import json
import re
from collections.abc import Iterable

import msgspec

from chronicle.problems.codes import Severity
from chronicle.problems.problem import Field, Problem

_NOT_ASCII = re.compile(r"[^\n -~]")


class Report(msgspec.Struct, frozen=True):
    """One problem in JSON; keys are added in time, and none is renamed or removed.

    `line` and `column` count from 1, columns and `length` in code points; 0 means that the problem has no place in
    its file. `file` is "" for a problem of the whole chronicle. `field` is the way to the value, list indices from 0.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    length: int
    field: Field
    message: str
    help: str


def render(problems: Iterable[Problem]) -> str:
    """Return a JSON array with one object for each problem, in the order given; what cannot be seen is escaped."""
    encoded = msgspec.json.encode([_report(problem) for problem in problems])
    text = msgspec.json.format(encoded, indent=2).decode()
    return _NOT_ASCII.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _report(problem: Problem) -> Report:
    return Report(
        code=problem.code,
        severity=problem.severity,
        file=_encodable(problem.file),
        line=problem.line,
        column=problem.column,
        length=problem.length,
        field=tuple(_encodable(step) if isinstance(step, str) else step for step in problem.field),
        message=_encodable(problem.message),
        help=_encodable(problem.remedy),
    )


def _encodable(text: str) -> str:
    """Return `text` without lone surrogates, which a file name that is not UTF-8 has, and JSON cannot."""
    return text.encode(errors="backslashreplace").decode()
