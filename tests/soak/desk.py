"""The desk of an editor who changes a chronicle by chance."""

import random
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Record: TypeAlias = dict[str, Any]
"""A record or a register as it is written: texts, lists and mappings."""

_SIGNPOSTS = (b"withdrawn:", b"merged_into:")
_SYLLABLES = ("ka", "mo", "ri", "shu", "ta", "lé", "b<a>", "نو", "sar", "&c", "den", "u'l")


@dataclass
class Desk:
    """A chronicle's folder, the source of chance, and what was done in the last step."""

    root: Path
    chance: random.Random
    version: int = 0
    done: list[str] = field(default_factory=list)
    _serial: int = 0

    def note(self, what: str) -> None:
        """Keep in words what was done, for whoever reads of a failure."""
        self.done.append(what)

    def serial(self) -> int:
        """Return a number that was not given before."""
        self._serial += 1
        return self._serial

    def word(self) -> str:
        """Return a word that means nothing, some of them in characters that mean something to a page."""
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4)))

    def files(self) -> list[Path]:
        """Return the files of all events and signposts, in order."""
        return sorted((self.root / "events").rglob("*.yaml"))

    def events(self) -> list[Path]:
        """Return the files of all events, without signposts."""
        return [path for path in self.files() if not path.read_bytes().startswith(_SIGNPOSTS)]

    def event(self) -> Path:
        """Return the file of any event."""
        return self.chance.choice(self.events())

    def ids(self, register: str) -> list[str]:
        """Return the ids of a register."""
        return sorted(read(self.register(register)))

    def register(self, name: str) -> Path:
        """Return the file of a register."""
        return self.root / "registers" / f"{name}.yaml"

    def day(self) -> str:
        """Return a day on which events happen, most of them in the year that is full."""
        year = self.chance.choice((2019, 2019, 2019, 2020, 2018))
        return f"{year}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"


def read(path: Path) -> Record:
    """Return a file's content, all values as texts."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes texts alone
    return content if isinstance(content, dict) else {}


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a file, with its keys in the order in which they are given."""
    text = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=1000)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def kept(root: Path, parts: tuple[str, ...], beside: Path) -> Path:
    """Keep a copy of a chronicle's sources as they are, with the times of their files, and return it."""
    for part in parts:
        if (root / part).is_dir():
            shutil.copytree(root / part, beside / part, symlinks=True)
        elif (root / part).exists():
            beside.mkdir(exist_ok=True)
            shutil.copy2(root / part, beside / part)
    return beside


def put_back(root: Path, parts: tuple[str, ...], beside: Path) -> None:
    """Put the sources back as they were kept; files that did not change stay untouched."""
    for part in parts:
        before = {path.relative_to(beside) for path in [beside / part, *(beside / part).rglob("*")]}
        for path in sorted((root / part).rglob("*"), reverse=True):
            if path.relative_to(root) not in before:
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        for path in sorted(path for path in before if (beside / path).is_file()):
            if not (root / path).is_file() or (root / path).read_bytes() != (beside / path).read_bytes():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).unlink(missing_ok=True)
                shutil.copy2(beside / path, root / path)
        if not (beside / part).exists() and (root / part).exists():
            shutil.rmtree(root / part) if (root / part).is_dir() else (root / part).unlink()
