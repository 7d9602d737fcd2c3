"""A process that has imported the program, and forks a fresh copy of itself for every command that it is sent.

    python forking.py SOURCES

A copy is as fresh as a process of its own: nothing that an earlier command remembered is in it. It leads a group of
processes, so that it can be killed with all of its workers. Requests and answers are lines of JSON.
"""

import importlib
import json
import os
import pkgutil
import signal
import sys
from pathlib import Path
from typing import Any, TextIO


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer "start" with the id of a new process, and "wait" with how it ended, until there are no more requests."""
    for line in requests:
        request = json.loads(line)
        if "wait" in request:
            _, status = os.waitpid(request["wait"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = _started(request)
        answers.write(f"{answer}\n")
        answers.flush()


def _started(request: dict[str, Any]) -> int:
    """Return the id of a new process that is on the point of running the command: it can be interrupted already."""
    from chronicle.cli.main import exit_code

    ready, tell = os.pipe()
    if (process := os.fork()) == 0:
        _become(request)
        os.close(ready)
        os.close(tell)
        sys.exit(exit_code(request["arguments"]))
    os.close(tell)
    os.read(ready, 1)
    os.close(ready)
    return process


def _become(request: dict[str, Any]) -> None:
    """Make this copy a process of its own, which writes to the files that it was given."""
    os.setsid()
    os.chdir(request["cwd"])
    for number, name in ((0, os.devnull), (1, request["out"]), (2, request["err"])):
        handle = os.open(name, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(handle, number)
        os.close(handle)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _import_all() -> None:
    import chronicle

    for module in pkgutil.walk_packages(chronicle.__path__, "chronicle."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in ("markdown", "nh3"):
        importlib.import_module(name)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(sys.argv[1])))
    _import_all()
    # The answers have a door of their own, as a copy's standard output goes elsewhere.
    with os.fdopen(os.dup(1), "w") as answers_:
        serve(sys.stdin, answers_)
