"""Straight code makes of a template what Jinja's own code makes of it, and where it cannot, that makes it."""

from pathlib import Path

import jinja2
import msgspec
import pytest
from small_theme import FRAME, WORDS, Templates, html, renderer

from chronicle.render.environment import Environment, TemplateFiles
from chronicle.views.pieces import Name
from chronicle.views.site import SignpostView

VIEW = SignpostView('<b>"T"</b>', "*gone* & lost", Name("events/b.html", "B & C"))
GIVEN = {"view": VIEW, "up": "../", "names": ("a", "<b>"), "nothing": None, "loops": 3}


def _environment(folder: Path, templates: Templates, *, straight: bool) -> Environment:
    for name, text in templates.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Environment(TemplateFiles((folder,)), WORDS, {"frame": FRAME}, straight=straight)


def _both(folder: Path, templates: Templates) -> tuple[str, str]:
    plain, straight = (_environment(folder, templates, straight=each) for each in (False, True))
    return plain.get_template("page.html").render(GIVEN), straight.lay_out("page.html", GIVEN)


ALIKE: dict[str, Templates] = {
    "fields": {"page.html": "{{ view.title }} {{ view.target.label|upper }} {{ view.reason|markdown }}"},
    "values side by side": {
        "page.html": "{{ up }}{{ view.title }}{{ up }} {{ view.title|safe }}{{ view.title }} {{ 1 }}{{ loops }}{{ 2 }}"
        "{{ view.reason|markdown }}{{ nothing }}{{ view.title }}{{ up }}{{ view.title|safe }}"
    },
    "phrases": {"page.html": '{{ word("hello", name=view.title) }}{{ count("things", 2) }}{{ word("things.one") }}'},
    "a phrase's name given to something else": {
        "page.html": '{% for word in names %}{{ word }}{% endfor %}{% with word = view %}{{ word.title }}{% endwith %}'
    },
    "calls": {"page.html": '{{ "a-b".partition("-")[2] }}{{ range(3)|list }}{{ dict(a=1) }}{{ "b".join(*[names]) }}'},
    "loops": {"page.html": "{% for each in names %}{{ loop.index }}{{ each }}{% else %}none{% endfor %}"},
    "conditions": {"page.html": "{{ 'a' if nothing is none }}{% if names and not nothing %}{{ up ~ 1 }}{% endif %}"},
    "marked as safe": {"page.html": "{{ view.title|safe }}{% set kept %}<i>{{ up }}</i>{% endset %}{{ kept }}"},
    "an item for an attribute": {"page.html": "{{ names[1] }}{{ view['title'] }}"},
    "macros": {"page.html": '{% macro m(a, b="<") %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}'
               "{% call m(view.title) %}{{ up }}{% endcall %}"},
    "blocks": {
        "page.html": '{% extends "base.html" %}{% block b %}{{ super() }}{{ view.title }}{% endblock %}',
        "base.html": "<{% block b %}{{ up }}{% endblock %}>",
    },
    "a text that is kept beside blocks": {
        "page.html": '{% set a %}<i>{{ up }}</i>{% endset %}{% extends "base.html" %}{% set b | upper %}x{% endset %}'
        "{% block b %}{{ a }}{{ b }}{{ view.title }}{% endblock %}",
        "base.html": "<{% block b %}{% endblock %}>",
    },
    "a template that extends another only where it is asked to": {
        "page.html": '{% if names %}{% extends "base.html" %}{% endif %}{% set b %}x{% endset %}y'
        "{% block b %}{{ b }}{{ view.title }}{% endblock %}",
        "base.html": "<{% block b %}{% endblock %}>",
    },
    "an include of a template that extends another": {
        "page.html": 'a{% for each in names %}{% include "part.html" %}{% endfor %}b',
        "part.html": '{% extends "base.html" %}{% set c %}{{ up }}{% endset %}{% block b %}{{ c }}{% endblock %}',
        "base.html": "<{% block b %}{% endblock %}>",
    },
    "an include": {
        "page.html": '{% for each in names %}{% include "part.html" %}{% endfor %}{% with each = 1 %}'
        '{% include "part.html" %}{% endwith %}',
        "part.html": "{# #}{% set here = each %}[{{ here }}{{ view.title }}{% include 'inner.html' %}]\n",
        "inner.html": "{{ here }}{{ view.reason|markdown }}",
    },
    "an include that sets a name": {
        "page.html": '{% set a = 1 %}{% include "part.html" %}{{ a }}',
        "part.html": "{% set a = 2 %}{{ a }}",
    },
    "an include without the context": {
        "page.html": '{% include "part.html" without context %}', "part.html": "{{ frame.site }}"
    },
    "an include that need not be there": {
        "page.html": '{% include "lost.html" ignore missing %}{% include "part.html" ignore missing %}',
        "part.html": "{{ up }}",
    },
    "an include in a loop of its own": {
        "page.html": '{% for each in names %}{% include "part.html" %}{% endfor %}',
        "part.html": "{% for other in names %}{{ loop.index }}{{ each }}{% endfor %}",
    },
    "an include with a macro": {
        "page.html": '{% include "part.html" %}', "part.html": "{% macro m() %}{{ up }}{% endmacro %}{{ m() }}"
    },
    "an import": {
        "page.html": '{% from "part.html" import m with context %}{{ m() }}',
        "part.html": "{% macro m() %}{{ up }}{% endmacro %}",
    },
    "a name that is set after an include": {
        "page.html": '{% include "part.html" %}{% set up = "z" %}{% include "part.html" %}',
        "part.html": '{{ up|default("none") }}',
    },
    "a name that is set after an include in a loop": {
        "page.html": '{% for each in names %}{% include "part.html" %}{% set up = "z" %}{% endfor %}',
        "part.html": '{{ up|default("none") }}{{ each }}',
    },
    "a function that is replaced after an include": {
        "page.html": '{% include "part.html" %}{% macro count(x) %}{% endmacro %}',
        "part.html": '{% if count is defined %}{{ count("things", 1) }}{% endif %}',
    },
    "an include beside blocks": {
        "page.html": '{% extends "base.html" %}{% include "part.html" %}{% block b %}1{% endblock %}',
        "base.html": "[{% block b %}{% endblock %}]",
        "part.html": "beside",
    },
    "words replaced for some": {
        "page.html": "{% macro k(x) %}MINE{% endmacro %}{{ word('things.one') }}"
        "{% if names %}{% set word = k %}{% endif %}{{ word('things.one') }}"
    },
    "words replaced for the blocks of others": {
        "page.html": '{% extends "base.html" %}{% macro word(k) %}MINE{% endmacro %}',
        "base.html": "{{ word('things.one') }}{% block b %}{{ word('things.one') }}{% endblock %}",
    },
    "words of Python's own": {"page.html": "{{ dict(**{'class': 1})['class'] }}{{ view.title.upper() }}"},
}  # fmt: skip


