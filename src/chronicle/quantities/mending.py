"""From what people write for a quantity to the text that says it here."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

Steps = tuple[tuple[str, str], ...]
"""Patterns with what takes their place, in the order in which they are applied."""

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPELLED = {
    **{word: number for number, word in enumerate(f"{_UNITS} {_TEENS}".split(), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
_SPELLED_NUMBER = re.compile(
    rf"\b(?:({'|'.join(_TENS.split())})[ -]({'|'.join(_UNITS.split())})|({'|'.join(_SPELLED)}))\b"
)
_SPLIT_THOUSANDS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ ._'][0-9]{3})+(?![0-9])")
_MULTIPLES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
}
_MULTIPLE = re.compile(rf"(?<![0-9.,])([0-9]{{1,6}}(?:\.[0-9]{{1,6}})?) ?({'|'.join(_MULTIPLES)})s?\b")

_WORDS: Steps = (
    (r"^(?:a total of|in total|total) ", ""),
    (r"^(?:\?+|n/?a|unclear|unspecified|undisclosed|undetermined)(?= |$)", "unknown"),
    (r"^(?:(?:an )?unknown number|number unknown|not (?:known|stated|specified|clear))(?= |$)", "unknown"),
    (r"^no (?:data|figures?|idea|information|numbers?)(?= |$)", "unknown"),
    (r"^(?:no 1|nobody|no|zero|nil|nought)(?= |$)(?! (?:more|fewer|less) than)", "none"),
    (r"^(?:several|a few|few|many|some) (dozen|hundred)s?(?= |$)", r"\1s"),
    (r"^tens of thousands(?= |$)", "at least 20,000"),
    (r"^hundreds of thousands(?= |$)", "at least 200,000"),
    (r"^(?:several |many )?thousands?(?= |$)", "at least 2,000"),
    (r"^(?:several |many |tens of |hundreds of )?millions?(?= |$)", "at least 2,000,000"),
    (r"^tens(?= |$)", "at least 20"),
    (r"^(?:a couple|a pair|both)(?= |$)", "2"),
    (r"^(?:some|a few|few|a number|a handful|various|multiple)(?= [^0-9]|$)", "several"),
    (r"^(?:numerous|countless|plenty|a lot|lots)(?= |$)", "many"),
    (r"\bhalf a dozen\b", "6"),
    (r"\ban? (?=dozen|hundred|thousand|million|billion)", "1 "),
    (r"(?<![0-9] )\bdozen\b", "1 dozen"),
    (r"^(?:a single|single|an?)(?= |$)", "1"),
)
_FIGURES: Steps = (
    (r"(?<![0-9.,])0+(?=[0-9])", ""),
    (r"^- ?(?=[0-9])", ""),
    # two words that turn a third round come before it
    (r"\b(?:no|not) (?:fewer|less) than ", "at least "),
    (r"\b(?:no|not) more than ", "up to "),
    (r"≥ ?|>= ?|\bat the least |\bmin(?:imum|\.)?(?: of)? ", "at least "),
    (r"≤ ?|<= ?|\bat (?:the )?most |\bmax(?:imum|\.)?(?: of)? |\bas many as ", "up to "),
    (r"> ?|\b(?:more|greater) than |\babove |\bupwards of |\bin excess of ", "over "),
    (r"< ?|\b(?:fewer|less) than |\bbelow ", "under "),
    (r"[~≈] ?|\b(?:approx\.?|approximately|around|roughly|circa|ca?\.|ca) ?(?=[0-9])", "about "),
    (r"\b(?:nearly|almost|close to|some) (?=[0-9])", "about "),
    (r"^([0-9,]+) ?\+", r"over \1"),
    (r"^([0-9,]+) or more\b", r"at least \1"),
    (r"^([0-9,]+) or (?:fewer|less)\b", r"up to \1"),
    (r"^([0-9,]+) or so\b", r"about \1"),
    (r"^(?:about )?between ([0-9,]+) and (?=[0-9])", r"\1 to "),
    (
        r"^(?:about )?(?:(?:between|from) )?([0-9,]+) ?(?:-|\.{2,}|…|to|or|through|until) ?(?=[0-9])",
        r"\1 to ",
    ),
    (r"^(?:about|over|at least|up to|under) (?=[0-9.]+ ?%)", ""),
)
_CONJUNCTIONS = frozenset({"and", "not", "or", "per", "to"})
_REASONS: Steps = (
    (r".*[^\D0-9]", "figures are written 0 to 9"),
    (r"-[0-9]", "a count is never negative"),
    (r".*[0-9] ?%", "a share stands alone, from 0% to 100%"),
    (r".*[0-9]\.[0-9]{3}(?![0-9])", "the dot may divide thousands or decimals"),
    (r".*[0-9]\.[0-9]", "a count is a whole number"),
    (
        r".*(?<![0-9,])(?![0-9]{1,3}(?:,[0-9]{3})+(?![0-9,]))[0-9]+,[0-9]",
        "a comma divides thousands, in groups of three digits",
    ),
)


def mended(written: str) -> Iterator[str]:
    """Yield texts that may say what was meant, the fullest first; the caller tries which can be read."""
    words = _rewritten(written).split(" ")
    while words:
        yield " ".join(words)
        # What follows a number is its unit, unless it has a figure of its own or goes on with another.
        last = words.pop()
        if last in _CONJUNCTIONS or any(character.isdigit() for character in last):
            return


def reason(written: str) -> str:
    """Return a headline that states why a text is not a quantity."""
    if not written:
        return "a quantity is empty"
    plain = _one_dash(written)
    why = next((why for pattern, why in _REASONS if re.match(pattern, plain)), "")
    return f'"{written}" is not a quantity' + (f": {why}" if why else "")


def _rewritten(written: str) -> str:
    text = _SPELLED_NUMBER.sub(_in_figures, _one_mark(written.lower()))
    text = _applied(_WORDS, _SPLIT_THOUSANDS.sub(_with_commas, text))
    return _applied(_FIGURES, _MULTIPLE.sub(_multiplied, text))


def _applied(steps: Steps, text: str) -> str:
    for pattern, replacement in steps:
        text = re.sub(pattern, replacement, text)
    return text


def _one_dash(text: str) -> str:
    return re.sub(r"[\u2010-\u2015\u2212]", "-", text)


def _one_mark(text: str) -> str:
    """Write digits of every script as 0 to 9, and dashes, separators and percent signs in one way each."""
    text = "".join(str(unicodedata.decimal(each)) if each.isdecimal() else each for each in _one_dash(text))
    text = text.replace("\u2019", "'").replace("\u066b", ".").replace("\u066c", ",").replace("\u066a", "%")
    return re.sub(r" ?(?:percent|per cent|pct)\b", "%", text)


def _in_figures(match: re.Match[str]) -> str:
    tens, unit, alone = match.groups()
    return str(_SPELLED[alone] if alone else _SPELLED[tens] + _SPELLED[unit])


def _with_commas(match: re.Match[str]) -> str:
    return re.sub(r"[ ._']", ",", match[0])


def _multiplied(match: re.Match[str]) -> str:
    number = Decimal(match[1]) * _MULTIPLES[match[2]]
    return f"{int(number):,}" if number == int(number) else match[0]
