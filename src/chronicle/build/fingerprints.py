"""Digests of bytes, and of everything of ours that makes a page."""

import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from platform import python_version_tuple

import chronicle
from chronicle.render import theme

_LIBRARIES = frozenset({"jinja2", "markupsafe", "markdown", "nh3", "msgspec", "pyyaml"})


def digest(data: bytes) -> bytes:
    """Return a digest of bytes (SHA-256, the first 128 bit)."""
    return hashlib.sha256(data).digest()[:16]


@cache
def engine() -> bytes:
    """Return a digest of everything of ours that makes a page but templates: our sources, Python's minor version, the
    libraries'.
    """
    found = hashlib.blake2b(repr([python_version_tuple()[:2], _versions()]).encode())
    package = Path(chronicle.__file__).parent
    _take_in(found, package, sorted(package.rglob("*.py")))
    return found.digest()[:16]


@cache
def program() -> bytes:
    """Return a digest of the engine and of the theme that comes along."""
    found = hashlib.blake2b(engine())
    own = theme.own_theme()
    _take_in(found, own, sorted(path for path in own.rglob("*") if path.is_file()))
    return found.digest()[:16]


def _take_in(found: "hashlib.blake2b", folder: Path, paths: list[Path]) -> None:
    for path in paths:
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)


def _versions() -> list[str]:
    """Return the libraries with their versions, as their folders of metadata are called: `name-version.dist-info`
    (Recording installed projects, PyPA). To ask for them in another way takes longer than all else that is done where
    nothing changed.
    """
    found = {name for place in sys.path for name in _listed(place) if name.endswith(".dist-info")}
    return sorted(name for name in found if name.partition("-")[0].lower() in _LIBRARIES)


def _listed(place: str) -> list[str]:
    try:
        return os.listdir(place)  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []
