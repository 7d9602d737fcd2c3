"""The lines of a record, and what stands in one."""

import re
from functools import lru_cache
from typing import NamedTuple

UNCOMMON_SPACES = "\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000"
"""The no-break space and others that look like the common one, and are not, as a range of a regular expression."""
LINE_END = re.compile("\r\n|\r|\n")
COMMENT = re.compile(r"[ \t]#")
"""Where a text without quotes ends, whatever its editor meant by the sign."""
GLUED = re.compile(f"(?P<key>[A-Za-z_][\\w-]*):[{UNCOMMON_SPACES}]*(?=[^\\s/])")
"""A key with its value, and no space that YAML knows between the two; an address is none."""

_LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*")
_KEY = re.compile(r"""([^\s#:"'\[{,-][^:#"'\[{]{0,100}?)[ \t]{0,9}:(?:[ \t]+|$)""")
_REMARK = re.compile(r"[ \t]#(?:\s|$)")


class Line(NamedTuple):
    """A line without its end, and the index of its first character in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The index after its last character."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def is_empty(self) -> bool:
        """Whether nothing but spaces, or a comment, stands in it."""
        return self.text.lstrip(" \t")[:1] in ("", "#")


class Parts(NamedTuple):
    """A line taken apart: `  - key: value  # comment`; what is not there is empty."""

    lead: str
    key: str
    value: str
    content_start: int
    """The index of what follows the spaces and dashes."""
    value_start: int

    @property
    def value_end(self) -> int:
        """The index after the value."""
        return self.value_start + len(self.value)

    @property
    def column(self) -> int:
        """The column of the content, from 0: what lines that belong to it are indented by."""
        return len(self.lead)


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of `text`, which end as they do for an editor: with \\n, \\r\\n or \\r."""
    ends = [(end.start(), end.end()) for end in LINE_END.finditer(text)]
    starts = [0, *(after for _, after in ends)]
    stops = [*(before for before, _ in ends), len(text)]
    return tuple(Line(start, text[start:stop]) for start, stop in zip(starts, stops, strict=True))


@lru_cache(maxsize=8)
def parts(line: Line) -> Parts:
    """Take a line of a block apart, by its look alone."""
    lead = _matched(_LEAD.match(line.text))
    key = _KEY.match(line.text, len(lead))
    at = key.end() if key else len(lead)
    value = _without_comment(line.text[at:])
    return Parts(lead, key[1] if key else "", value, line.start + len(lead), line.start + at)


def _matched(match: re.Match[str] | None) -> str:
    return match.group() if match else ""


def _without_comment(value: str) -> str:
    """Cut a comment off; a # without a space after it is taken for text, as everywhere in this room."""
    after = max(value.rfind('"'), value.rfind("'"), 0) if value[:1] in ('"', "'") else 0
    comment = _REMARK.search(value, after)
    return (value[: comment.start()] if comment else value).rstrip()
