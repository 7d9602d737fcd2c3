"""What was found out about templates before is used as long as they and the words are the same."""

from pathlib import Path

import msgspec
import pytest
from small_theme import FRAME, VIEW, WORDS

from chronicle.render.environment import TemplateFiles
from chronicle.render.prepared import Prepared, prepared
from chronicle.render.renderer import Renderer
from chronicle.wording.words import Words

THEME = {
    "page.html": '{% include "_part.html" %} {{ word("things.one") }} {{ fragment("_whole.html", up) }}',
    "_part.html": "part",
    "_whole.html": "whole",
    "other.html": "{% if %}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in THEME.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def page(folder: Path, found: Prepared, words: Words = WORDS) -> str:
    renderer = Renderer((folder,), words, FRAME, found)
    renderer.fingerprint("page.html")
    return renderer.page("events/a.html", "page.html", VIEW).html.decode()


def test_templates_of_pages_and_of_fragments_are_compiled_and_those_that_others_include_are_not(folder: Path) -> None:
    assert len(prepared((folder,), WORDS).codes) == len(["page.html", "_whole.html"])


def test_what_is_prepared_can_be_sent(folder: Path) -> None:
    found = prepared((folder,), WORDS)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Prepared) == found
    assert found.holds(TemplateFiles((folder,)), WORDS)
    assert page(folder, found) == "part one thing whole"


@pytest.mark.parametrize("name", ["page.html", "_part.html", "_whole.html"])
def test_a_template_that_changed_meanwhile_is_laid_out_as_it_is(folder: Path, name: str) -> None:
    found = prepared((folder,), WORDS)
    (folder / name).write_text("new", encoding="utf-8")
    assert not found.holds(TemplateFiles((folder,)), WORDS)
    assert "new" in page(folder, found)


def test_words_that_changed_meanwhile_are_told_as_they_are(folder: Path) -> None:
    words = Words("en", {**WORDS.phrases, "things.one": "a new thing"})
    assert page(folder, prepared((folder,), WORDS), words) == "part a new thing whole"


def test_a_template_that_went_meanwhile_is_not_laid_out(folder: Path) -> None:
    found = prepared((folder,), WORDS)
    (folder / "_part.html").unlink()
    assert not found.holds(TemplateFiles((folder,)), WORDS)


def test_all_pages_are_laid_out_by_the_templates_that_were_there_first(folder: Path) -> None:
    renderer = Renderer((folder,), WORDS, FRAME)
    renderer.fingerprint("page.html")
    (folder / "_whole.html").write_text("new", encoding="utf-8")
    assert renderer.page("events/a.html", "page.html", VIEW).html.decode() == "part one thing whole"
