"""Problems as a command prints them."""

import sys
from collections.abc import Sequence

import click

from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem
from chronicle.problems.render import as_json, github, summary, text


def print_problems(problems: Sequence[Problem], format_: str, *, quiet: bool) -> None:
    """Print problems to standard output, in colour only on a terminal; people are told how many at the end, on
    standard error.
    """
    match format_:
        case "json":
            click.echo(as_json.render(problems))
        case "github":
            click.echo(github.render(problems), nl=bool(problems))
        case _:
            click.echo(text.render(problems, colour=sys.stdout.isatty()), nl=bool(problems))
    if not quiet:
        click.echo(summary(problems), err=True)


def failed(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Tell whether problems make a command fail: an error does, and with `strict` a warning."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
