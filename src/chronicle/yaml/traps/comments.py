"""Comments that were meant as text.

A comment is taken for cut text if it follows an unquoted text on the same line after exactly one space, a letter or
digit touches its #, and the text before it is more than one word (or nothing at all), or the # is followed by a digit:
"Resolution #2254", "Protesters join #Syria rally". What has a space after its #, or two before it, is a comment.
"""

import re
from collections.abc import Iterable, Iterator

from chronicle.yaml.events import Visit
from chronicle.yaml.lines import parts
from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit, Finding, Source

_CUT = re.compile(r" #(?=\w)")


def possible(text: str) -> bool:
    """Tell, cheaply, whether `text` may hold such a comment."""
    return _CUT.search(text) is not None


def cut_texts(source: Source, visits: Iterable[Visit]) -> Iterator[Finding]:
    """Find texts that a # cuts off."""
    for visit in visits:
        if not visit.is_plain or visit.is_key or not _CUT.match(source.text, visit.end):
            continue
        line, mark = source.line_at(visit.end), visit.end + 1
        many_words = " " in visit.text or visit.is_empty
        if not many_words and not source.text[mark + 1].isdigit():
            continue
        yield Finding("yaml-comment", "the text ends before this #", mark, line.end, _advice(source, visit))


def _advice(source: Source, visit: Visit) -> str:
    line = source.line_at(visit.end)
    here = parts(line)
    if visit.holder.startswith("flow") or source.line_at(visit.start) != line:
        return ""
    start = here.value_start if visit.is_empty else visit.start
    text = source.text[start : here.value_end]
    return f"{advice(line, (Edit(start, here.value_end, quoted(text)),))}, or put a space after # if it is a comment"