@pytest.mark.parametrize("templates", ALIKE.values(), ids=ALIKE.keys())
def test_straight_code_puts_out_what_jinjas_own_does(tmp_path: Path, templates: Templates) -> None:
    plain, straight = _both(tmp_path, templates)
    assert straight == plain


def test_straight_code_has_what_a_template_includes_in_it(tmp_path: Path) -> None:
    made = _environment(tmp_path, {"page.html": '{% include "part.html" %}', "part.html": "{{ up }}"}, straight=True)
    made.get_template("page.html")
    (tmp_path / "part.html").unlink()
    assert made.lay_out("page.html", GIVEN) == "../"


@pytest.mark.parametrize("page", ["{{ lost }}", "{% if lost %}{% endif %}", "{{ view.lost }}", "{{ lost is defined }}"])
def test_straight_code_fails_where_there_is_nothing(tmp_path: Path, page: str) -> None:
    made = _environment(tmp_path, {"page.html": page}, straight=True)
    with pytest.raises((KeyError, AttributeError, jinja2.UndefinedError)):
        made.lay_out("page.html", GIVEN)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('{{ {"a": "<"}.a }}', "&lt;"),
        ('{{ view.lost is defined }}{{ lost|default("none") }}', "Falsenone"),
    ],
)
def test_where_straight_code_fails_the_page_is_what_jinjas_own_makes_of_it(
    tmp_path: Path, page: str, told: str
) -> None:
    made = renderer(tmp_path, page)
    for title in ("first", "second"):
        assert html(made, msgspec.structs.replace(VIEW, title=title)) == told


ESCAPING: dict[str, Templates] = {
    "escaping turned off around an include": {
        "page.html": '{% autoescape false %}{% include "part.html" %}{% endautoescape %}',
        "part.html": "{{ view.title }}",
    },
    "escaping turned off for a macro": {
        "page.html": "{% macro m() %}<i>{% endmacro %}{% autoescape false %}{{ m()|e }}{% endautoescape %}"
    },
    "escaping turned off in an include": {
        "page.html": '{% include "part.html" %}',
        "part.html": "{% autoescape false %}{{ view.title }}{% endautoescape %}",
    },
    "escaping turned off for what a macro is called with": {
        "page.html": "{% macro m() %}{% autoescape false %}{{ caller()|e }}{% endautoescape %}{% endmacro %}"
        "{% call m() %}<i>{% endcall %}"
    },
}


@pytest.mark.parametrize("templates", ESCAPING.values(), ids=ESCAPING.keys())
def test_where_escaping_is_turned_off_the_page_is_what_jinjas_own_makes_of_it(
    tmp_path: Path, templates: Templates
) -> None:
    expected = _environment(tmp_path, templates, straight=False).get_template("page.html").render({"view": VIEW})
    assert html(renderer(tmp_path, templates), VIEW) == expected
