"""Pages are rendered from their bytes alone; a template's fault names the template and its line."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from chronicle.problems.problem import Problem
from chronicle.render.renderer import Letter, Renderer, TemplateFault
from chronicle.views.frame import Frame
from chronicle.views.pieces import Name
from chronicle.views.site import NotFoundView, SignpostView
from chronicle.views.views import AnyView
from chronicle.wording.words import Words

NUMBERS = {"number.group": ",", "number.digits": "0123456789"}
WORDS = Words("en", {"hello": "Hello, {name}", "things.one": "one thing", "things.other": "{n} things", **NUMBERS})
FRAME = Frame(
    site="Site",
    language="en",
    direction="ltr",
    description="",
    nav=(),
    licence=None,
    editor="",
    repository="",
    version="1",
    base_url="https://host.example/sub/",
    feed="",
)
VIEW = SignpostView('<b>"T"</b>', "*gone*", Name("events/b.html", "B"))

Renderers = Callable[..., Renderer]
Templates = dict[str, str]


@pytest.fixture
def renderer(tmp_path: Path) -> Renderers:
    """Return a maker of renderers of a theme's templates, by file name; those in `own` are a chronicle's."""

    def make(
        templates: str | Templates, own: Templates | None = None, words: Words = WORDS, frame: Frame = FRAME
    ) -> Renderer:
        theme = {"page.html": templates} if isinstance(templates, str) else templates
        folders = []
        for name, files in (("own", own), ("theme", theme)):
            if files is not None:
                folders.append(tmp_path / name)
                folders[-1].mkdir(exist_ok=True)
                for file, text in files.items():
                    (folders[-1] / file).write_text(text, encoding="utf-8")
        return Renderer(tuple(folders), words, frame)

    return make


def letter(template: str = "page.html", view: AnyView = VIEW, path: str = "events/a.html") -> bytes:
    return msgspec.msgpack.encode(Letter(path, template, view), order="deterministic")


def html(renderer: Renderer, view: AnyView = VIEW, path: str = "events/a.html") -> str:
    return renderer.render(letter(view=view, path=path)).html.decode()


def fault(renderer: Renderer, template: str = "page.html") -> Problem:
    with pytest.raises(TemplateFault) as raised:
        renderer.render(letter(template))
    return raised.value.problem


def print_fault(renderer: Renderer, template: str = "page.html") -> Problem:
    with pytest.raises(TemplateFault) as raised:
        renderer.fingerprint(template)
    return raised.value.problem


# ------------------------------------------------------------------ pages


def test_a_template_is_given_the_view_the_frame_the_words_and_the_way_up(renderer: Renderers) -> None:
    page = '{{ view.target.label }} {{ frame.site }} {{ word("hello", name="X") }} {{ count("things", 2) }} {{ up }}'
    assert html(renderer(page)) == "B Site Hello, X 2 things ../"
    assert html(renderer("{{ path }} {{ canonical }}")) == "events/a.html https://host.example/sub/events/a.html"


def test_a_text_of_a_record_is_escaped(renderer: Renderers) -> None:
    assert html(renderer("{{ view.title }}")) == "&lt;b&gt;&#34;T&#34;&lt;/b&gt;"


def test_a_text_of_a_record_is_no_template(renderer: Renderers) -> None:
    view = SignpostView("{{ 7 * 7 }}", "{% raw %}", None)
    assert html(renderer("{{ view.title }} {{ view.reason|markdown }}"), view) == "{{ 7 * 7 }} <p>{% raw %}</p>"


def test_words_with_the_texts_of_records_in_them_are_escaped(renderer: Renderers) -> None:
    assert html(renderer('{{ word("hello", name=view.title) }}')) == "Hello, &lt;b&gt;&#34;T&#34;&lt;/b&gt;"


def test_markdown_is_laid_out(renderer: Renderers) -> None:
    assert html(renderer("{{ view.reason|markdown }}")) == "<p><em>gone</em></p>"


def test_what_a_page_refers_to_comes_with_it(renderer: Renderers) -> None:
    found = renderer('<a id="x" href="{{ up }}{{ view.target.href }}">').render(letter()).references
    assert (found.links, found.ids) == (("../events/b.html",), ("x",))


def test_the_404_page_takes_the_path_of_the_base_as_it_stands_at_any_depth(renderer: Renderers) -> None:
    assert html(renderer("{{ up }} [{{ canonical }}]"), NotFoundView("/sub/"), "404.html") == "/sub/ []"


def test_without_an_address_no_page_is_canonical(renderer: Renderers) -> None:
    assert html(renderer("[{{ canonical }}]", frame=msgspec.structs.replace(FRAME, base_url=""))) == "[]"


def test_the_same_bytes_give_the_same_page(renderer: Renderers) -> None:
    made = renderer("{{ view.title }}{{ view.reason|markdown }}")
    assert made.render(letter()) == made.render(letter())


# ------------------------------------------------------------------ faults


def test_a_name_that_a_view_has_not_is_a_fault_at_its_line(renderer: Renderers) -> None:
    problem = fault(renderer("one\n  {{ view.headline }}\n"))
    assert (problem.code, problem.file, problem.line, problem.column) == ("template", "templates/page.html", 2, 3)
    assert (problem.excerpt, problem.length) == ("  {{ view.headline }}", len("{{ view.headline }}"))
    assert "headline" in problem.message
    assert "(on page events/a.html)" in problem.message


@pytest.mark.parametrize(
    "page",
    ["{{ nothing }}", "{% if nothing %}{% endif %}", "{% for a in nothing %}{% endfor %}", "{{ nothing ~ 1 }}"],
)
def test_an_undefined_name_is_a_fault(renderer: Renderers, page: str) -> None:
    assert "'nothing' is undefined" in fault(renderer(page)).message


def test_a_fault_in_an_included_template_names_that_template(renderer: Renderers) -> None:
    made = renderer({"page.html": '{% include "part.html" %}', "part.html": "\n\n{{ view.headline }}"})
    assert (fault(made).file, fault(made).line) == ("templates/part.html", 3)


def test_a_fault_in_a_block_names_the_template_that_fills_it(renderer: Renderers) -> None:
    page = '{% extends "base.html" %}\n{% block b %}\n{{ 1 / 0 }}\n{% endblock %}'
    problem = fault(renderer({"page.html": page, "base.html": "{% block b %}{% endblock %}"}))
    assert (problem.file, problem.line) == ("templates/page.html", 3)
    assert "division by zero" in problem.message


def test_a_fault_of_syntax_names_its_line(renderer: Renderers) -> None:
    problem = fault(renderer("one\n{% if %}\n"))
    assert (problem.file, problem.line, problem.excerpt) == ("templates/page.html", 2, "{% if %}")


def test_a_fault_of_syntax_in_an_included_template_names_that_template(renderer: Renderers) -> None:
    problem = fault(renderer({"page.html": '{% include "part.html" %}', "part.html": "\n{% endif %}"}))
    assert (problem.file, problem.line) == ("templates/part.html", 2)


def test_a_missing_template_is_named_at_the_line_that_wants_it(renderer: Renderers) -> None:
    problem = fault(renderer('one\n{% include "lost.html" %}'))
    assert problem.message.startswith('there is no template "lost.html"')
    assert (problem.file, problem.line) == ("templates/page.html", 2)


def test_a_page_whose_own_template_is_missing_says_so(renderer: Renderers) -> None:
    assert fault(renderer(""), "lost.html").message.startswith('there is no template "lost.html"')


def test_a_missing_word_is_a_fault_at_the_line_that_uses_it(renderer: Renderers) -> None:
    problem = fault(renderer('\n{{ word("lost.key") }}'))
    assert problem.message.startswith('no words for "lost.key" in en (on page')
    assert problem.line == 2


def test_a_template_that_is_not_utf8_is_a_fault(renderer: Renderers, tmp_path: Path) -> None:
    made = renderer({"page.html": "", "part.html": '{% include "page.html" %}'})
    (tmp_path / "theme" / "page.html").write_bytes(b"caf\xe9\n{{ nothing }}")
    assert "not UTF-8" in fault(made).message
    assert "not UTF-8" in print_fault(made).message
    assert print_fault(made, "part.html").file == "templates/page.html"


def test_a_template_that_includes_itself_without_end_is_a_fault(renderer: Renderers) -> None:
    assert fault(renderer('{% include "page.html" %}')).file == "templates/page.html"


# ------------------------------------------------------------------ fingerprints


def test_a_chronicles_own_template_replaces_that_of_the_theme(renderer: Renderers) -> None:
    made = renderer({"page.html": '{% include "part.html" %}', "part.html": "theirs"}, {"part.html": "ours"})
    assert html(made) == "ours"


def test_a_fault_in_a_chronicles_own_template_shows_its_own_line(renderer: Renderers) -> None:
    assert fault(renderer("\ntheirs", {"page.html": "\n{{ nothing }}"})).excerpt == "{{ nothing }}"


def test_an_own_template_changes_the_fingerprint_of_all_that_include_it(renderer: Renderers) -> None:
    theme = {
        "page.html": '{% extends "base.html" %}',
        "base.html": '{% include "part.html" %}',
        "part.html": "theirs",
        "other.html": "",
    }
    before = renderer(theme)
    prints = {name: before.fingerprint(name) for name in ("page.html", "other.html")}
    after = renderer(theme, {"part.html": "ours"})
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
def test_a_fingerprint_follows_every_way_of_naming_a_template(renderer: Renderers, tag: str) -> None:
    one = renderer({"page.html": tag, "part.html": "{% set x = 1 %}"}).fingerprint("page.html")
    other = renderer({"page.html": tag, "part.html": "{% set x = 2 %}"}).fingerprint("page.html")
    assert one != other


def test_words_and_frame_change_the_fingerprint(renderer: Renderers) -> None:
    other_words = Words("en", {**WORDS.phrases, "hello": "Hi, {name}"})
    prints = {
        renderer("x").fingerprint("page.html"),
        renderer("x", words=other_words).fingerprint("page.html"),
        renderer("x", words=Words("de", WORDS.phrases)).fingerprint("page.html"),
        renderer("x", frame=msgspec.structs.replace(FRAME, version="2")).fingerprint("page.html"),
    }
    assert len(prints) == 4


def test_the_same_sources_have_the_same_fingerprint(renderer: Renderers) -> None:
    assert renderer("x").fingerprint("page.html") == renderer("x").fingerprint("page.html")


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
def test_a_template_named_by_a_computed_expression_is_a_fault(renderer: Renderers, tag: str) -> None:
    problem = print_fault(renderer({"page.html": f"one\n{tag}", "part.html": "", "other.html": ""}))
    assert "computed expression" in problem.message
    assert (problem.file, problem.line) == ("templates/page.html", 2)


@pytest.mark.parametrize("text", ["{# {% include name %} #}", "{% raw %}{% include name %}{% endraw %}"])
def test_a_tag_that_is_only_talked_about_is_no_fault(renderer: Renderers, text: str) -> None:
    assert renderer(text).fingerprint("page.html")


def test_the_fingerprint_of_a_template_that_wants_a_missing_one_is_a_fault_at_its_line(renderer: Renderers) -> None:
    made = renderer({"page.html": '{% include "part.html" %}', "part.html": '\n{% include "lost.html" %}'})
    problem = print_fault(made)
    assert problem.message == 'there is no template "lost.html"'
    assert (problem.file, problem.line) == ("templates/part.html", 2)


def test_the_fingerprint_of_a_template_with_a_fault_of_syntax_is_a_fault_at_its_line(renderer: Renderers) -> None:
    assert print_fault(renderer("\n{% if %}")).line == 2
