"""The rules of a chronicle: some judge its events one by one, some its registers, some all of it at once."""

from collections.abc import Callable, Collection, Iterable, Iterator

from chronicle.checks.accounts import points, speakers
from chronicle.checks.addresses import addresses, register_addresses
from chronicle.checks.aggregates import circles, part_dates, part_places, sums
from chronicle.checks.dates import dates, weekdays
from chronicle.checks.duplicates import alike, duplicates
from chronicle.checks.languages import languages, register_languages
from chronicle.checks.notes import notes, source_notes
from chronicle.checks.nouns import nouns
from chronicle.checks.sources import sources
from chronicle.checks.texts import quotations, titles
from chronicle.checks.ties import ties
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.problems.problem import Problem

EventRule = Callable[[Chronicle, Iterable[Event]], Iterator[Problem]]
"""Yields the problems in the files of the given events, whatever other events are given."""

Rule = Callable[[Chronicle], Iterator[Problem]]

EVENT_RULES: tuple[EventRule, ...] = (
    addresses,
    dates,
    duplicates,
    languages,
    notes,
    part_dates,
    part_places,
    points,
    quotations,
    speakers,
    sums,
    ties,
    titles,
    weekdays,
)
REGISTER_RULES: tuple[Rule, ...] = (register_addresses, register_languages, source_notes, sources)
WHOLE_RULES: tuple[Rule, ...] = (circles, nouns)
WHOLE_CODES = frozenset({"circle", "single-noun"})
"""The codes of their problems, which no other rule has."""


def check(chronicle: Chronicle) -> list[Problem]:
    """Return the problems that all rules find, rule by rule."""
    return [
        *_judged(chronicle, tuple(chronicle.events.values())),
        *check_registers(chronicle),
        *check_whole(chronicle),
    ]


def check_events(chronicle: Chronicle, ids: Collection[str]) -> list[Problem]:
    """Return the problems that the rules of single events find in the files of these events.

    When one of two chronicles has the other's registers, settings and signposts, and `ids` are all events that are in
    one of the two alone or differ by their own files, then the problems of `check_events` differ only in files of the
    events that are `affected` by `ids` in the one or in the other: all others stand.
    """
    return _judged(chronicle, [chronicle.events[id_] for id_ in sorted(set(ids)) if id_ in chronicle.events])


def check_registers(chronicle: Chronicle) -> list[Problem]:
    """Return the problems in registers, settings and signposts, which depend on nothing else."""
    return [problem for rule in REGISTER_RULES for problem in rule(chronicle)]


def check_whole(chronicle: Chronicle) -> list[Problem]:
    """Return the problems that one event can cause in the file of any other: circles of parts (`circle`), and nouns
    that are used once (`single-noun`).
    """
    return [problem for rule in WHOLE_RULES for problem in rule(chronicle)]


def affected(chronicle: Chronicle, ids: Collection[str]) -> set[str]:
    """Return the events whose problems of `check_events` rest on these: themselves as far as they are events of the
    chronicle, their parts all the way down, what is tied to them, and what may be the same as one of them or of their
    parts.
    """
    own = {id_ for id_ in ids if id_ in chronicle.events}
    tied: set[str] = set()
    for event in map(chronicle.events.__getitem__, own):
        tied.update(tie.event for tie in (*event.wholes, *event.parts, *event.same_as))
        tied.update(event.distinct_from)
    # Parts of one whole are no duplicates, so a tie of the whole's own decides for them too.
    downward = _with_parts(chronicle, own)
    return downward | tied | alike(chronicle, [chronicle.events[id_] for id_ in downward])


def _with_parts(chronicle: Chronicle, ids: Iterable[str]) -> set[str]:
    found = set(ids)
    ahead = list(found)
    for id_ in ahead:
        below = {tie.event for tie in chronicle.events[id_].parts} - found
        found |= below
        ahead += below
    return found


def _judged(chronicle: Chronicle, events: Collection[Event]) -> list[Problem]:
    return [problem for rule in EVENT_RULES for problem in rule(chronicle, events)]
