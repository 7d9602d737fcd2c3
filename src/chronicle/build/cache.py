"""What the last build made of each page, so that a page with the same key is not laid out again."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version_tuple

import msgspec

import chronicle
from chronicle.render.references import References

FOLDER = ".chronicle"
_FILE = "pages.msgpack"
_LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3", "msgspec")


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was made: the key of all that it says, the digest of its bytes, and what it refers to."""

    key: bytes
    digest: bytes
    references: References


class _File(msgspec.Struct, array_like=True):
    schema: bytes
    pages: dict[str, Kept]


def key(letter: bytes, template: bytes) -> bytes:
    """Return the key of a page: a digest of the bytes that it is made of, of its template's fingerprint and of ours.

    The same key means the same page, to the byte.
    """
    return digest(b"".join((engine(), template, letter)))


def digest(data: bytes) -> bytes:
    """Return a digest of bytes (BLAKE2b, 128 bit)."""
    return hashlib.blake2b(data, digest_size=16).digest()


@cache
def engine() -> bytes:
    """Return a digest of everything of ours that makes a page: our sources, Python's minor version, the libraries'."""
    found = hashlib.blake2b(repr([python_version_tuple()[:2], [_version(name) for name in _LIBRARIES]]).encode())
    package = Path(chronicle.__file__).parent
    for path in sorted(package.rglob("*.py")):
        source = path.read_bytes()
        found.update(f"{path.relative_to(package).as_posix()}\0{len(source)}\0".encode() + source)
    return found.digest()[:16]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def load(root: Path) -> dict[str, Kept]:
    """Return what is kept of the pages of the chronicle at `root`: nothing where that cannot be read back whole."""
    try:
        found = msgspec.msgpack.decode((root / FOLDER / _FILE).read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError):
        return {}
    return found.pages if found.schema == engine() else {}


def save(root: Path, pages: Mapping[str, Kept]) -> None:
    """Keep what was made of each page; where it cannot be written, the next build does the work again."""
    folder = root / FOLDER
    written = folder / f"{_FILE}.{os.getpid()}"
    try:
        folder.mkdir(exist_ok=True)
        written.write_bytes(msgspec.msgpack.encode(_File(engine(), dict(pages))))
        written.replace(folder / _FILE)
    except OSError:
        with suppress(OSError):
            written.unlink()
