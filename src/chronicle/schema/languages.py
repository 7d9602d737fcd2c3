"""The small languages that text values are written in: each takes a text or raises the Fault that says why not."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from chronicle import dates, quantities
from chronicle.problems.problem import Fault

Language = Callable[[str], object]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ID_LENGTH = 80
_LINE_LENGTH = 500
_POLES, _DATE_LINE = 90, 180
_SHOWN_LENGTH = 60


def line(text: str) -> str:
    """Take one line of plain text of at most 500 characters."""
    if "\n" in text or "\r" in text:
        raise Fault("malformed-text", "this text runs over several lines", "write it as one line, or after >-")
    if len(text) > _LINE_LENGTH:
        message = f"this text has {len(text)} characters, and at most {_LINE_LENGTH} fit here"
        raise Fault("malformed-text", message, "shorten it; what needs more room belongs into the summary or a note")
    return text


def prose(text: str) -> str:
    """Take Markdown; what it may contain is the sanitiser's to say."""
    return text


def identifier(text: str) -> str:
    """Take an id: a-z, 0-9 and single hyphens between them, 1 to 80 characters, so that it is safe as a file name."""
    if not _ID.fullmatch(text) or len(text) > _ID_LENGTH:
        mended = slug(text)
        rule = f"an id has 1 to {_ID_LENGTH} characters of a-z, 0-9 and single hyphens"
        raise Fault("malformed-id", f'"{shown(text)}" is not an id', f"write {mended}: {rule}" if mended else rule)
    return text


def shown(text: str) -> str:
    """Return a text as a message names it: on one line, cut to 60 characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN_LENGTH else f"{plain[: _SHOWN_LENGTH - 1]}…"


def slug(text: str) -> str:
    """Return the id that a text comes nearest to; "" where it has no letter or figure of an id."""
    name = PurePosixPath(text.strip()).name.removesuffix(".yaml")
    letters = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʿʾ]", "", letters.casefold()))
    return words.strip("-")[:_ID_LENGTH].strip("-")


@lru_cache(maxsize=4096)
def day(text: str) -> datetime.date:
    """Take one day of the calendar, written 2020-11-12 (ISO 8601, extended)."""
    rule = "write year, month and day, such as 2020-11-12"
    try:
        date = dates.read(text)
    except Fault as fault:
        is_day = re.fullmatch(r"write \d{4}-\d\d-\d\d", fault.help, re.ASCII)
        raise Fault(fault.code, fault.message, fault.help if is_day else rule) from None
    if date.form is not dates.Form.DAY:
        raise Fault("date-malformed", f'"{shown(text)}" is not a day', rule)
    return datetime.date.fromisoformat(date.start)


def address(text: str) -> str:
    """Take an absolute http or https address without spaces or control characters."""
    if not re.fullmatch(r"https?://[^\s/?#\x00-\x1f\"<>\\]+(?:[/?#][^\s\x00-\x1f\"<>\\]*)?", text, re.IGNORECASE):
        raise Fault("malformed-address", f'"{shown(text)}" is not an address', _address_help(text))
    try:
        urlsplit(text)
    except ValueError:
        raise Fault(
            "malformed-address", f'"{shown(text)}" is not an address', "its host has a bracket too many"
        ) from None
    return text


def base_address(text: str) -> str:
    """Take an address that others are built upon by adding a path: it has no query and no fragment."""
    address(text)
    mended = re.split("[?#]", text)[0]
    if mended != text:
        message = f'"{shown(text)}" has a query or a fragment, so no page can have an address below it'
        raise Fault("malformed-address", message, f"write {mended}")
    return text


def _address_help(text: str) -> str:
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text):
        return f"write https://{text}"
    if re.fullmatch(r"https?://[^\s\x00-\x1f\"<>\\]+(?: [^\s\x00-\x1f\"<>\\]+)+", text, re.IGNORECASE):
        return f"write {text.replace(' ', '%20')}"
    return "it begins with https:// or http:// and has no spaces"


def path(text: str) -> str:
    """Take a relative path that stays below its folder."""
    parts = text.split("/")
    if text.startswith("/") or "\\" in text or any(part in ("", ".", "..") for part in parts):
        inside = "/".join(part for part in text.replace("\\", "/").split("/") if part not in ("", ".", ".."))
        help_ = f"write {inside or 'papers/article.pdf'}: the way from the chronicle's folder, which it never leaves"
        raise Fault("malformed-path", f'"{shown(text)}" is not a path inside the chronicle', help_)
    return text


def language_tag(text: str) -> str:
    """Take a language tag in BCP 47's common shape: en, ar, pt-BR, zh-Hant."""
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?", text, re.ASCII):
        help_ = (
            f"write {text.lower()}" if re.fullmatch(r"[A-Za-z]{2}", text, re.ASCII) else "write it as en, ar or pt-BR"
        )
        raise Fault("malformed-language", f'"{shown(text)}" is not a language tag', help_)
    return text


