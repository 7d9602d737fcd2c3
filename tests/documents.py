"""The project's documents as tests read them: fenced blocks, tables, headings and links."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/records.md", "docs/templates.md")

_PARTS = (
    *(".ci", ".github", "docs", "events", "maps", "registers", "src", "templates", "tests"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "chronicle.yaml", "pyproject.toml"),
)
BY_THE_GATE = frozenset({"make site", "make test"})
"""Not run here: .ci/run runs these very lines on a clean checkout, and one of them runs this test."""

BY_MAKE_TEST = frozenset(
    f".venv/bin/{step}" for step in ("ruff check .", "ruff format --check .", "mypy", "lint-imports", "pytest -n auto")
)
"""Not run here: `make test` runs these very lines."""

BY_EYE = frozenset(
    "chromium --headless --hide-scrollbars --window-size=1080,960 --screenshot=docs/images/event.png " + page
    for page in ("build/events/us-russian-joint-patrols-claimed.html",)
)
"""Not run here: a picture is looked at, and not every machine has Chromium."""

NOT_RUN = BY_THE_GATE | BY_MAKE_TEST | BY_EYE

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w./-]+\.\w+)`[^`]*:$")
_HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
_EXIT = re.compile(r"# exit code (\d+)$")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block: its language, its text, the file that it is said to be ("" where none is named above it), and
    whether nothing stands between it and the block before.
    """

    language: str
    text: str
    file: str
    follows: bool


class Table(NamedTuple):
    """A table of cells as they are written, with the last heading above it; `head` are the words of its first row."""

    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read(document: str) -> str:
    """Return the text of a document of the project."""
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a document, in order.

    A block is a file where the paragraph above it ends in a path between backquotes, and a colon.
    """
    end = 0
    for found in _FENCE.finditer(text):
        above = text[end : found.start()].rstrip()
        file = _FILE.search(above.rpartition("\n")[2])
        yield Block(found[1], found[2], file[1] if file else "", follows=not above)
        end = found.end()


def tables(text: str) -> Iterator[Table]:
    """Yield the tables of a document, in order."""
    heading, rows = "", list[tuple[str, ...]]()
    for line in [*_prose(text).splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Table(heading, rows[0], tuple(rows[2:]))
            rows = []
        if found := _HEADING.match(line):
            heading = found[1]


def table(text: str, head: str) -> Table:
    """Return the one table whose first cell is `head`."""
    (found,) = (each for each in tables(text) if each.head[0] == head)
    return found


def code(cell: str) -> str:
    """Return what stands between backquotes in a cell; there must be something."""
    found = re.search(r"`([^`]+)`", cell)
    assert found, cell
    return found[1]


def links(text: str) -> set[str]:
    """Return the addresses of all links and images of a document."""
    return set(_LINK.findall(_prose(text)))


def anchors(text: str) -> set[str]:
    """Return the fragments by which a document's headings are linked to, as GitHub names them."""
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in _HEADING.findall(_prose(text))
    }


def copied(folder: Path) -> Path:
    """Copy what is in the repository to `folder`, with the environment that the tests run in as its .venv."""
    for name in _PARTS:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def put(block: Block, folder: Path) -> None:
    """Write a block that is a file to its place below `folder`; an entry is added to its register, unless it is in it.

    Settings are shown in parts, so they are left as they are.
    """
    if block.file == "chronicle.yaml":
        return
    target = folder / block.file
    target.parent.mkdir(parents=True, exist_ok=True)
    there = target.read_text(encoding="utf-8") if target.exists() else ""
    if target.parent.name != "registers" or not there:
        target.write_text(block.text, encoding="utf-8")
        return
    id_ = block.text.partition(":")[0]
    if not re.search(rf"^{re.escape(id_)}:", there, re.MULTILINE):
        target.write_text(f"{there}\n{block.text}", encoding="utf-8")


def commands(block: Block) -> list[str]:
    """Return the commands of a block, each in one line."""
    joined = re.sub(r"\\\n\s*", "", block.text)
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def run(command: str, folder: Path) -> str:
    """Run one command and return what it prints; it must leave with the exit code that a comment at its end names."""
    assert not re.match(r"(make|pip)\b", command), f"{command} would install into the environment of the tests"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_", "VIRTUAL_"))}
    environment = kept | {"PATH": f"{sys.prefix}/bin:{os.environ['PATH']}", "COLUMNS": "100"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    expected = _EXIT.search(command)
    assert done.returncode == int(expected[1] if expected else 0), f"{command}\n{done.stdout}"
    return done.stdout


def follow(document: str, folder: Path) -> list[tuple[Block, str]]:
    """Do what a document says, in its order: write its files, run its commands. Return the blocks with their output."""
    done: list[tuple[Block, str]] = []
    for block in blocks(read(document)):
        output = ""
        if block.language == "sh":
            output = "".join(run(command, folder) for command in commands(block) if command not in NOT_RUN)
        elif block.file:
            put(block, folder)
        done.append((block, output))
    return done


def _prose(text: str) -> str:
    """Return a document without its fenced blocks."""
    return _FENCE.sub("", text)
