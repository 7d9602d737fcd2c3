"""What a command prints, and where: problems on standard output, all else on standard error."""

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem
from chronicle.problems.refusal import Refusal
from chronicle.problems.render import as_json, github, summary, text


def say(text: str | bytes, *, err: bool = False, nl: bool = True) -> None:
    """Print a text. A reader that has gone away stops nothing, so that the exit code still says what was found.

    Raise Refusal where the text cannot be written for another reason, such as a full disk.
    """
    try:
        click.echo(text, err=err, nl=nl)
    except BrokenPipeError:
        stream = sys.stderr if err else sys.stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise Refusal(f"the output could not be written: {error.strerror}") from error


def terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; one that the caller has closed is none."""
    return stream is not None and stream.isatty()


def print_problems(problems: Sequence[Problem], format_: str, *, quiet: bool) -> None:
    """Print problems to standard output, in colour only on a terminal; people are told how many at the end, on
    standard error.
    """
    match format_:
        case "json":
            say(_lines(as_json.render(problems)).encode(), nl=False)
        case "github":
            say(_lines(github.render(problems)).encode(), nl=False)
        case _:
            say(_lines(text.render(problems, colour=terminal(sys.stdout))), nl=False)
    if not quiet:
        say(summary(problems), err=True)


def _lines(rendered: str) -> str:
    """Return whole lines, and nothing for nothing."""
    return f"{rendered.rstrip()}\n" if rendered else ""


def failed(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Tell whether problems make a command fail: an error does, and with `strict` a warning."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)
