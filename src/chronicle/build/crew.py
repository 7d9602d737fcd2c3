"""Work that is spread over the processors of one machine."""

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, InvalidStateError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

from chronicle.problems.refusal import Refusal

START: Final = "fork"
"""How workers start: as copies of this process, so that what all of them need is there without being sent."""

_PR_SET_PDEATHSIG = 1
# By how much work aside gives way to the build itself (`nice`, POSIX); 19 would be to have nothing beside others.
_NICER = 10

B = TypeVar("B")
R = TypeVar("R")

_work: Callable[[Any], Any] | None = None


def spread(work: Callable[[B], R], batches: Sequence[B], jobs: int) -> Iterator[tuple[int, R]]:
    """Yield what `work` makes of each batch with the batch's number, in the order in which they are done; batches and
    results are plain data.

    `jobs` processes share them, of which this is one: workers take them from the first on, it takes those from the last
    on that no worker has begun, so batches side by side mostly go to one process. One job, or a system that cannot
    start workers as copies, takes them here, one after the other. Raise Refusal where a worker dies.
    """
    executor = _executor(work, min(jobs, len(batches)) - 1)
    if executor is None:
        yield from enumerate(map(work, batches))
        return
    try:
        with _uninterrupted():
            futures = dict(enumerate([_patient(executor.submit(_do, batch)) for batch in batches]))
        for number in reversed(range(len(batches))):
            if number in futures and futures[number].cancel():
                del futures[number]
                yield number, work(batches[number])
            # Workers are done with the first ones first.
            for done in [each for each in islice(futures, 2 * jobs) if futures[each].done()]:
                yield done, futures.pop(done).result()
        for number in list(futures):
            yield number, futures.pop(number).result()
    except BrokenProcessPool as error:
        help_ = "it may have run out of memory: build with --jobs 1"
        raise Refusal("a worker process died before it was done", help_) from error
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def aside(work: Callable[[], bytes], jobs: int) -> Iterator[Callable[[], bytes]]:
    """Have a process of its own do work meanwhile; what is given waits for what that made, once.

    That is b"" where `jobs` leaves no such process, the system cannot start one, or the work failed; what is not waited
    for is ended.
    """
    if jobs < 2 or START not in multiprocessing.get_all_start_methods():
        yield bytes
        return
    context = multiprocessing.get_context(START)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, theirs), daemon=True)
    with ours:
        try:
            with theirs, suppress(OSError), _uninterrupted():
                process.start()
            yield partial(_received, ours)
        finally:
            if process.pid is not None:
                process.kill()
                process.join()


def _patient(future: Future[R]) -> Future[R]:
    """Return a future that may be told of a worker's death though it was cancelled.

    Python 3.11 tells every one, fails at the first that was cancelled, and the rest wait for ever.
    """
    tell = future.set_exception

    def set_exception(error: BaseException | None) -> None:
        with suppress(InvalidStateError):
            tell(error)

    future.set_exception = set_exception  # type: ignore[assignment, method-assign]
    return future


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interrupt wait until processes are started: within, Python would put it out and forget it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(work: Callable[[], bytes], to: Connection) -> None:
    _prepare()
    # What the build waits for at once comes first; a processor that it leaves idle is enough for this.
    os.nice(_NICER)
    with suppress(Exception):
        to.send_bytes(work())


def _received(come_from: Connection) -> bytes:
    try:
        return come_from.recv_bytes()
    except (EOFError, OSError):
        return b""


def _executor(work: Callable[[B], R], workers: int) -> Executor | None:
    """Return the workers, None where there are to be none, or the system has no means for them."""
    if workers < 1 or START not in multiprocessing.get_all_start_methods():
        return None
    context = multiprocessing.get_context(START)
    try:
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(work,))
    except OSError:
        return None


def _begin(work: Callable[..., object]) -> None:
    global _work
    _work = work
    _prepare()


def _prepare() -> None:
    """Prepare a worker: an interrupt is its parent's to tell of, and it ends with its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Values lead back to themselves nowhere; to look for it would copy the memory that workers share.
    gc.disable()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _do(batch: Any) -> Any:
    assert _work is not None  # noqa: S101 - set when the worker began
    return _work(batch)
