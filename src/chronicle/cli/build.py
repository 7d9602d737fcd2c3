"""`chronicle build`: from records to the published site."""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from chronicle.cli.options import shared
from chronicle.cli.printing import print_problems, say, terminal

_CLEARED = "\r\x1b[K"
# What the site was made with: the process ends sooner than it could be taken apart (`start.py`).
_HELD: list[object] = []


@click.command()
@shared
@click.option("--out", type=click.Path(path_type=Path), help="The folder of the site; ROOT/build by default.")
@click.option("--clean", is_flag=True, help="Lay every page out anew, also those that are up to date.")
@click.option("--force", is_flag=True, help="Replace files in it that were changed since it was published.")
@click.option("--durable", is_flag=True, help="Wait until the disk has everything, so that a power cut loses nothing.")
@click.option("--explain", is_flag=True, help="Say of each page that is laid out anew which input changed.")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes that share the work; one a processor by default.")
def build(root: Path, format_: str, quiet: bool, out: Path | None, jobs: int | None, **wishes: bool) -> int:
    """Check everything below ROOT (this folder by default), build its site and publish it.

    With an error nothing is published, and the site stays as it was.
    """
    # What a build makes leads back to itself nowhere, and the process ends with it.
    gc.disable()
    from chronicle.build import stages
    from chronicle.build.outcome import Wish
    from chronicle.build.processors import processors

    started = time.monotonic()
    target = out or root / "build"
    wish = Wish(jobs=jobs or processors(), home=_home(), **wishes)
    _HELD.clear()
    with _progress(shown=terminal(sys.stderr) and not quiet) as progress:
        told = partial(_tell, quiet=quiet)
        outcome = stages.build(root, target, wish, progress=progress, told=told, hold=_HELD.append)
    if outcome.problems or format_ != "text":
        print_problems(outcome.problems, format_, quiet=quiet)
    said = [f"{page}: {reason}" for page, reason in outcome.reasons]
    if wish.explain and outcome.published and not said:
        said.append("no page had to be laid out anew")
    if outcome.remark:
        said.append(outcome.remark)
    if outcome.published:
        seconds = time.monotonic() - started
        pages = f"{_counted(outcome.pages, 'page')} ({outcome.fresh:,} new)"
        figures = f"{_counted(outcome.events, 'event')}, {pages}, {seconds:.2f} seconds"
        said.append(f"{figures}: {target / 'index.html'}")
    else:
        said.append("nothing was published")
    if not quiet:
        say("\n".join(said), err=True)
    return 0 if outcome.published else 1


def _tell(words: str, *, quiet: bool) -> None:
    if not quiet:
        say(words, err=True)


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Give the writer of progress: one line of a terminal that rewrites itself and is gone at the end."""

    def write(stage: str, done: int, total: int) -> None:
        if shown:
            say(f"{_CLEARED}{stage}" + (f" {done} of {total}" if total else ""), err=True, nl=False)

    try:
        yield write
    finally:
        if shown:
            say(_CLEARED, err=True, nl=False)
