"""The door of the command, which hears an interrupt also while the command is still being loaded."""

import sys
from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code of what was interrupted."""


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command with the given arguments (the process's own by default), and leave with its exit code."""
    try:
        from chronicle.cli.main import exit_code

        code = exit_code(arguments)
    except KeyboardInterrupt:
        code = interrupted()
    sys.exit(code)


def interrupted() -> int:
    """Say that the command was interrupted, and return its exit code."""
    sys.stderr.write("chronicle: interrupted; nothing was left half done\n")
    return INTERRUPTED
