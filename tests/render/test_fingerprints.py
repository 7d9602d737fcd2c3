"""A fingerprint tells whether a template can make another page than before."""

from pathlib import Path

import msgspec
import pytest
from small_theme import FRAME, WORDS, fault, html, print_fault, renderer

from chronicle.wording.words import Words


def test_a_chronicles_own_template_replaces_that_of_the_theme(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": '{% include "part.html" %}', "part.html": "theirs"}, {"part.html": "ours"})
    assert html(made) == "ours"


def test_a_fault_in_a_chronicles_own_template_shows_its_own_line(tmp_path: Path) -> None:
    assert fault(renderer(tmp_path, "\ntheirs", {"page.html": "\n{{ nothing }}"})).excerpt == "{{ nothing }}"


def test_an_own_template_changes_the_fingerprint_of_all_that_include_it(tmp_path: Path) -> None:
    theme = {
        "page.html": '{% extends "base.html" %}',
        "base.html": '{% include "part.html" %}',
        "part.html": "theirs",
        "other.html": "",
    }
    before = renderer(tmp_path, theme)
    prints = {name: before.fingerprint(name) for name in ("page.html", "other.html")}
    after = renderer(tmp_path, theme, {"part.html": "ours"})
    assert after.fingerprint("page.html") != prints["page.html"]
    assert after.fingerprint("other.html") == prints["other.html"]


@pytest.mark.parametrize(
    "tag",
    [
        '{% extends "part.html" %}',
        '{% include "part.html" %}',
        '{% import "part.html" as part %}',
        '{% from "part.html" import x %}',
        '{%- include "part.html" -%}',
        '{% macro m() %}{% include "part.html" %}{% endmacro %}',
        '{% if view.title %}{% include\n  "part.html" %}{% endif %}',
    ],
)
def test_a_fingerprint_follows_every_way_of_naming_a_template(tmp_path: Path, tag: str) -> None:
    one = renderer(tmp_path, {"page.html": tag, "part.html": "{% set x = 1 %}"}).fingerprint("page.html")
    other = renderer(tmp_path, {"page.html": tag, "part.html": "{% set x = 2 %}"}).fingerprint("page.html")
    assert one != other


def test_words_and_frame_change_the_fingerprint(tmp_path: Path) -> None:
    other_words = Words("en", {**WORDS.phrases, "hello": "Hi, {name}"})
    prints = {
        renderer(tmp_path, "x").fingerprint("page.html"),
        renderer(tmp_path, "x", words=other_words).fingerprint("page.html"),
        renderer(tmp_path, "x", words=Words("de", WORDS.phrases)).fingerprint("page.html"),
        renderer(tmp_path, "x", frame=msgspec.structs.replace(FRAME, version="2")).fingerprint("page.html"),
    }
    assert len(prints) == 4


def test_the_same_sources_have_the_same_fingerprint(tmp_path: Path) -> None:
    assert renderer(tmp_path, "x").fingerprint("page.html") == renderer(tmp_path, "x").fingerprint("page.html")


@pytest.mark.parametrize(
    "tag",
    [
        "{% include view.title %}",
        '{% include "part" ~ ".html" %}',
        '{% include "part.html" if up else "other.html" %}',
        '{% extends path + "x" %}',
        "{% import name as x %}",
        "{% from name import x %}",
        '{% include ["part.html", "other.html"] %}',
        "{% include\n  name %}",
    ],
)
def test_a_template_named_by_a_computed_expression_is_a_fault(tmp_path: Path, tag: str) -> None:
    problem = print_fault(renderer(tmp_path, {"page.html": f"one\n{tag}", "part.html": "", "other.html": ""}))
    assert "computed expression" in problem.message
    assert (problem.file, problem.line) == ("templates/page.html", 2)


@pytest.mark.parametrize("text", ["{# {% include name %} #}", "{% raw %}{% include name %}{% endraw %}"])
def test_a_tag_that_is_only_talked_about_is_no_fault(tmp_path: Path, text: str) -> None:
    assert renderer(tmp_path, text).fingerprint("page.html")


def test_the_fingerprint_of_a_template_that_wants_a_missing_one_is_a_fault_at_its_line(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": '{% include "part.html" %}', "part.html": '\n{% include "lost.html" %}'})
    problem = print_fault(made)
    assert problem.message == 'there is no template "lost.html"'
    assert (problem.file, problem.line) == ("templates/part.html", 2)


def test_the_fingerprint_of_a_template_with_a_fault_of_syntax_is_a_fault_at_its_line(tmp_path: Path) -> None:
    assert print_fault(renderer(tmp_path, "\n{% if %}")).line == 2
