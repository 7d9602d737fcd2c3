"""Problems as an editor reads them on a terminal."""

from collections.abc import Sequence

from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem
from chronicle.problems.render.display import escaped, excerpt

_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m"}
_FRAME = "\x1b[36m"
_PLAIN = "\x1b[0m"


def render(problems: Sequence[Problem], *, colour: bool = False) -> str:
    """Return the problems in the order given, a blank line between two of them; "" for none. No line end ends it.

    Each says where it is and its code, then the source line with what is meant underlined, then the way out:

        events/2020/2020-06-07-us-patrol.yaml:4:26 unknown-location
          4 | locations: [al-Malikiya, Derick]
            |                          ^^^^^^ no location is called "Derick"
          help: did you mean Derik (al-malikiyah)?

    Line numbers are aligned to the widest of all. Whatever a terminal would obey is shown as an escape instead.
    """
    gutter = max((len(str(problem.line)) for problem in problems), default=1)
    return "\n\n".join("\n".join(_lines(problem, gutter, colour)) for problem in problems)


def _lines(problem: Problem, gutter: int, colour: bool) -> list[str]:
    tint = _COLOURS[problem.severity] if colour else ""
    lines = [_head(problem, tint)]
    if problem.line and problem.excerpt:
        shown = excerpt(problem.excerpt, problem.column or 1, problem.length)
        marks = " " * shown.offset + _tinted(f"{'^' * shown.width} {escaped(problem.message)}", tint)
        number, blank = f"{problem.line:>{gutter}} |", f"{'':>{gutter}} |"
        lines += [f"  {_frame(number, colour)} {shown.text}".rstrip(), f"  {_frame(blank, colour)} {marks}"]
    else:
        lines.append(f"  {_tinted(escaped(problem.message), tint)}")
    if problem.remedy:
        lines.append(f"  {_frame('help:', colour)} {escaped(problem.remedy)}")
    return lines


def _head(problem: Problem, tint: str) -> str:
    place = escaped(problem.file)
    if place and problem.line:
        place = f"{place}:{problem.line}:{problem.column or 1}"
    kind = problem.code if problem.severity is Severity.ERROR else f"{problem.code} {problem.severity}"
    return f"{place} {_tinted(kind, tint)}".lstrip()


def _frame(text: str, colour: bool) -> str:
    return _tinted(text, _FRAME if colour else "")


def _tinted(text: str, tint: str) -> str:
    return f"{tint}{text}{_PLAIN}" if tint else text
