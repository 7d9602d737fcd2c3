"""Pages are rendered from their bytes alone; a template's fault names the template and its line."""

from pathlib import Path

import msgspec
import pytest
from small_theme import FRAME, NUMBERS, fault, html, letter, print_fault, renderer

from chronicle.views.site import NotFoundView, SignpostView
from chronicle.wording.words import Words

# ------------------------------------------------------------------ pages


def test_a_template_is_given_the_view_the_frame_the_words_and_the_way_up(tmp_path: Path) -> None:
    page = '{{ view.target.label }} {{ frame.site }} {{ word("hello", name="X") }} {{ count("things", 2) }} {{ up }}'
    assert html(renderer(tmp_path, page)) == "B Site Hello, X 2 things ../"
    assert (
        html(renderer(tmp_path, "{{ path }} {{ canonical }}")) == "events/a.html https://host.example/sub/events/a.html"
    )


def test_a_text_of_a_record_is_escaped(tmp_path: Path) -> None:
    assert html(renderer(tmp_path, "{{ view.title }}")) == "&lt;b&gt;&#34;T&#34;&lt;/b&gt;"


def test_a_text_of_a_record_is_no_template(tmp_path: Path) -> None:
    view = SignpostView("{{ 7 * 7 }}", "{% raw %}", None)
    assert (
        html(renderer(tmp_path, "{{ view.title }} {{ view.reason|markdown }}"), view) == "{{ 7 * 7 }} <p>{% raw %}</p>"
    )


def test_words_with_the_texts_of_records_in_them_are_escaped(tmp_path: Path) -> None:
    assert html(renderer(tmp_path, '{{ word("hello", name=view.title) }}')) == "Hello, &lt;b&gt;&#34;T&#34;&lt;/b&gt;"


def test_a_phrase_without_values_is_escaped(tmp_path: Path) -> None:
    words = Words("en", {"a": '<i>"b" & c', **NUMBERS})
    assert html(renderer(tmp_path, '{{ word("a") }}', words=words)) == "&lt;i&gt;&#34;b&#34; &amp; c"


def test_a_phrase_whose_value_is_left_out_is_a_fault_at_its_line(tmp_path: Path) -> None:
    problem = fault(renderer(tmp_path, '\n{{ word("hello") }}'))
    assert problem.message.startswith('no value for {name} of "hello" in en')
    assert problem.line == 2


def test_a_template_may_give_the_name_of_a_function_to_something_else(tmp_path: Path) -> None:
    assert html(renderer(tmp_path, '{% for word in ("a", "b") %}{{ word }}{% endfor %}')) == "ab"


def test_markdown_is_laid_out(tmp_path: Path) -> None:
    assert html(renderer(tmp_path, "{{ view.reason|markdown }}")) == "<p><em>gone</em></p>"


def test_what_a_page_refers_to_comes_with_it(tmp_path: Path) -> None:
    [found] = renderer(tmp_path, '<a id="x" href="{{ up }}{{ view.target.href }}">').render(letter()).parts
    assert (found.links, found.ids) == (("../events/b.html",), ("x",))


def test_the_404_page_takes_the_path_of_the_base_as_it_stands_at_any_depth(tmp_path: Path) -> None:
    assert html(renderer(tmp_path, "{{ up }} [{{ canonical }}]"), NotFoundView("/sub/"), "404.html") == "/sub/ []"


def test_without_an_address_no_page_is_canonical(tmp_path: Path) -> None:
    assert html(renderer(tmp_path, "[{{ canonical }}]", frame=msgspec.structs.replace(FRAME, base_url=""))) == "[]"


def test_the_same_bytes_give_the_same_page(tmp_path: Path) -> None:
    made = renderer(tmp_path, "{{ view.title }}{{ view.reason|markdown }}")
    assert made.render(letter()) == made.render(letter())


# ------------------------------------------------------------------ faults


def test_a_name_that_a_view_has_not_is_a_fault_at_its_line(tmp_path: Path) -> None:
    problem = fault(renderer(tmp_path, "one\n  {{ view.headline }}\n"))
    assert (problem.code, problem.file, problem.line, problem.column) == ("template", "templates/page.html", 2, 3)
    assert (problem.excerpt, problem.length) == ("  {{ view.headline }}", len("{{ view.headline }}"))
    assert "headline" in problem.message
    assert "(on page events/a.html)" in problem.message


@pytest.mark.parametrize(
    "page",
    ["{{ nothing }}", "{% if nothing %}{% endif %}", "{% for a in nothing %}{% endfor %}", "{{ nothing ~ 1 }}"],
)
def test_an_undefined_name_is_a_fault(tmp_path: Path, page: str) -> None:
    assert "'nothing' is undefined" in fault(renderer(tmp_path, page)).message


def test_a_fault_in_an_included_template_names_that_template(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": '{% include "part.html" %}', "part.html": "\n\n{{ view.headline }}"})
    assert (fault(made).file, fault(made).line) == ("templates/part.html", 3)


def test_a_fault_in_a_block_names_the_template_that_fills_it(tmp_path: Path) -> None:
    page = '{% extends "base.html" %}\n{% block b %}\n{{ 1 / 0 }}\n{% endblock %}'
    problem = fault(renderer(tmp_path, {"page.html": page, "base.html": "{% block b %}{% endblock %}"}))
    assert (problem.file, problem.line) == ("templates/page.html", 3)
    assert "division by zero" in problem.message


def test_a_fault_of_syntax_names_its_line(tmp_path: Path) -> None:
    problem = fault(renderer(tmp_path, "one\n{% if %}\n"))
    assert (problem.file, problem.line, problem.excerpt) == ("templates/page.html", 2, "{% if %}")


def test_a_fault_of_syntax_in_an_included_template_names_that_template(tmp_path: Path) -> None:
    problem = fault(renderer(tmp_path, {"page.html": '{% include "part.html" %}', "part.html": "\n{% endif %}"}))
    assert (problem.file, problem.line) == ("templates/part.html", 2)


def test_a_missing_template_is_named_at_the_line_that_wants_it(tmp_path: Path) -> None:
    problem = fault(renderer(tmp_path, 'one\n{% include "lost.html" %}'))
    assert problem.message.startswith('there is no template "lost.html"')
    assert (problem.file, problem.line) == ("templates/page.html", 2)


def test_a_page_whose_own_template_is_missing_says_so(tmp_path: Path) -> None:
    assert fault(renderer(tmp_path, ""), "lost.html").message.startswith('there is no template "lost.html"')


def test_a_missing_word_is_a_fault_at_the_line_that_uses_it(tmp_path: Path) -> None:
    problem = fault(renderer(tmp_path, '\n{{ word("lost.key") }}'))
    assert problem.message.startswith('no words for "lost.key" in en (on page')
    assert problem.line == 2


def test_a_template_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": "", "part.html": '{% include "page.html" %}'})
    (tmp_path / "theme" / "page.html").write_bytes(b"caf\xe9\n{{ nothing }}")
    assert "not UTF-8" in fault(made).message
    assert "not UTF-8" in print_fault(made).message
    assert print_fault(made, "part.html").file == "templates/page.html"


def test_a_template_that_includes_itself_without_end_is_a_fault(tmp_path: Path) -> None:
    assert fault(renderer(tmp_path, '{% include "page.html" %}')).file == "templates/page.html"
