"""How a value is written so that YAML reads it as it stands, and how an editor is told."""

import re

from chronicle.yaml.characters import STAND_IN
from chronicle.yaml.lines import Line, parts
from chronicle.yaml.source import Edit, Round

_LONG = 100


def quoted(value: str) -> str:
    """Return `value` between quotes: double ones, or single ones where that spares a backslash."""
    value = _unwrapped(value.strip())
    if not re.search(r'["\\]', value):
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _unwrapped(value: str) -> str:
    """Take off quotes that were meant for YAML: those around a text in which the next such quote closes nothing.

    "He said "no"" and 'Syria's war' lose theirs; "Bribe" and "insult" are quotations, and keep them.
    """
    mark = value[:1]
    second = value.find(mark, 1) if mark in ("'", '"') else -1
    if not 0 < second < len(value) - 1 or value[-1] != mark:
        return value
    closes = not value[second - 1].isspace() and not value[second + 1].isalnum()
    return value if closes else value[1:-1]


def advice(line: Line, edits: tuple[Edit, ...]) -> str:
    """Return "write " and the line as it stands after `edits`; prose that fills more than a line goes below its key."""
    within = (Edit(edit.start - line.start, edit.end - line.start, edit.new) for edit in edits)
    mended = Round(within).applied(line.text).replace(STAND_IN, "")
    mended = " ".join(mended.split())
    if len(mended) <= _LONG:
        return f"write {mended}"
    key = parts(line).key
    if key and parts(line).value[:1] not in ("[", "{"):
        return f"write {key}: >- and the text on the next line, indented"
    return f"write {mended[: _LONG - 30]} … {mended[-30:]}"
