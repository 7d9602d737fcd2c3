"""Commas that divide what was meant as one, or fail to divide a list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from chronicle.problems.problem import Field
from chronicle.yaml.events import Visit
from chronicle.yaml.lines import GLUED
from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding, Source

_IN_BRACKETS = re.compile(r"\[[^\[\]]*،")
_WORD = re.compile(r"[a-z_]+(?= +\S)")


def split_values(source: Source, visits: Sequence[Visit]) -> Iterator[Finding]:
    """Find what stands between braces without a value: mostly the second half of one."""
    values: dict[Field, Visit] = {}
    halves: dict[int, list[Visit]] = {}
    for key, value in pairwise(visits):
        if not key.is_key or key.holder != "flow map":
            continue
        brace = key.path[:-1]
        if not value.is_empty or ":" in source.text[key.end : value.start]:
            values[brace] = value
        elif GLUED.match(key.text) or brace not in values:
            yield _without_colon(source, key)
        else:
            halves.setdefault(values[brace].start, []).append(key)
    for start, keys in halves.items():
        yield _split(source, start, keys)


def _split(source: Source, start: int, keys: Sequence[Visit]) -> Finding:
    """Return the finding of a value that begins at `start` and goes on with keys that are none."""
    line, last = source.line_at(start), keys[-1]
    edits: tuple[Edit, ...] = (Edit(start, last.end, quoted(source.text[start : last.end])),)
    if last.end > line.end or source.text[start] in "[{":
        edits = ()
    return Finding(
        "yaml-comma-split",
        f'"{keys[0].text}" stands between braces without a value',
        keys[0].start,
        last.end,
        f"did a comma split this? {advice(line, edits)}" if edits else "",
        edits,
    )


def _without_colon(source: Source, key: Visit) -> Finding:
    """Return the finding of a key that runs into its value, or stands alone."""
    line, text = source.line_at(key.start), key.text
    glued, word = GLUED.match(text), _WORD.match(text)
    edits: tuple[Edit, ...] = ()
    if key.is_plain and glued:
        edits = (Edit(key.start + glued.end(), key.start + glued.end(), " "),)
    elif key.is_plain and word:
        edits = (Edit(key.start + word.end(), key.start + word.end(), ":"),)
    message = "no space stands after this colon" if glued else f'"{text}" stands between braces without a value'
    way_out = advice(line, edits) if edits else "between braces, write {key: value}"
    return Finding("yaml-colon", message, key.start, key.end, way_out, edits)


def possibly_arabic(text: str) -> bool:
    """Tell, cheaply, whether `text` may hold a list between brackets with an Arabic comma in it."""
    return "،" in text and _IN_BRACKETS.search(text) is not None


def arabic(source: Source, visits: Iterable[Visit]) -> Iterator[Finding]:
    """Find items of a list between brackets that hold an Arabic comma, which divides nothing."""
    for visit in visits:
        if visit.is_plain and visit.holder == "flow list" and "،" in visit.text:
            at = source.text.index("،", visit.start)
            yield Finding("yaml-arabic-comma", "the Arabic comma ، divides no list", at, at + 1)
