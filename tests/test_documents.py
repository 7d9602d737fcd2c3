import re
import tomllib
from itertools import pairwise
from pathlib import Path

import click
import pytest

from chronicle.cli.build import build
from chronicle.examine import examine
from documents import (
    BY_MAKE_TEST,
    BY_THE_GATE,
    DOCUMENTS,
    NOT_RUN,
    ROOT,
    anchors,
    blocks,
    code,
    commands,
    copied,
    follow,
    links,
    read,
    table,
)

_SECONDS = re.compile(r"\d+\.\d\d seconds")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_a_document_does_what_it_says(document: str, tmp_path: Path) -> None:
    folder = copied(tmp_path / "chronicle")
    done = follow(document, folder)
    for (block, output), (after, _) in pairwise(done):
        if block.language == "sh" and after.language == "text" and after.follows:
            assert _SECONDS.sub("… seconds", output) == _SECONDS.sub("… seconds", after.text)
    _, problems = examine(folder)
    assert [problem for problem in problems if problem.severity == "error"] == []


def test_the_example_of_the_readme_has_a_page(tmp_path: Path) -> None:
    folder = copied(tmp_path / "chronicle")
    follow("README.md", folder)
    page = (folder / "build/events/russian-patrols-in-al-darbasiyah.html").read_text(encoding="utf-8")
    for text in ("between 1 and 4 July 2020", "about 12", "Patrols resume along the border", "residents"):
        assert text in page, text


def test_the_options_of_a_build_in_the_readme_are_those_of_the_program() -> None:
    options = {max(each.opts, key=len) for each in build.params if isinstance(each, click.Option)}
    shown = {code(row[0]).split()[0] for row in table(read("README.md"), "option").rows}
    assert shown == options - {"--format", "--quiet"}


def test_commands_that_are_not_run_stand_in_a_document_and_are_run_elsewhere() -> None:
    written = {command for document in DOCUMENTS for block in blocks(read(document)) for command in commands(block)}
    assert written >= NOT_RUN
    gate = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert set(gate) >= BY_THE_GATE
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin")
    assert {line.strip() for line in makefile.splitlines()} >= BY_MAKE_TEST


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_within_the_project_leads_somewhere(document: str) -> None:
    for link in links(read(document)):
        if link.startswith(("https://", "mailto:")):
            continue
        path, _, fragment = link.partition("#")
        target = (ROOT / document).parent / path if path else ROOT / document
        assert target.exists(), link
        if fragment:
            assert fragment in anchors(target.read_text(encoding="utf-8")), link


def test_pictures_are_small_and_are_said_in_words() -> None:
    for document in DOCUMENTS:
        for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", read(document)):
            assert len(words.split()) > 5, path
            assert (ROOT / document).parent.joinpath(path).stat().st_size < 200_000, path


def test_documents_speak_of_no_machine_of_their_own() -> None:
    for document in DOCUMENTS:
        assert not re.search(r"/(?:home|root|tmp|work|Users)/", read(document)), document


def test_the_rooms_are_those_of_the_street_from_top_to_bottom() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    floors = [set(floor.split(" | ")) for contract in contracts for floor in contract.get("layers", ())]
    shown = [set(re.findall(r"`(\w+)`", row[0])) for row in table(read("CONTRIBUTING.md"), "room").rows]
    assert [room for floor in floors for room in sorted(floor)] == [room for row in shown for room in sorted(row)]
