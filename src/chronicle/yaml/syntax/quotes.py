"""Quotation marks that are not closed, and what a backslash does between them."""

import re

from chronicle.yaml.lines import Line, parts
from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding
from chronicle.yaml.syntax.failure import Failure

_KEY = re.compile(r"[\r\n][ \t-]*[a-z_]+:(?:[ \t]|[\r\n])")


def unclosed(failure: Failure) -> Finding | None:
    """A quote that nothing closes, or only the quote of a text further down."""
    start = _opening(failure)
    if start < 0:
        return None
    region = failure.region_at(start)
    line = failure.source.line_at(start)
    last = line if region.bracket else _last_line(failure, line)
    end = region.end if last is line else last.start + len(last.text.rstrip())
    text = failure.source.text[start:end]
    edit = Edit(start, end, quoted(text)) if text[0] == "'" and last is line else Edit(end, end, text[0])
    return Finding("yaml-quote", "this quote is never closed", start, start + 1, advice(last, (edit,)), (edit,))


def _opening(failure: Failure) -> int:
    says, last, text = failure.says, failure.last, failure.source.text
    if "quoted scalar" in says or "double-quoted" in says:
        return failure.opened if "end of stream" in says or "unexpected document" in says else -1
    if last is None or last.event.style not in ("'", '"') or failure.line.start > last.end:
        return -1
    return last.start if _KEY.search(text, last.start, last.end) else -1


def _last_line(failure: Failure, line: Line) -> Line:
    """Return the last of the lines that belong to the text in `line`: those that are indented more than its key."""
    for below in failure.source.lines[failure.source.line_number(line.start) + 1 :]:
        if below.is_empty or below.indent <= parts(line).column:
            break
        line = below
    return line


def backslash(failure: Failure) -> Finding | None:
    """A backslash between double quotes that begins no code known to YAML."""
    if "escape" not in failure.says and "hex" not in failure.says:
        return None
    at = failure.source.text.rfind("\\", failure.opened, failure.at + 1)
    if at < 0:
        return None
    edits = (Edit(at, at, "\\"),)
    return Finding(
        "yaml-quote",
        "a backslash between double quotes begins a code, and this is none",
        at,
        at + 2,
        advice(failure.source.line_at(at), edits),
        edits,
    )
