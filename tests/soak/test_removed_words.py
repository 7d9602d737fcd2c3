"""What is withdrawn, deleted, renamed or merged leaves not one byte of itself behind."""

import random
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

import pytest
from chronicles import small
from desk import read, write
from running import Program

from soaking import Figures

_CASES = ("withdrawn", "deleted", "renamed", "renamed with its old address", "merged", "rewritten", "never published")
_ZLIB = b"\x78"
Remove: TypeAlias = Callable[[Path], None]


def word_of(seed: int) -> str:
    """Return a word that stands nowhere else."""
    return "".join(random.Random(seed).choices("bdfgjkpqvwxz", k=14))  # noqa: S311 - replayed by its seed


def told(word: str) -> dict[str, object]:
    """Return a record that says a word wherever a record says something."""
    return {
        "type": "event",
        "title": {"en": f"Of {word}", "ar": f"عن {word}"},
        "date": {"when": "2020-06-15", "text": f"on {word}day", "doubt": f"{word} doubts it"},
        "locations": [{"name": "kobani", "as": f"near {word}"}],
        "actors": [{"name": "residents", "as": f"the {word}"}],
        "quantities": {word: "5"},
        "casualties": [{"group": word, "killed": "2"}],
        "summary": f"They said **{word}**.",
        "sources": [{"source": "dated", "speaker": word, "via": word, "says": f"It was {word}.", "locator": word}],
        "note": f"A note on {word}.",
        "related": ["day"],
        "recorded": "2021-02-01",
    }


def _withdraw(record: Path) -> None:
    write(record, {"withdrawn": "It was not so."})


def _delete(record: Path) -> None:
    record.unlink()


def _rename(record: Path) -> None:
    """Give a record whose id has the word another id, and take the word out of its text."""
    write(record.with_name("plain.yaml"), told("plain"))
    record.unlink()


def _rename_with_address(record: Path) -> None:
    write(record.with_name("plain.yaml"), told("plain") | {"formerly": [record.stem]})
    record.unlink()


def _merge(record: Path) -> None:
    write(record, {"merged_into": "day"})


def _rewrite(record: Path) -> None:
    write(record, told("plain"))


def hiding_places(folder: Path, word: str) -> list[str]:
    """Return every name and file below a folder that has the word, also where zlib packed it."""
    found = []
    for path in sorted(folder.rglob("*")):
        if word in path.name:
            found.append(f"{path.relative_to(folder)}: in its name")
        if path.is_file() and any(word.encode() in data.lower() for data in _layers(path.read_bytes())):
            found.append(f"{path.relative_to(folder)}: in its bytes")
    return found


def _layers(data: bytes) -> Iterator[bytes]:
    yield data
    at = data.find(_ZLIB)
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[at:])
        at = data.find(_ZLIB, at + 1)


@pytest.mark.rounds(1, 5)
@pytest.mark.parametrize("case", _CASES)
def test_a_removed_record_leaves_no_byte_behind(
    case: str, seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    root = small(folder / "chronicle")
    settings = root / "chronicle.yaml"
    write(settings, read(settings) | {"base_url": "https://host.example/", "editor": "The editors"})
    word = word_of(seed)
    keeps_id = case in ("withdrawn", "merged", "renamed with its old address")
    record = root / "events" / f"{'secret' if keeps_id else word}.yaml"
    assert program.build(root).code == 0
    write(record, told(word) | ({"titel": word} if case == "never published" else {}))
    published = program.build(root)
    assert published.code == (1 if case == "never published" else 0), published.err
    assert len(hiding_places(root / "build", word)) >= (0 if published.code else 5)
    remove: dict[str, Remove] = {
        "withdrawn": _withdraw,
        "renamed": _rename,
        "renamed with its old address": _rename_with_address,
        "merged": _merge,
    }
    if case == "rewritten":
        record = record.rename(record.with_name("secret.yaml"))
        assert program.build(root).code == 0
        _rewrite(record)
    else:
        remove.get(case, _delete)(record)
    ended = program.build(root)
    assert ended.code == 0, ended.err
    assert hiding_places(folder, word) == [], f"the word is {word}"
    assert (root / "build" / "events" / f"{record.stem}.html").exists() == (keeps_id or case == "rewritten")
    figure("removed words: searches")
