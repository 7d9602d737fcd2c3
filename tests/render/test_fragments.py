"""A fragment is laid out once and stands alike on every page; what it refers to is what the page refers to."""

from pathlib import Path

import pytest
from small_theme import VIEW, fault, html, letter, print_fault, renderer

from chronicle.render.fragments import Fragments, Item
from chronicle.render.references import References, ids_of, references
from chronicle.views.pieces import Name
from chronicle.views.site import ListView

PAGE = '{{ fragments("_name.html", up, view.trail) }}'
NAME = '<a href="{{ up }}{{ item.href }}">{{ item.label }}</a>'
TRAIL = ListView("T", (Name("a.html", "A & B"), Name("b.html", "C")), None)  # type: ignore[arg-type]  # not laid out

# ------------------------------------------------------------------ what it is


def test_fragments_stand_one_below_the_other_in_their_order(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": PAGE, "_name.html": NAME})
    page = made.page("events/x.html", "page.html", TRAIL)
    assert page.html.decode() == '<a href="../a.html">A &amp; B</a>\n<a href="../b.html">C</a>'
    assert [part.links for part in page.parts] == [(), ("../a.html",), ("../b.html",)]


def test_a_fragment_needs_no_item(tmp_path: Path) -> None:
    made = renderer(
        tmp_path, {"page.html": '{{ fragment("_foot.html", up) }}', "_foot.html": "{{ frame.site }} {{ up }}"}
    )
    assert html(made) == "Site ../"


def test_a_fragment_fits_the_depth_of_each_page(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": '{{ fragment("_name.html", up, view.target) }}', "_name.html": NAME})
    assert html(made) == '<a href="../events/b.html">B</a>'
    assert html(made, path="b.html") == '<a href="events/b.html">B</a>'


def test_a_fragment_is_laid_out_once_for_equal_items() -> None:
    asked: list[Item] = []
    fragments = Fragments(lambda _template, _up, item: asked.append(item) or "<i></i>")  # type: ignore[func-returns-value]  # None, to go on
    for item in (Name("a.html", "A"), Name("a.html", "A"), Name("b.html", "B")):
        assert fragments.functions["fragment"]("_name.html", "", item) == "<i></i>"
    assert asked == [Name("a.html", "A"), Name("b.html", "B")]


def test_a_fragment_knows_nothing_of_the_page(tmp_path: Path) -> None:
    made = renderer(tmp_path, {"page.html": '{{ fragment("_x.html", up) }}', "_x.html": "\n{{ view.title }}"})
    assert (fault(made).file, fault(made).line) == ("templates/_x.html", 2)


# ------------------------------------------------------------------ what it refers to


@pytest.mark.parametrize(
    "page",
    [
        '<i id="x">{{ fragment("_name.html", up, view.target) }}</i><a href="c.html"></a>',
        '{{ fragment("_name.html", up, view.target) }}{{ fragment("_name.html", up, view.target) }}',
        '{{ fragment("_name.html", up, view.target)|upper }}',
        '{% set kept = fragment("_name.html", up, view.target) %}<p>{{ kept }}</p>{{ kept }}',
        '{% set unused = fragment("_name.html", up, view.target) %}',
        '<p title="{{ fragment("_text.html", up, view.title) }}" id="y">',
        '<a href="{{ fragment("_address.html", up, view.target) }}">',
        '{{ fragment("_both.html", up, view.target) }}',
    ],
)
def test_a_page_refers_to_what_its_own_text_says(tmp_path: Path, page: str) -> None:
    templates = {
        "page.html": page,
        "_name.html": NAME,
        "_text.html": "{{ item }}",
        "_address.html": "{{ up }}{{ item.href }}",
        "_both.html": '<p id="z">{{ fragment("_name.html", up, item) }}</p>',
    }
    rendered = renderer(tmp_path, templates).render(letter())
    links, expected = {link for part in rendered.parts for link in part.links}, references(rendered.html.decode())
    assert (sorted(links), sorted(ids_of(rendered.parts))) == (sorted(expected.links), sorted(expected.ids))


def test_what_is_settled_for_another_way_up_is_looked_through_again(tmp_path: Path) -> None:
    templates = {"page.html": '{{ fragment("_name.html", "", view.target) }}', "_name.html": NAME}
    made = renderer(tmp_path, templates, settle=lambda _up, found: References((), found.ids, b"mark"))
    assert [part.links for part in made.page("at-the-root.html", "page.html", VIEW).parts] == [(), ()]
    assert [part.links for part in made.page("events/x.html", "page.html", VIEW).parts] == [(), ("events/b.html",)]


def test_a_page_that_could_not_be_laid_out_leaves_nothing_to_the_next(tmp_path: Path) -> None:
    broken = '{{ fragment("_name.html", up, view.target) }}{{ nothing }}'
    made = renderer(tmp_path, {"broken.html": broken, "page.html": "{{ path }}", "_name.html": NAME})
    fault(made, "broken.html")
    assert made.render(letter()).parts == [References((), ())]


# ------------------------------------------------------------------ faults and fingerprints


def test_a_missing_template_of_a_fragment_is_named_at_the_line_that_wants_it(tmp_path: Path) -> None:
    made = renderer(tmp_path, '\n{{ fragment("_lost.html", up) }}')
    assert (fault(made).line, fault(made).message.split(" (")[0]) == (2, 'there is no template "_lost.html"')
    assert (print_fault(made).line, print_fault(made).message) == (2, 'there is no template "_lost.html"')


@pytest.mark.parametrize(("item", "says"), [("[1]", "unhashable"), ("1", "not of a int"), ("(1,)", "not of a tuple")])
def test_an_item_that_equals_another_which_looks_different_is_a_fault(tmp_path: Path, item: str, says: str) -> None:
    made = renderer(tmp_path, {"page.html": f'{{{{ fragment("_x.html", up, {item}) }}}}', "_x.html": ""})
    assert says in fault(made).message


@pytest.mark.parametrize("call", ['fragment("_x.html", up)', 'fragments("_x.html", up, view.trail)'])
def test_a_template_of_a_fragment_changes_the_fingerprint(tmp_path: Path, call: str) -> None:
    theme = {"page.html": f"{{{{ {call} }}}}", "_x.html": "theirs"}
    before = renderer(tmp_path, theme).fingerprint("page.html")
    assert renderer(tmp_path, theme, {"_x.html": "ours"}).fingerprint("page.html") != before


@pytest.mark.parametrize(
    "tag",
    [
        "{{ fragment(view.title, up) }}",
        '{{ fragments("_x" ~ ".html", up, view.trail) }}',
        "{{ fragment() }}",
        '{{ fragment(template="_x.html", up=up) }}',
        '{% set f = fragment %}{{ f("_x.html", up) }}',
    ],
)
def test_a_fragment_named_by_a_computed_expression_is_a_fault(tmp_path: Path, tag: str) -> None:
    problem = print_fault(renderer(tmp_path, {"page.html": f"one\n{tag}", "_x.html": ""}))
    assert "computed expression" in problem.message
    assert (problem.file, problem.line) == ("templates/page.html", 2)


def test_the_memory_of_fragments_has_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronicle.render.fragments._MOST", 2)
    made = renderer(tmp_path, {"page.html": PAGE, "_name.html": NAME})
    names = tuple(Name(f"{number}.html", f"{number}") for number in range(9))
    page = made.page("events/x.html", "page.html", ListView("T", names, None))  # type: ignore[arg-type]  # not laid out
    assert page.html.decode().count("<a") == 9
    assert sum(map(len, made._fragments._made.values())) <= 2
