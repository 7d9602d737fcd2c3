"""What is kept comes back whole, or not at all."""

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.build.store import FILE, FOLDER, DamagedError, Store

values = st.dictionaries(st.text(max_size=8), st.binary(max_size=8), max_size=300)


def kept(root: Path) -> dict[str, bytes]:
    store = Store(root)
    try:
        return store.read("kind", bytes)
    finally:
        store.close()


def write(root: Path, found: dict[str, bytes]) -> None:
    store = Store(root)
    store.commit(lambda: store.write("kind", found))


@given(first=values, second=values)
def test_what_is_written_last_comes_back(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    root = tmp_path_factory.mktemp("root")
    write(root, first)
    write(root, second)
    assert kept(root) == second


@given(first=values, second=values)
def test_an_update_changes_what_it_names_alone(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    root = tmp_path_factory.mktemp("root")
    write(root, first)
    gone = set(list(first)[::3])
    store = Store(root)
    store.commit(lambda: store.update("kind", second, gone - second.keys()))
    left = {name: value for name, value in first.items() if name not in gone - second.keys()}
    assert kept(root) == left | second


def test_kinds_are_kept_apart(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.commit(lambda: store.write("kind", {"a": b"1"}))
    store.commit(lambda: store.write("other", {"a": b"2"}))
    assert kept(tmp_path) == {"a": b"1"}


def test_where_nothing_is_kept_reading_says_so(tmp_path: Path) -> None:
    with pytest.raises(DamagedError):
        kept(tmp_path)
    assert not (tmp_path / FOLDER).exists()


def test_what_fails_half_way_leaves_nothing_that_could_be_taken_for_whole(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"1"})
    store = Store(tmp_path)

    def fail() -> None:
        store.write("kind", {"a": b"2"})
        raise sqlite3.OperationalError("disk full")

    store.commit(fail)
    with pytest.raises(DamagedError):
        kept(tmp_path)


def test_an_interrupt_leaves_what_was_kept_before(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"1"})
    store = Store(tmp_path)

    def interrupted() -> None:
        store.write("kind", {"a": b"2"})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.commit(interrupted)
    assert kept(tmp_path) == {"a": b"1"}


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_gives_what_was_written_or_nothing(tmp_path: Path, seed: int) -> None:
    found = {f"name-{number}": bytes([number % 256]) * 40 for number in range(500)}
    write(tmp_path, found)
    chance = random.Random(seed)  # noqa: S311 - damage, not a secret
    data = bytearray((tmp_path / FOLDER / FILE).read_bytes())
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = chance.choice((len(data), chance.randrange(len(data))))
    (tmp_path / FOLDER / FILE).write_bytes(data[:cut])
    with suppress(DamagedError):
        assert kept(tmp_path) == found


def test_nothing_of_what_was_replaced_or_removed_remains(tmp_path: Path) -> None:
    write(tmp_path, {f"n{number}": b"ordinary" * 30 for number in range(200)} | {"a": b"secret" * 100, "b": b"hidden"})
    store = Store(tmp_path)
    store.commit(lambda: store.update("kind", {"a": b"short"}, ["b"]))
    data = (tmp_path / FOLDER / FILE).read_bytes()
    assert (b"secret" in data, b"hidden" in data, b"short" in data) == (False, False, True)
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == [FILE]


def test_what_has_grown_is_cut_anew(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"1"})
    store = Store(tmp_path)
    more = {f"n{number}": b"2" for number in range(1000)}
    store.commit(lambda: store.update("kind", more))
    assert kept(tmp_path) == {"a": b"1"} | more
    with sqlite3.connect(tmp_path / FOLDER / FILE) as connection:
        assert connection.execute("SELECT count(*) FROM block").fetchone()[0] > 10
