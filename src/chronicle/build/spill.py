"""Values that wait on disk until they are needed, as together they would take much memory."""

import os
import tempfile
from collections.abc import ItemsView, Iterator, Mapping
from pathlib import Path


class Spill(Mapping[str, bytes]):
    """Values by name, each put once, in a file in `folder` that has no name there and goes with its last user.

    Raise OSError where the disk does not take them.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed with this
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __del__(self) -> None:
        """Let go of the file, and of all that is in it."""
        if hasattr(self, "_file"):
            self._file.close()

    def put(self, name: str, value: bytes) -> None:
        """Add a value."""
        self._file.write(value)
        self._places[name] = self._end, len(value)
        self._end += len(value)

    def __getitem__(self, name: str) -> bytes:
        place, size = self._places[name]
        self._file.flush()
        return os.pread(self._file.fileno(), size, place)

    def items(self) -> ItemsView[str, bytes]:
        """Return all values, read in one go."""
        self._file.seek(0)
        content = self._file.read()
        return {name: content[place : place + size] for name, (place, size) in self._places.items()}.items()

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
