"""The door of the command, which hears an interrupt also while the command is still being loaded."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130
"""The exit code of what was interrupted."""


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command with the given arguments (the process's own by default); its exit code is that of the process."""
    try:
        from chronicle.cli.main import exit_code

        code = exit_code(arguments)
    except KeyboardInterrupt:
        code = interrupted()
    _leave(code)


def interrupted() -> int:
    """Say that the command was interrupted, and return its exit code."""
    sys.stderr.write("chronicle: interrupted; nothing was left half done\n")
    return INTERRUPTED


def _leave(code: int) -> NoReturn:
    """End the process at once: to take apart a large chronicle, value by value, takes half a second, and nobody asks
    for it.
    """
    for stream in (sys.stdout, sys.stderr):
        # What is said is flushed when it is said, and an error is told there.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
