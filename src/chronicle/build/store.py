"""The file in which a build keeps for the next one what it has found out."""

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

FOLDER = ".chronicle"
FILE = "kept.db"
_BESIDE = ("", "-journal", "-wal", "-shm")
_TABLE = "CREATE TABLE IF NOT EXISTS block (kind TEXT, number INTEGER, sum INTEGER, body BLOB, UNIQUE (kind, number))"
_NAMES_A_BLOCK = 64
# Blocks that have grown beyond this are cut anew.
_NAMES_AT_MOST = 4 * _NAMES_A_BLOCK

T = TypeVar("T")
_RAW = msgspec.msgpack.Decoder(tuple[int, dict[str, msgspec.Raw]])


class DamagedError(Exception):
    """What was kept cannot be read back whole."""


class Store:
    """Values by kind and name, in blocks of some dozens, so that little is written when few of them change.

    Every block has a checksum. All that is written in one `commit` becomes the content of the file at once or not
    at all, also where the process is killed. What is replaced is overwritten, so that nothing of it remains.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / FOLDER / FILE
        self._open: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._open:
            self._open.close()
            self._open = None

    def read(self, kind: str, type_: type[T]) -> dict[str, T]:
        """Return all values of a kind by name; raise DamagedError where none were written, or not all can be read."""
        decoder = msgspec.msgpack.Decoder(tuple[int, dict[str, type_]])  # type: ignore[valid-type]  # given at run time
        found: dict[str, T] = {}
        blocks = count = 0
        try:
            if not self._path.is_file():
                raise DamagedError(kind)
            rows = self._connection().execute("SELECT sum, body FROM block WHERE kind = ? ORDER BY number", (kind,))
            for total, body in rows:
                if total != zlib.crc32(body):
                    raise DamagedError(kind)
                count, block = decoder.decode(body)
                found |= block
                blocks += 1
        except (sqlite3.Error, msgspec.DecodeError, TypeError, OSError) as error:
            raise DamagedError(kind) from error
        if not blocks or blocks != count:
            raise DamagedError(kind)
        return found

    def pick(self, kind: str, names: Iterable[str], type_: type[T]) -> dict[str, T]:
        """Return the values of some names of a kind, of those that are kept; raise DamagedError as `read` does."""
        found: dict[str, T] = {}
        try:
            count = self._count(kind)
            blocks: dict[int, dict[str, msgspec.Raw]] = {}
            for name in names:
                number = _number(name, count)
                if number not in blocks:
                    blocks[number] = self._block(kind, number, count)
                if name in blocks[number]:
                    found[name] = msgspec.msgpack.decode(blocks[number][name], type=type_)
        except (sqlite3.Error, msgspec.DecodeError, OSError) as error:
            raise DamagedError(kind) from error
        return found

    def commit(self, write: Callable[[], None]) -> None:
        """Keep all that `write` writes, or nothing: where the disk does not take it, everything that is kept goes."""
        try:
            self._path.parent.mkdir(exist_ok=True)
            with self._connection() as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_TABLE)
                write()
        except (sqlite3.Error, DamagedError, OSError):
            # What is kept must be that of the last build: better nothing than something older.
            self.discard()
        finally:
            self.close()

    def write(self, kind: str, values: Mapping[str, Any]) -> None:
        """Keep the values of a kind, and no others of it."""
        count = -(-len(values) // _NAMES_A_BLOCK) or 1
        blocks: list[dict[str, Any]] = [{} for _ in range(count)]
        for name, value in values.items():
            blocks[_number(name, count)][name] = value
        self._connection().execute("DELETE FROM block WHERE kind = ?", (kind,))
        self._put(kind, count, enumerate(blocks))

    def update(self, kind: str, values: Mapping[str, Any], gone: Iterable[str] = ()) -> None:
        """Keep these values of a kind besides those that are kept already, without those of the names that are gone.

        Raise DamagedError where none were written, or those that are touched cannot be read back.
        """
        count = self._count(kind)
        touched: dict[int, dict[str, Any]] = {_number(name, count): {} for name in (*values, *gone)}
        for number in touched:
            touched[number] = self._block(kind, number, count)
        for name in gone:
            touched[_number(name, count)].pop(name, None)
        for name, value in values.items():
            touched[_number(name, count)][name] = value
        self._put(kind, count, touched.items())
        if any(len(block) > _NAMES_AT_MOST for block in touched.values()):
            self.write(kind, self.read(kind, msgspec.Raw))

    def _block(self, kind: str, number: int, count: int) -> dict[str, Any]:
        where = "WHERE kind = ? AND number = ?"
        row = self._connection().execute(f"SELECT sum, body FROM block {where}", (kind, number)).fetchone()  # noqa: S608 - a constant
        try:
            if row is None or row[0] != zlib.crc32(row[1]):
                raise DamagedError(kind)
            found, block = _RAW.decode(row[1])
        except (msgspec.DecodeError, TypeError) as error:
            raise DamagedError(kind) from error
        if found != count:
            raise DamagedError(kind)
        return block

    def _count(self, kind: str) -> int:
        count = self._connection().execute("SELECT count(*) FROM block WHERE kind = ?", (kind,)).fetchone()[0]
        if not count:
            raise DamagedError(kind)
        return int(count)

    def _put(self, kind: str, count: int, blocks: Iterable[tuple[int, dict[str, Any]]]) -> None:
        bodies = ((number, msgspec.msgpack.encode((count, block))) for number, block in blocks)
        rows = ((kind, number, zlib.crc32(body), body) for number, body in bodies)
        self._connection().executemany("INSERT OR REPLACE INTO block VALUES (?, ?, ?, ?)", rows)

    def discard(self) -> None:
        """Remove the file with all that is kept, as far as it can be removed."""
        self.close()
        for ending in _BESIDE:
            with suppress(OSError):
                self._path.with_name(FILE + ending).unlink()

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._open = sqlite3.connect(self._path, isolation_level=None)
            # The journal alone must survive a killed process, not a power cut: what is kept can be found out again.
            for setting in ("synchronous=OFF", "secure_delete=ON", "journal_mode=DELETE", "cache_size=-16000"):
                self._open.execute(f"PRAGMA {setting}")
        return self._open


def _number(name: str, count: int) -> int:
    """Return the block of a name: the same on every machine."""
    return zlib.crc32(name.encode()) % count
