"""Work that is spread over processes comes back as if one had done it."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest

from chronicle.build.crew import aside, spread
from chronicle.build.processors import processors
from chronicle.problems.refusal import Refusal


def left() -> list[object]:
    return list(multiprocessing.active_children())


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_every_result_comes_with_the_number_of_its_batch(jobs: int) -> None:
    found = list(spread(lambda batch: sum(batch), [[number, 1] for number in range(30)], jobs))
    assert sorted(found) == [(number, number + 1) for number in range(30)]
    assert left() == []


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_worker_that_dies_late_leaves_nobody_waiting(jobs: int) -> None:
    here = os.getpid()

    def die(batch: int) -> int:
        if os.getpid() != here:
            time.sleep(0.2)
            os.kill(os.getpid(), signal.SIGKILL)
        return batch

    with pytest.raises(Refusal, match="a worker process died"):
        list(spread(die, range(40), jobs))
    assert left() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_batches_give_no_results(jobs: int) -> None:
    assert list(spread(len, [], jobs)) == []


def test_several_jobs_are_other_processes_and_one_is_this_one() -> None:
    def process(_batch: int) -> int:
        time.sleep(0.01)
        return os.getpid()

    assert {found for _, found in spread(process, range(9), 1)} == {os.getpid()}
    assert {found for _, found in spread(process, range(9), 2)} > {os.getpid()}
    assert len({found for _, found in spread(process, range(9), 2)}) == 2


def test_workers_have_what_this_process_has_without_being_sent_it() -> None:
    unsent: list[Callable[[int], int]] = [abs, lambda number: -number]
    assert sorted(spread(lambda batch: unsent[batch](5), [0, 1], 2)) == [(0, 5), (1, -5)]


def test_a_worker_that_dies_is_refused_with_the_way_out() -> None:
    here = os.getpid()

    def die(batch: int) -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return batch

    with pytest.raises(Refusal, match="a worker process died") as refused:
        list(spread(die, [1, 2, 3, 4], 2))
    assert "--jobs 1" in refused.value.help
    assert left() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_comes_through(jobs: int) -> None:
    def fail(batch: int) -> int:
        if batch == 2:
            raise ValueError("two")
        return batch

    with pytest.raises(ValueError, match="two"):
        list(spread(fail, [1, 2, 3], jobs))
    assert left() == []


def test_no_process_is_left_where_nobody_asks_for_the_rest() -> None:
    found = spread(abs, list(range(50)), 2)
    assert next(found)[1] in range(50)
    found.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert left() == []


def test_there_is_a_processor() -> None:
    assert processors() >= 1


# ------------------------------------------------------------------ aside


def test_work_aside_is_done_by_another_process() -> None:
    with aside(lambda: str(os.getpid()).encode(), 2) as made:
        assert int(made()) not in (0, os.getpid())
    assert left() == []


def test_work_aside_may_make_more_than_a_pipe_holds() -> None:
    with aside(lambda: b"x" * 1_000_000, 2) as made:
        assert made() == b"x" * 1_000_000


def test_one_job_does_nothing_aside() -> None:
    with aside(lambda: b"made", 1) as made:
        assert made() == b""


@pytest.mark.parametrize("fault", [lambda: 1 / 0, lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_work_aside_that_fails_makes_nothing_and_says_nothing(
    fault: Callable[[], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    with aside(fault, 2) as made:
        assert made() == b""
    assert capfd.readouterr().err == ""


def test_work_aside_that_nobody_waits_for_is_ended() -> None:
    def sleep() -> bytes:
        time.sleep(60)
        return b""

    with aside(sleep, 2):
        assert len(left()) == 1
    assert left() == []


def blocked(_batch: object = None) -> bytes:
    return b"waits" if signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []) else b"comes"


def test_an_interrupt_waits_until_a_process_is_started_and_then_comes() -> None:
    with aside(blocked, 2) as made:
        assert made() == b"waits"
        assert blocked() == b"comes"
    assert b"waits" in {made for _, made in spread(blocked, range(40), 2)}
    assert blocked() == b"comes"


def test_an_interrupt_while_a_process_is_started_ends_it() -> None:
    def interrupting(self: Any) -> None:
        started(self)
        os.kill(os.getpid(), signal.SIGINT)

    context = multiprocessing.get_context("fork").Process
    started = context.start
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(context, "start", interrupting)
        with pytest.raises(KeyboardInterrupt), aside(lambda: b"made", 2):
            pytest.fail("the interrupt was lost")
    assert left() == []
