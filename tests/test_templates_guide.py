import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import get_args

from chronicle import views
from chronicle.views.page import View
from chronicle.views.value import Value
from chronicle.views.views import AnyView
from chronicle.wording.plurals import category
from documents import ROOT, blocks, code, copied, follow, read, table

GUIDE = read("docs/templates.md")
TEMPLATES = ROOT / "templates"


def test_every_page_template_is_named_with_its_view_and_the_view_s_fields() -> None:
    rows = table(GUIDE, "template").rows
    pages = {path.name for path in TEMPLATES.glob("[!_]*.html")} - {"base.html"}
    assert {code(row[0]) for row in rows} == pages
    shown = {code(row[1]): re.findall(r"`(\w+)`", row[3]) for row in rows}
    assert shown == {view.__name__: list(view.__struct_fields__) for view in get_args(AnyView)}


def test_every_piece_of_a_view_is_named_with_its_fields() -> None:
    shown = {code(row[0]): re.findall(r"`(\w+)`", row[1]) for row in table(GUIDE, "piece").rows}
    modules = [importlib.import_module(f"chronicle.views.{each.name}") for each in pkgutil.iter_modules(views.__path__)]
    pieces = [
        found
        for module in modules
        for _, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__
        and issubclass(found, Value)
        and not issubclass(found, View)
        and found is not Value
    ]
    assert shown == {piece.__name__: list(piece.__struct_fields__) for piece in pieces}


def test_every_part_of_a_page_is_named() -> None:
    assert {code(row[0]) for row in table(GUIDE, "part").rows} == {path.name for path in TEMPLATES.glob("_*.html")}


def test_every_class_of_the_grammar_of_certainty_is_in_the_style_sheet() -> None:
    style = (TEMPLATES / "assets/site.css").read_text(encoding="utf-8")
    for row in table(GUIDE, "class").rows:
        for name in code(row[0]).split():
            assert f".{name}" in style, name


def test_the_policy_is_that_of_every_page() -> None:
    policies = [block.text.strip() for block in blocks(GUIDE) if block.text.startswith("default-src")]
    assert policies == re.findall(r'-Policy" content="([^"]+)"', (TEMPLATES / "base.html").read_text(encoding="utf-8"))


def test_plural_categories_are_those_of_the_program() -> None:
    counts = (*range(200), 1_000_000)
    for row in table(GUIDE, "language").rows:
        language = code(row[0])
        used = {category(language, number) for number in counts} | {"other"}
        assert set(re.findall(r"`(\w+)`", row[1])) == used, language


def test_the_footer_of_the_worked_example_is_on_every_page(tmp_path: Path) -> None:
    follow("docs/templates.md", copied(tmp_path / "chronicle"))
    pages = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "mine/build").rglob("*.html")}
    assert pages
    without = [path for path, text in pages.items() if "Letters to the editors" not in text]
    assert all('http-equiv="refresh"' in pages[path] for path in without)
