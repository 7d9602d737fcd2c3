"""The command `chronicle`."""

import os
import sys
from collections.abc import Sequence

import click

from chronicle import __version__
from chronicle.cli.build import build
from chronicle.cli.check import check
from chronicle.problems.refusal import Refusal

DONE, PROBLEMS, REFUSED, FAULT, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: no error; an error in what people wrote; could not run; a fault of the program; interrupted."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="chronicle")
def chronicle() -> None:
    """Keep the record of a conflict, and publish it as a site.

    Exit codes: 0 no error, 1 an error in the records, 2 could not run, 3 a fault of the program, 130 interrupted.
    """


chronicle.add_command(build)
chronicle.add_command(check)


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command with the given arguments (the process's own by default), and leave with its exit code."""
    sys.exit(exit_code(arguments))


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; whatever goes wrong is said in words, never by a traceback."""
    try:
        done = chronicle.main(args=arguments, prog_name="chronicle", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return REFUSED
    except Refusal as refusal:
        click.echo(f"chronicle: {refusal.message}", err=True)
        if refusal.help:
            click.echo(f"  help: {refusal.help}", err=True)
        return REFUSED
    except (KeyboardInterrupt, click.Abort):
        click.echo("chronicle: interrupted; the published site is unchanged", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours is told, not thrown at an editor
        click.echo(f"chronicle: a fault of the program, not of your records: {_told(error)}", err=True)
        return FAULT
    return done if isinstance(done, int) else DONE


def _told(error: Exception) -> str:
    """Return a fault in one line, with the place in the program where it came up."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""  # noqa: PTH119 - a name out of a code object
    return f"{type(error).__name__}: {' '.join(str(error).split())}{place}"
