"""What YAML offers and records do without."""

import re
from collections.abc import Callable, Iterator, Sequence

import yaml

from chronicle.problems.problem import Field
from chronicle.yaml.events import LEVELS, Visit
from chronicle.yaml.lines import parts
from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding, Source

_SEPARATOR = re.compile(r"[\s,\[\]{}]")


def refused(source: Source, visits: Sequence[Visit]) -> Iterator[Finding]:
    """Find anchors, aliases, tags, merge keys, second documents, lists and maps as keys, and what stands too deep."""
    for visit in visits:
        for rule in _RULES:
            message = rule(visit)
            if message:
                yield Finding(*message, visit.start, max(visit.end, visit.start + 1))
        yield from _marks(source, visit)
    yield from _duplicates(source, visits)


def _marks(source: Source, visit: Visit) -> Iterator[Finding]:
    """Find an alias, or an anchor and a tag before a value; all of them may also be the beginning of a text."""
    marks = {"&": getattr(visit.event, "anchor", None), "!": getattr(visit.event, "tag", None)}
    if isinstance(visit.event, yaml.AliasEvent):
        marks = {"*": visit.event.anchor}
    for mark in (mark for mark, name in marks.items() if name is not None):
        code, meaning, way_out = _MEANINGS[mark]
        word = _SEPARATOR.split(source.text[visit.start : visit.start + 80], maxsplit=1)[0]
        here = parts(source.line_at(visit.start))
        if visit.start == here.value_start:
            edits = (Edit(here.value_start, here.value_end, quoted(here.value)),)
            way_out += f"; if {mark} belongs to the text, {advice(source.line_at(visit.start), edits)}"
        yield Finding(code, f"{word} {meaning}", visit.start, visit.start + len(word), way_out)


_MEANINGS = {
    "*": ("yaml-alias", "stands for a value given elsewhere", "write the value out"),
    "&": ("yaml-anchor", "names a value for use elsewhere", "leave the name away"),
    "!": ("yaml-tag", "gives this value a type", "leave the type away, every value is text"),
}
_Message = tuple[str, str] | None


def _merge_key(visit: Visit) -> _Message:
    is_merge = visit.is_key and visit.is_plain and visit.text == "<<"
    return ("yaml-merge-key", "<< takes keys from elsewhere") if is_merge else None


def _key(visit: Visit) -> _Message:
    if visit.is_key and isinstance(visit.event, yaml.CollectionStartEvent):
        return "yaml-key", "a list or map cannot be a key"
    if visit.is_key and visit.is_empty:
        return "yaml-key", "no key stands before this colon"
    return None


def _depth(visit: Visit) -> _Message:
    if isinstance(visit.event, yaml.CollectionStartEvent) and len(visit.path) == LEVELS:
        return "yaml-depth", f"this stands more than {LEVELS} levels deep"
    return None


def _document(visit: Visit) -> _Message:
    is_second = isinstance(visit.event, yaml.DocumentStartEvent)
    return ("yaml-documents", "a second document begins here") if is_second else None


_RULES: tuple[Callable[[Visit], _Message], ...] = (_merge_key, _key, _depth, _document)


def _duplicates(source: Source, visits: Sequence[Visit]) -> Iterator[Finding]:
    seen: dict[Field, int] = {}
    for visit in visits:
        if not visit.is_key or not isinstance(visit.event, yaml.ScalarEvent) or visit.is_empty:
            continue
        first = seen.setdefault(visit.path, visit.start)
        if first != visit.start:
            line, _ = source.place(first)
            message = f'the key "{visit.text}" stands in line {line} already'
            yield Finding("yaml-duplicate-key", message, visit.start, visit.end)