def country(text: str) -> str:
    """Take two capital letters, as ISO 3166-1 alpha-2 codes are."""
    if not re.fullmatch(r"[A-Z]{2}", text, re.ASCII):
        two = re.fullmatch(r"[A-Za-z]{2}", text, re.ASCII)
        help_ = f"write {text.upper()}" if two else "write two capital letters, such as SY"
        raise Fault("malformed-country", f'"{shown(text)}" is not a country code', help_)
    return text


def latitude(text: str) -> float:
    """Take decimal degrees between -90 and 90."""
    return _degrees(text, _POLES, "a latitude lies between -90 and 90")


def longitude(text: str) -> float:
    """Take decimal degrees between -180 and 180."""
    return _degrees(text, _DATE_LINE, "a longitude lies between -180 and 180")


def _degrees(text: str, most: int, rule: str) -> float:
    example = "write decimal degrees, latitude first: [37.177, 42.140]"
    if not re.fullmatch(r"-?\d{1,3}(?:\.\d{1,15})?", text, re.ASCII):
        raise Fault("malformed-point", f'"{shown(text)}" is not a number of degrees', example)
    if abs(float(text)) > most:
        raise Fault("malformed-point", f"{text} is too many degrees: {rule}", example)
    return float(text)


def digits(text: str) -> str:
    """Take digits alone, without a leading zero."""
    if not re.fullmatch(r"[1-9]\d{0,11}", text, re.ASCII):
        found = re.search(r"(?<!\d)[1-9]\d{2,11}(?!\d)", text, re.ASCII)
        help_ = f"write {found.group()}" if found else "write digits alone"
        raise Fault("malformed-number", f'"{shown(text)}" is not a plain number', help_)
    return text


def pcode(text: str) -> str:
    """Take a P-code: a country's two letters and up to ten digits or letters."""
    if not re.fullmatch(r"[A-Z]{2,3}[0-9A-Z]{1,10}", text, re.ASCII):
        upper = re.fullmatch(r"[A-Za-z]{2,3}[0-9A-Za-z]{1,10}", text, re.ASCII)
        help_ = f"write {text.upper()}" if upper else "it begins with the country's code, such as SY0803"
        raise Fault("malformed-pcode", f'"{shown(text)}" is not a P-code', help_)
    return text


def wikidata(text: str) -> str:
    """Take the number of a Wikidata item with its Q."""
    if not re.fullmatch(r"Q[1-9]\d{0,11}", text, re.ASCII):
        found = re.search(r"(?:^|[qQ/])([1-9]\d{0,11})$", text, re.ASCII)
        help_ = f"write Q{found[1]}" if found else "write its number with the Q, such as Q858"
        raise Fault("malformed-wikidata", f'"{shown(text)}" is not an item of Wikidata', help_)
    return text


LANGUAGES: dict[str, Language] = {
    "line": line,
    "prose": prose,
    "id": identifier,
    "day": day,
    "date": dates.read,
    "quantity": quantities.read,
    "address": address,
    "base-address": base_address,
    "path": path,
    "language": language_tag,
    "country": country,
    "latitude": latitude,
    "longitude": longitude,
    "digits": digits,
    "pcode": pcode,
    "wikidata": wikidata,
}
