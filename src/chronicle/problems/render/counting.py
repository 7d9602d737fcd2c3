"""The closing line of a check."""

from collections import Counter
from collections.abc import Sequence

from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem


def summary(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, and in how many files: "3 errors and 1 warning in 2 files"."""
    if not problems:
        return "no problems"
    counts = Counter(problem.severity for problem in problems)
    parts = [_counted(counts[severity], severity) for severity in Severity if counts[severity]]
    files = len({problem.file for problem in problems if problem.file})
    return " and ".join(parts) + (f" in {_counted(files, 'file')}" if files else "")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
