"""Lines without the colon that would divide key and value."""

import re

from chronicle.yaml.lines import GLUED, Line, parts
from chronicle.yaml.quoting import advice
from chronicle.yaml.source import Edit, Finding, Source
from chronicle.yaml.syntax.failure import Failure
from chronicle.yaml.traps import dashes

_KEY = re.compile(r"([a-z][a-z_]*)(?:[ \t]+(?=\S)|$)")
_HEADER = re.compile(r"(?:^|:|-)[ \t]+([|>][+-]?\d?)$")


def without_colon(failure: Failure) -> Finding | None:
    """A line that should be a key and its value."""
    start = _start(failure)
    if start < 0:
        return None
    source, line = failure.source, failure.source.line_at(start)
    return (
        dashes.glued(line, start) or _glued(line, start) or _below_header(source, line) or _missing(source, line, start)
    )


def _start(failure: Failure) -> int:
    """Return where the text begins that the parser takes for a key; -1 if that is not its complaint."""
    if "simple key" in failure.says and failure.flow < 0:
        return failure.opened
    last = failure.last
    if "mapping values" not in failure.says or last is None or not last.is_plain:
        return -1
    line = failure.source.line_at(last.start)
    above = parts(line)
    stands_alone = line != failure.line and not above.key and above.content_start == last.start
    is_item = "-" in above.lead and " " not in above.value
    return last.start if stands_alone and not is_item else -1


def _glued(line: Line, start: int) -> Finding | None:
    match = GLUED.match(line.text, start - line.start)
    if not match:
        return None
    at = line.start + match.end("key") + 1
    edits = (Edit(at, line.start + match.end(), " "),)
    if match.end() > match.end("key") + 1:
        return Finding(
            "yaml-no-break-space", "a no-break space stands after this colon", at, at + 1, advice(line, edits), edits
        )
    return Finding("yaml-colon", "no space stands after this colon", at - 1, at, advice(line, edits), edits)


def _below_header(source: Source, line: Line) -> Finding | None:
    """A text that should be indented more than the key that announces it with >-."""
    for above in reversed(source.lines[: source.line_number(line.start)]):
        header = _HEADER.search(above.text.rstrip())
        if header and above.indent >= line.indent:
            message = f"the text after {header[1]} must be indented more than its key"
            way_out = f"begin every line of it with {above.indent + 2} spaces"
            return Finding("yaml-indentation", message, line.start + line.indent, line.end, way_out)
        if not above.is_empty:
            return None
    return None


def _missing(source: Source, line: Line, start: int) -> Finding:
    word = _KEY.match(line.text.rstrip(), start - line.start)
    or_indent = "or indent the line if it belongs to the text above"
    if not word:
        return Finding("yaml-colon", "this line has no key", start, line.end, f"write key: value, {or_indent}")
    at = line.start + word.end(1)
    edits = (Edit(at, at, ":"),)
    way_out = f"{advice(line, edits)}, {or_indent}"
    is_sibling = _follows_a_key(source, line)
    return Finding("yaml-colon", f'no colon stands after "{word[1]}"', start, at, way_out, edits if is_sibling else ())


def _follows_a_key(source: Source, line: Line) -> bool:
    """Tell whether the line above is a key at the same level, or there is none."""
    above = [other for other in source.lines[: source.line_number(line.start)] if not other.is_empty]
    return not above or (bool(parts(above[-1]).key) and parts(above[-1]).column == parts(line).column)
