"""The small languages that text values are written in: each takes a text or raises the Fault that says why not."""

import datetime
import re
from collections.abc import Callable
from functools import lru_cache

from chronicle import dates, quantities
from chronicle.problems.problem import Fault

Language = Callable[[str], object]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ID_LENGTH = 80
_LINE_LENGTH = 500


def line(text: str) -> str:
    """Take one line of plain text of at most 500 characters."""
    if "\n" in text.strip():
        raise Fault("malformed-text", "this text runs over several lines", "write it as one line")
    if len(text) > _LINE_LENGTH:
        raise Fault("malformed-text", f"this text has {len(text)} characters", f"at most {_LINE_LENGTH} fit here")
    return text


def prose(text: str) -> str:
    """Take Markdown; what it may contain is the sanitiser's to say."""
    return text


def identifier(text: str) -> str:
    """Take an id: a-z, 0-9 and single hyphens between them, 1 to 80 characters, so that it is safe as a file name."""
    if not _ID.fullmatch(text) or len(text) > _ID_LENGTH:
        raise Fault("malformed-id", f'"{text}" is not an id', _id_help(text))
    return text


def _id_help(text: str) -> str:
    mended = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:_ID_LENGTH].strip("-")
    rule = "an id has 1 to 80 characters of a-z, 0-9 and single hyphens"
    return f"{rule}, such as {mended}" if mended else rule


@lru_cache(maxsize=4096)
def day(text: str) -> datetime.date:
    """Take one day of the calendar, written 2020-11-12 (ISO 8601, extended)."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise Fault("date-malformed", f'"{text}" is not a day', "write year, month and day: 2020-11-12")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Fault("date-impossible", f'"{text}" is no day of the calendar') from None


def address(text: str) -> str:
    """Take an absolute http or https address without spaces or control characters."""
    if not re.fullmatch(r"https?://[^\s/?#\x00-\x1f\"<>\\]+(?:[/?#][^\s\x00-\x1f\"<>\\]*)?", text, re.IGNORECASE):
        raise Fault(
            "malformed-address",
            f'"{text}" is not an address',
            "it begins with https:// or http:// and has no spaces",
        )
    return text


def path(text: str) -> str:
    """Take a relative path that stays below its folder."""
    parts = text.split("/")
    if text.startswith("/") or "\\" in text or any(part in ("", ".", "..") for part in parts):
        raise Fault("malformed-path", f'"{text}" is not a path inside the chronicle', "write it as papers/article.pdf")
    return text


def language_tag(text: str) -> str:
    """Take a language tag in BCP 47's common shape: en, ar, pt-BR, zh-Hant."""
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?", text, re.ASCII):
        raise Fault("malformed-language", f'"{text}" is not a language tag', "write it as en, ar or pt-BR")
    return text


def country(text: str) -> str:
    """Take two capital letters, as ISO 3166-1 alpha-2 codes are."""
    if not re.fullmatch(r"[A-Z]{2}", text, re.ASCII):
        raise Fault("malformed-country", f'"{text}" is not a country code', "write two capital letters, such as SY")
    return text


def degrees(text: str) -> float:
    """Take decimal degrees between -180 and 180."""
    if not re.fullmatch(r"-?\d{1,3}(?:\.\d{1,8})?", text, re.ASCII) or abs(float(text)) > 180:
        raise Fault(
            "malformed-point",
            f'"{text}" is not a number of degrees',
            "write decimal degrees: [37.177, 42.140], latitude first",
        )
    return float(text)


def digits(text: str) -> str:
    """Take digits alone, without a leading zero."""
    if not re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII):
        raise Fault("malformed-number", f'"{text}" is not a plain number', "write digits alone")
    return text


def pcode(text: str) -> str:
    """Take a P-code: a country's two letters and up to ten digits or letters."""
    if not re.fullmatch(r"[A-Z]{2,3}[0-9A-Z]{1,10}", text, re.ASCII):
        raise Fault(
            "malformed-pcode",
            f'"{text}" is not a P-code',
            "it begins with the country's code, such as SY0803",
        )
    return text


def wikidata(text: str) -> str:
    """Take the number of a Wikidata item with its Q."""
    if not re.fullmatch(r"Q[1-9]\d{0,11}", text, re.ASCII):
        raise Fault(
            "malformed-wikidata",
            f'"{text}" is not an item of Wikidata',
            "write its number with the Q, such as Q858",
        )
    return text


LANGUAGES: dict[str, Language] = {
    "line": line,
    "prose": prose,
    "id": identifier,
    "day": day,
    "date": dates.read,
    "quantity": quantities.read,
    "address": address,
    "path": path,
    "language": language_tag,
    "country": country,
    "degrees": degrees,
    "digits": digits,
    "pcode": pcode,
    "wikidata": wikidata,
}
