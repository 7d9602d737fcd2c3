"""The theme keeps its promises: words from the catalogue alone, nothing inline or from elsewhere, readable colours."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from chronicle.read.catalogue import catalogue
from chronicle.records.event import ActorRole, Basis, PlaceRole, Precision, Stance, Status
from chronicle.records.registers import ActorKind, Match, PlaceKind
from chronicle.render.theme import own_theme
from chronicle.wording.words import Words

THEME = own_theme()
SOURCES = Path(__file__).resolve().parent.parent / "src"
TEMPLATES = {path.name: path.read_text(encoding="utf-8") for path in sorted(THEME.glob("*.html"))}
STYLE = (THEME / "assets" / "site.css").read_text(encoding="utf-8")

# These sections are composed key by key where dates, numbers and lists are worded, and tested there.
COMPOSED = {"direction", "number", "list", "date", "quantity", "plan"}
VOCABULARIES = {
    "place-kind": PlaceKind,
    "place-role": PlaceRole,
    "precision": Precision,
    "actor-kind": ActorKind,
    "actor-role": ActorRole,
    "basis": Basis,
    "status": Status,
    "stance": Stance,
    "match": Match,
}

JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
CODE = re.compile(r"{[%{](.*?)[%}]}", re.DOTALL)
CALL = re.compile(r'\b(?:word|count)\(\s*"([^"]+)"(\s*~)?')
NAMED = re.compile(r"(?:{%-?\s*(?:extends|include|import|from)\s+|\bfragments?\()(.+?)[\s,)]")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@pytest.fixture(scope="module")
def words() -> Words:
    found, problems = catalogue((THEME,), "en")
    assert not problems
    assert found is not None
    return found


def used() -> Iterator[tuple[str, str, bool]]:
    """Yield every key that a template names, with the template, and whether it is only the beginning of a key."""
    for name, text in TEMPLATES.items():
        for code in CODE.findall(text):
            for key, composed in CALL.findall(code):
                yield name, key, bool(composed)


def css_rules() -> str:
    return COMMENT.sub("", STYLE)


def test_every_page_that_is_planned_has_its_template() -> None:
    planners = "".join(path.read_text(encoding="utf-8") for path in (SOURCES / "chronicle" / "pages").glob("*.py"))
    planned = set(re.findall(r'"([a-z]+\.html)"', planners))
    assert planned
    assert planned <= set(TEMPLATES)


def test_every_word_of_a_template_is_in_the_catalogue(words: Words) -> None:
    missing = [
        (name, key)
        for name, key, composed in used()
        if not any(known == key or known.startswith(key if composed else f"{key}.") for known in words.phrases)
    ]
    assert missing == []


def test_every_word_of_the_theme_is_used_by_a_page(words: Words) -> None:
    exact = {key for _, key, composed in used() if not composed}
    beginnings = {key for _, key, composed in used() if composed}
    for path in SOURCES.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        exact |= set(re.findall(r'"([a-z-]+(?:\.[a-z_-]+)+)"', text))
        beginnings |= set(re.findall(r'f"([a-z-]+\.[a-z_.-]*){', text))
    unused = [
        key
        for key in words.phrases
        if key.split(".")[0] not in COMPOSED
        and key not in exact
        and key.rpartition(".")[0] not in exact
        and not any(key.startswith(beginning) for beginning in beginnings)
    ]
    assert unused == []


@pytest.mark.parametrize("section", VOCABULARIES)
def test_a_vocabulary_has_a_word_for_each_word_of_the_record(section: str, words: Words) -> None:
    expected = {re.sub("[ /]", "-", word) for word in get_args(VOCABULARIES[section])}
    assert {key.split(".")[1] for key in words.phrases if key.startswith(f"{section}.")} == expected


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_word_stands_in_a_template_itself(name: str) -> None:
    markup = JINJA.sub("", TEMPLATES[name])
    labels = re.findall(r'\s(?:aria-label|title|alt|placeholder|label)="([^"]*)"', markup)
    text = re.sub(r"<[^>]*>|&#?\w+;", "", markup)
    assert [piece for piece in (*labels, *text.split()) if any(map(str.isalpha, piece))] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_nothing_inline_and_nothing_unescaped(name: str) -> None:
    text = TEMPLATES[name]
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", text)
    assert not re.search(r"\|\s*safe\b|\bMarkup\b|autoescape", text)
    assert all("src=" in tag and "defer" in tag for tag in re.findall(r"<script[^>]*>", text))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_no_other_host(name: str) -> None:
    assert not re.search(r'="(?:https?:)?//', TEMPLATES[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_refers_to_others_by_literal_names_that_exist(name: str) -> None:
    named = NAMED.findall(TEMPLATES[name])
    assert {each.strip('"') for each in named} <= set(TEMPLATES)
    assert all(each.startswith('"') for each in named)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("_")])
def test_every_partial_is_used_somewhere(name: str) -> None:
    assert any(f'"{name}"' in NAMED.findall(text) for text in TEMPLATES.values())


def test_the_policy_of_every_document_forbids_what_is_inline_or_from_elsewhere() -> None:
    documents = [text for text in TEMPLATES.values() if "<!doctype html>" in text]
    assert documents
    for text in documents:
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert found
        assert found[1].startswith("default-src 'none'; ")
        assert not re.search(r"unsafe|\*|https?:|data:", found[1])


def test_styles_have_no_physical_sides() -> None:
    sides = "left|right|top|bottom"
    assert not re.findall(rf"\b(?:margin|padding|border|inset|scroll-\w+)-(?:{sides})\b", css_rules())
    assert not re.findall(rf"[;{{\s](?:{sides}|width|height|(?:min|max)-(?:width|height))\s*:", css_rules())
    assert not re.findall(r":\s*(?:left|right)\s*[;}]|\bto (?:left|right)\b", css_rules())
    four = re.findall(r"\b(?:margin|padding|inset)\s*:\s*(\S+) (\S+) (\S+) (\S+);", css_rules())
    assert [each for each in four if each[1] != each[3]] == []


def test_styles_load_nothing() -> None:
    assert not re.findall(r"url\(|@import|@font-face|https?:", css_rules())


def test_styles_move_nothing() -> None:
    assert not re.findall(r"\b(?:transition|animation)\b|@keyframes|scroll-behavior", css_rules())


def test_every_text_has_one_of_the_five_sizes() -> None:
    sizes = re.findall(r"font-size:\s*([^;]+);", css_rules())
    shorthands = re.findall(r"\bfont:\s*(?:\d{3} )?([^\s;]+)", css_rules())
    scale = {f"var(--{size})" for size in ("small", "body", "lead", "head", "title")}
    assert set(sizes + shorthands) - scale - {"inherit", "100%/1.6"} == {"10pt"}  # the paper's own base size


def palettes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root\s*{([^}]*)}", css_rules())[:2]
    first = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", light))
    return {"light": first, "dark": first | dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", dark))}


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("scheme", "text", "ground"), list(product(("light", "dark"), ("ink", "quiet", "accent"), ("paper", "wash")))
)
def test_text_has_a_contrast_of_seven(scheme: str, text: str, ground: str) -> None:
    palette = palettes()[scheme]
    assert contrast(palette[text], palette[ground]) >= 7


FAMILIES = ("attack", "clash", "demonstration", "force-movement", "diplomacy", "humanitarian-legal")


@pytest.mark.parametrize(("scheme", "mark"), list(product(("light", "dark"), (*FAMILIES, "line", "bar", "accent"))))
def test_marks_have_a_contrast_of_three(scheme: str, mark: str) -> None:
    palette = palettes()[scheme]
    assert contrast(palette[mark], palette["paper"]) >= 3


def test_each_family_has_a_hue_and_a_shape_of_its_own() -> None:
    rules = {
        family: re.search(rf"\.family-{family}\s*{{\s*--hue: var\(--{family}\);\s*--shape: ([^;]+);", css_rules())
        for family in FAMILIES
    }
    shapes = [found[1] for found in rules.values() if found]
    assert len(set(shapes)) == len(FAMILIES)
    for palette in palettes().values():
        assert len({palette[family] for family in FAMILIES}) == len(FAMILIES)
