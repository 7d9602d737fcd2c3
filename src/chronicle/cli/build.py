"""`chronicle build`: from records to the published site."""

import sys
import time
from pathlib import Path

import click

from chronicle.cli.options import shared


@click.command()
@shared
@click.option("--out", type=click.Path(path_type=Path), help="The folder of the site; ROOT/build by default.")
@click.option("--force", is_flag=True, help="Replace files in it that were changed since it was published.")
def build(root: Path, format_: str, strict: bool, quiet: bool, out: Path | None, force: bool) -> int:
    """Check everything below ROOT (this folder by default), build its site and publish it.

    With an error nothing is published, and the site stays as it was.
    """
    from chronicle import build as stages
    from chronicle.cli.printing import failed, print_problems

    started = time.monotonic()
    target = out or root / "build"
    outcome = stages.build(root, target, strict=strict, force=force, progress=_progress(quiet=quiet))
    if outcome.problems or format_ != "text":
        print_problems(outcome.problems, format_, quiet=quiet)
    if not outcome.published:
        if not quiet:
            click.echo("nothing was published", err=True)
        return 1
    if not quiet:
        if outcome.remark:
            click.echo(outcome.remark, err=True)
        seconds = time.monotonic() - started
        click.echo(
            f"{outcome.events} events, {outcome.pages} pages, {seconds:.2f} seconds: {target / 'index.html'}",
            err=True,
        )
    return int(failed(outcome.problems, strict=strict))


def _progress(*, quiet: bool):  # type: ignore[no-untyped-def]
    """Return the writer of progress: one line that rewrites itself on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        return lambda _stage, _done, _all: None

    def write(stage: str, done: int, total: int) -> None:
        click.echo(f"\r\x1b[K{stage}" + (f" {done} of {total}" if total else ""), nl=False, err=True)
        if stage == "publishing":
            click.echo("\r\x1b[K", nl=False, err=True)

    return write
