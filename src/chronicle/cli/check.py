"""`chronicle check`: every problem of every file, in one run."""

from pathlib import Path

import click

from chronicle.cli.options import shared
from chronicle.cli.printing import failed, print_problems


@click.command()
@shared
def check(root: Path, format_: str, strict: bool, quiet: bool) -> int:
    """Read everything below ROOT (this folder by default) and report every problem, in file and line order."""
    from chronicle.examine import examine

    _, problems = examine(root)
    print_problems(problems, format_, quiet=quiet)
    return int(failed(problems, strict=strict))
