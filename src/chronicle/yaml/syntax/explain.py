"""The parser's complaints in an editor's words."""

from collections.abc import Callable

from chronicle.yaml.source import Finding
from chronicle.yaml.syntax import brackets, colons, indentation, quotes, unquoted
from chronicle.yaml.syntax.failure import Failure

_Rule = Callable[[Failure], Finding | None]


def second_document(failure: Failure) -> Finding | None:
    """Text after the line that ends the record."""
    if "document start" not in failure.says or failure.last is None:
        return None
    return Finding("yaml-documents", "the record ended above this line", failure.at, failure.line.end)


def unreadable(failure: Failure) -> Finding:
    """A line of which nothing better can be said."""
    return Finding(
        "yaml-syntax",
        "this cannot be read from here on",
        failure.at,
        failure.at + 1,
        "compare it with the line above; a text with signs in it is safe between quotes",
    )


# The first that knows the fault explains it: those that are sure of it stand before those that guess.
_RULES: tuple[_Rule, ...] = (
    indentation.tab,
    second_document,
    quotes.unclosed,
    quotes.backslash,
    colons.without_colon,
    brackets.unclosed,
    brackets.superfluous,
    brackets.empty_item,
    brackets.dashes,
    unquoted.header_with_text,
    unquoted.list_beside_key,
    unquoted.arabic_comma,
    unquoted.must_be_quoted,
    indentation.too_deep,
    indentation.misaligned,
)


def explain(failure: Failure) -> Finding:
    """Return what is wrong where the parser stopped, and how to mend it where that is known."""
    for rule in _RULES:
        finding = rule(failure)
        if finding:
            return finding
    return unreadable(failure)
