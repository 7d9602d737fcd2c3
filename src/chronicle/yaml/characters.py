"""The characters that a record may hold."""

import re
import unicodedata
from collections.abc import Iterator

from chronicle.problems.problem import Problem
from chronicle.yaml.lines import UNCOMMON_SPACES, lines_of

STAND_IN = "\u2060"
"""What the parser is given for a forbidden character, so that it reads on and every index stays true."""

_ASCII_CONTROLS = bytes(code for code in (*range(32), 127) if chr(code) not in "\t\n\r")

# Joiners (U+200C, U+200D) are spelling in Persian, Kurdish, Urdu and the scripts of India, and join emoji:
# they stand after such a character, and nowhere else.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    "|(?<![\u0600-\u0dff\ufb50-\ufdff\ufe70-\ufefc\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
_AFTER_SIGN = re.compile(f"(?<=[:-])(?:{_FORBIDDEN.pattern})(?=[ \r\n]|$)")
_SPACES = re.compile(f"[{UNCOMMON_SPACES}]")


def forbids(text: str) -> bool:
    """Tell whether `text` holds a control character, or one that is invisible or turns the direction of text."""
    if text.isascii():
        data = text.encode()
        return len(data.translate(None, _ASCII_CONTROLS)) != len(data)
    return _FORBIDDEN.search(text) is not None


def with_stand_ins(text: str) -> str:
    """Return `text` with every forbidden character replaced, at the same length: by a space between `:` and a space."""
    return _FORBIDDEN.sub(STAND_IN, _AFTER_SIGN.sub(" ", text)) if forbids(text) else text


def clean(value: str) -> str:
    """Return a value without forbidden characters."""
    return _FORBIDDEN.sub("", value) if forbids(value) else value


def clean_key(key: str) -> str:
    """Return a key without forbidden characters, and with common spaces, none at its ends, for uncommon ones."""
    key = clean(key)
    return _SPACES.sub(" ", key).strip(" ") if uncommon_space(key) else key


def uncommon_space(text: str) -> re.Match[str] | None:
    """Find a space that looks like the common one and is not: a no-break space, or one of another width."""
    return None if text.isascii() else _SPACES.search(text)


def forbidden(text: str) -> Iterator[re.Match[str]]:
    """Find every forbidden character."""
    return _FORBIDDEN.finditer(text)


def name(character: str) -> str:
    """Return how a character is called: `right-to-left mark (U+200F)`."""
    called = unicodedata.name(character, "").lower()
    return f"{called} (U+{ord(character):04X})" if called else f"control character U+{ord(character):04X}"


def undecodable(data: bytes, error: UnicodeDecodeError) -> Problem:
    """Return the problem of bytes that are no UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(code="yaml-encoding", message="this file is UTF-16, not UTF-8")
    before = lines_of(data[: error.start].decode().removeprefix("\ufeff"))
    lines = lines_of(data.decode(errors="replace").removeprefix("\ufeff"))
    return Problem(
        code="yaml-encoding",
        message=f"the byte 0x{data[error.start]:02X} here is not UTF-8",
        line=len(before),
        column=len(before[-1].text) + 1,
        length=1,
        excerpt=lines[len(before) - 1].text,
    )
