"""Two folders trade places at once."""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from chronicle.publish.exchange import exchange


class Kernel:
    """Stands in for the C library: its renameat2 does nothing and fails with the given error, 0 being none."""

    def __init__(self, number: int) -> None:
        self.number = number

    def renameat2(self, *_: object) -> int:
        ctypes.set_errno(self.number)
        return -1 if self.number else 0


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "one", tmp_path / "other"


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's own")
def test_two_folders_trade_places(pair: tuple[Path, Path]) -> None:
    one, other = pair
    assert exchange(one, other)
    assert (names(one), names(other)) == (["other"], ["one"])


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux's own")
def test_a_missing_folder_is_an_error_and_nothing_moves(pair: tuple[Path, Path]) -> None:
    one, _ = pair
    with pytest.raises(FileNotFoundError):
        exchange(one, one.with_name("nowhere"))
    assert names(one) == ["one"]


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_does_not_offer_it_says_so(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Kernel(number))
    assert not exchange(*pair)


def test_any_other_error_is_raised_with_its_words(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Kernel(errno.EXDEV))
    with pytest.raises(OSError, match=os.strerror(errno.EXDEV)):
        exchange(*pair)


def test_a_system_without_the_call_does_not_offer_it(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> NoReturn:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert not exchange(*pair)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    assert not exchange(*pair)
