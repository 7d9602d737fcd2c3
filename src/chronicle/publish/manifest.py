"""The manifest of a published folder: what we put there, so that nothing else is ever taken away."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

FILE = ".chronicle-manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """Every file of a site by its path, with the digest of its bytes (SHA-256, hexadecimal: what `sha256sum` tells)."""

    files: dict[str, str]


def manifest(files: Mapping[str, str]) -> bytes:
    """Return the manifest of a site's files by their digests, as it is published: the same bytes in any order."""
    return msgspec.json.format(msgspec.json.encode(Manifest(dict(files)), order="deterministic"), indent=1)


def digest(data: bytes) -> str:
    """Return the digest under which a manifest holds a file."""
    return hashlib.sha256(data).hexdigest()


def is_of(found: str, data: bytes) -> bool:
    """Tell whether a digest in a manifest is that of some bytes; earlier ones held BLAKE2b, 128 bit."""
    return found == digest(data) or found == hashlib.blake2b(data, digest_size=16).hexdigest()


def read(folder: Path, name: str = FILE) -> Manifest | None:
    """Return the manifest of a folder, or None where it has none that can be read: then the folder is not ours."""
    file = folder / name
    try:
        return None if file.is_symlink() else msgspec.json.decode(file.read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None
