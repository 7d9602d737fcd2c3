"""Texts that YAML reads only between quotes."""

import re

from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding
from chronicle.yaml.syntax.failure import Failure

_INDICATORS = "%@`*&!|>,?[]{}#"
_COLON = re.compile(r":(?=\s|$)")
_BLOCK_HEADER = re.compile(r"([|>][+-]|\|)[ \t]+(?=\S)")
_ITEM = re.compile(r"-[ \t]+([^\s\[{\"'#&*!|>%@`,][^\[\]{},:#]*)$")


def must_be_quoted(failure: Failure) -> Finding | None:
    """A text with a colon in it, one that begins with a character of YAML's own, one that goes on after its quote."""
    region = failure.region()
    text = failure.text(region)
    message, first, last = _offence(text)
    if not message or failure.at < region.start:
        return None
    edits = (Edit(region.start, region.end, quoted(text)),)
    way_out = advice(failure.source.line_at(region.start), edits)
    return Finding("yaml-unquoted", message, region.start + first, region.start + last, way_out, edits)


def _offence(text: str) -> tuple[str, int, int]:
    """Return what only quotes allow in `text`, and from where to where it stands; "" if nothing does."""
    colon = _COLON.search(text)
    if text[:1] in ("'", '"'):
        return "this text goes on after its closing quote", 0, len(text)
    if text and text[0] in _INDICATORS:
        return f"a text that begins with {text[0]} must be quoted", 0, 1
    if colon:
        return "a text with a colon in it must be quoted", colon.start(), colon.end()
    return "", 0, 0


def arabic_comma(failure: Failure) -> Finding | None:
    """An Arabic comma between two keys in braces."""
    region = failure.region()
    text = failure.text(region)
    if not region.bracket or "،" not in text or not _COLON.search(text):
        return None
    line = failure.source.line_at(region.start)
    commas = [region.start + match.start() for match in re.finditer("،", text)]
    edits = tuple(Edit(comma, comma + 1, ",") for comma in commas)
    message = "the Arabic comma ، divides nothing between brackets"
    return Finding("yaml-syntax", message, commas[0], commas[0] + 1, advice(line, edits), edits)


def header_with_text(failure: Failure) -> Finding | None:
    """A text that begins beside the >- that announces it, rather than below."""
    here = failure.parts
    header = _BLOCK_HEADER.match(here.value)
    if not header or "block scalar" not in failure.says:
        return None
    edits = (Edit(here.value_start, here.value_end, quoted(here.value[header.end() :])),)
    return Finding(
        "yaml-unquoted",
        f"the text after {header[1]} begins on the next line",
        here.value_start + header.end(),
        here.value_end,
        advice(failure.line, edits),
        edits,
    )


def list_beside_key(failure: Failure) -> Finding | None:
    """A list item on the line of its key."""
    here = failure.parts
    item = _ITEM.match(here.value)
    if not here.key or not here.value.startswith("- "):
        return None
    edits = (Edit(here.value_start, here.value_end, f"[{item[1]}]"),) if item else ()
    return Finding(
        "yaml-list-dash",
        "a list with dashes begins on the line below its key",
        here.value_start,
        here.value_end,
        advice(failure.line, edits) if edits else "begin a new line before the dash",
        edits,
    )
