"""The options that commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_ROOT = click.argument(
    "root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", required=False
)
_FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are written: for people, for programs, or as annotations of a pull request.",
)
_STRICT = click.option("--strict", is_flag=True, help="Let a warning weigh as much as an error.")
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Write problems alone: no progress, no figures.")


def shared(command: F) -> F:
    """Give a command the chronicle's folder, the format of problems, --strict and --quiet."""
    for option in (_QUIET, _STRICT, _FORMAT, _ROOT):
        command = option(command)
    return command
