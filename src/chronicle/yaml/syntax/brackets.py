"""Brackets and braces that are not closed, or close nothing."""

import re

from chronicle.yaml.lines import COMMENT, Line
from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding
from chronicle.yaml.syntax.failure import Failure

_CLOSING = {"[": "]", "{": "}"}


def unclosed(failure: Failure) -> Finding | None:
    """A bracket that is still open where the next key, or the end of the file, shows that it was forgotten."""
    start = failure.opened
    if "while parsing a flow" not in failure.says or failure.source.text[start : start + 1] not in _CLOSING:
        return None
    opening = failure.source.line_at(start)
    if failure.line == opening and failure.at < opening.end:
        return None
    last = _last_line(failure, opening)
    if last is None:
        return None
    closing = _CLOSING[failure.source.text[start]]
    comment = COMMENT.search(last.text)
    if comment and closing in last.text[comment.end() :]:
        return _closed_in_comment(failure, last, comment.start())
    text = (last.text[: comment.start()] if comment else last.text).rstrip()
    edits = (Edit(last.start + len(text.rstrip(", \t")), last.start + len(text), closing),)
    number, _ = failure.source.place(last.start)
    way_out = advice(last, edits) if last is opening else f"write {closing} at the end of line {number}"
    message = f"this {failure.source.text[start]} is never closed"
    return Finding("yaml-bracket", message, start, start + 1, way_out, edits)


def _closed_in_comment(failure: Failure, line: Line, column: int) -> Finding:
    """A # that makes a comment of the closing bracket."""
    region = failure.region_at(line.start + column)
    edits = (Edit(region.start, region.end, quoted(failure.text(region))),)
    message = "the rest of this line is a comment, with the closing bracket in it"
    return Finding("yaml-bracket", message, line.start + column + 1, line.end, advice(line, edits), edits)


def _last_line(failure: Failure, opening: Line) -> Line | None:
    """Return the last line that can belong to what the bracket holds; None if the fault lies within it."""
    first, stop = failure.source.line_number(opening.start), failure.source.line_number(failure.at)
    below = [line for line in failure.source.lines[first + 1 : stop + 1] if not line.is_empty]
    inside = next((n for n, line in enumerate(below) if line.indent <= opening.indent), len(below))
    at_end = failure.at >= len(failure.source.text.rstrip())
    if inside == len(below) and not at_end:
        return None
    return below[inside - 1] if inside else opening


def superfluous(failure: Failure) -> Finding | None:
    """A closing bracket that nothing has opened."""
    text, index = failure.source.text, failure.at
    if text[index : index + 1] not in ("]", "}") or failure.region().bracket:
        return None
    edits = (Edit(index, index + 1, ""),)
    return Finding(
        "yaml-bracket", f"this {text[index]} closes nothing", index, index + 1, advice(failure.line, edits), edits
    )


def empty_item(failure: Failure) -> Finding | None:
    """Two commas with nothing between them."""
    text, index = failure.source.text, failure.at
    if not failure.region().bracket or text[index : index + 1] != ",":
        return None
    after = re.compile(r" *").match(text, index + 1)
    edits = (Edit(index, after.end() if after else index + 1, ""),)
    return Finding(
        "yaml-bracket", "nothing stands before this comma", index, index + 1, advice(failure.line, edits), edits
    )


def dashes(failure: Failure) -> Finding | None:
    """Dashes before the items of a list between brackets."""
    region = failure.region()
    if region.bracket != "[" or not failure.text(region).startswith("- "):
        return None
    line = failure.line
    found = re.finditer(r"(?:(?<=\[)|(?<=,)|(?<=, ))-[ \t]+", line.text)
    edits = tuple(Edit(line.start + dash.start(), line.start + dash.end(), "") for dash in found)
    return Finding(
        "yaml-list-dash",
        "between brackets, list items have no dash",
        region.start,
        region.start + 1,
        advice(line, edits),
        edits,
    )
