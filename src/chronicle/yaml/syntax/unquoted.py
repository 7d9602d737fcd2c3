"""Texts that YAML reads only between quotes."""

import re

from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding
from chronicle.yaml.syntax.failure import Failure

_INDICATORS = "%@`*&!|>,?[]{}#"
_BLOCK_HEADER = re.compile(r"([|>][+-]|\|)[ \t]+(?=\S)")
_ITEM = re.compile(r"-[ \t]+([^\s\[{\"'#&*!|>%@`,][^\[\]{},:#]*)$")


def must_be_quoted(failure: Failure) -> Finding | None:
    """A text with a colon in it, one that begins with a character of YAML's own, one that goes on after its quote."""
    region = failure.region()
    text = failure.text(region)
    message = _offence(text, bool(region.bracket))
    if not message or failure.at < region.start:
        return None
    edits = (Edit(region.start, region.end, text.replace("،", ",") if "،" in message else quoted(text)),)
    return Finding(
        "yaml-unquoted", message, region.start, region.end, advice(failure.source.line_at(region.start), edits), edits
    )


def _offence(text: str, in_flow: bool) -> str:
    first = text[:1]
    if first in ("'", '"'):
        return "this text goes on after its closing quote"
    if first and first in _INDICATORS:
        return f"a text that begins with {first} must be quoted"
    if in_flow and "،" in text and ":" in text:
        return "the Arabic comma ، does not divide what stands between brackets"
    if ": " in text or text.endswith(":"):
        return "a text with a colon in it must be quoted"
    return ""


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
