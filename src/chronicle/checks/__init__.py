"""The rules of a chronicle: each looks at all of it and yields the problems that it finds."""

from collections.abc import Callable, Iterator

from chronicle.checks.accounts import points, speakers
from chronicle.checks.addresses import addresses
from chronicle.checks.aggregates import circles, part_dates, part_places, sums
from chronicle.checks.dates import dates, weekdays
from chronicle.checks.duplicates import duplicates
from chronicle.checks.languages import languages
from chronicle.checks.notes import notes
from chronicle.checks.nouns import nouns
from chronicle.checks.sources import sources
from chronicle.checks.texts import quotations, titles
from chronicle.checks.ties import ties
from chronicle.link.chronicle import Chronicle
from chronicle.problems.problem import Problem

Rule = Callable[[Chronicle], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    addresses,
    circles,
    dates,
    duplicates,
    languages,
    notes,
    nouns,
    part_dates,
    part_places,
    points,
    quotations,
    sources,
    speakers,
    sums,
    ties,
    titles,
    weekdays,
)


def check(chronicle: Chronicle) -> list[Problem]:
    """Return the problems that all rules find, rule by rule."""
    return [problem for rule in RULES for problem in rule(chronicle)]
