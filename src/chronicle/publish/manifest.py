"""The manifest of a published folder: what we put there, so that nothing else is ever taken away."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

FILE = ".chronicle-manifest.json"


class Manifest(msgspec.Struct, frozen=True):
    """Every file of a site by its path, with the digest of its bytes (BLAKE2b, 128 bit, hexadecimal)."""

    files: dict[str, str]


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of a site's files, as it is published."""
    digests = {path: digest(data) for path, data in sorted(files.items())}
    return msgspec.json.format(msgspec.json.encode(Manifest(digests)), indent=1)


def digest(data: bytes) -> str:
    """Return the digest under which a manifest holds a file."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def read(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, or None where it has none that can be read: then the folder is not ours."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None


def strangers(folder: Path, known: Manifest) -> Iterator[str]:
    """Yield every path in a folder that its manifest does not know, and every one that differs from it, in order."""
    for place, folders, names in sorted(os.walk(folder)):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted(names + links):
            path = Path(place) / name
            relative = path.relative_to(folder).as_posix()
            if relative == FILE:
                continue
            ours = known.files.get(relative)
            if ours is None or path.is_symlink() or not path.is_file() or digest(path.read_bytes()) != ours:
                yield relative
