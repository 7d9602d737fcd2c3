"""The command `chronicle`."""

import errno
import io
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from chronicle import __version__
from chronicle.cli.build import build
from chronicle.cli.check import check
from chronicle.cli.printing import say
from chronicle.cli.start import interrupted
from chronicle.problems.refusal import Refusal
from chronicle.problems.render.display import escaped

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
DONE, PROBLEMS, REFUSED, FAULT = 0, 1, 2, 3
"""Exit codes: no error; an error in what people wrote; could not run; a fault of the program."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="chronicle")
def chronicle() -> None:
    """Keep the record of a conflict, and publish it as a site.

    Exit codes: 0 no error, 1 an error in the records, 2 could not run, 3 a fault of the program, 130 interrupted.
    """


chronicle.add_command(build)
chronicle.add_command(check)


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; whatever goes wrong is said in words, never by a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        done = chronicle.main(args=arguments, prog_name="chronicle", standalone_mode=False)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return REFUSED
    except Refusal as refusal:
        _say(f"chronicle: {escaped(refusal.message)}", escaped(refusal.help))
        return REFUSED
    except (KeyboardInterrupt, click.Abort):
        return interrupted()
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours is told, not thrown at an editor
        if isinstance(error, OSError) and error.errno in _FULL:
            _say(f"chronicle: {error.strerror}", "make room, or write elsewhere")
            return REFUSED
        _say(f"chronicle: a fault of the program, not of your records: {_told(error)}")
        return FAULT
    return done if isinstance(done, int) else DONE


def _say(words: str, help_: str = "") -> None:
    """Say why there was no result; where nothing can be said any more, the exit code alone tells it."""
    with suppress(Refusal):
        say(words, err=True)
        if help_:
            say(f"  help: {help_}", err=True)


def _told(error: Exception) -> str:
    """Return a fault in one line, with the place in the program where it came up."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    return f"{type(error).__name__}: {escaped(' '.join(str(error).split()))}{place}"
