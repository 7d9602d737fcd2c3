"""Numbers on pages: quantities in their wording, and totals with what they rest on."""

from collections.abc import Iterable

from chronicle.link.totals import Measure, tally
from chronicle.pages.site import Site
from chronicle.quantities import Quantity
from chronicle.quantities import Total as Sum
from chronicle.views.pieces import Figure, Total
from chronicle.wording.quantities import quantity_words, range_words

_CERTAINTY = {"exact": "certain", "none": "certain", "range": "span", "about": "approximate"}
_SHOWN = 6
_CASUALTIES = ("killed", "injured", "captured")


def figure(site: Site, noun: str, quantity: Quantity, *, cumulative: bool = False) -> Figure:
    """Return a quantity in its source's wording, with its bounds where the wording does not say them."""
    return Figure(noun, quantity_words(quantity, site.words), _bounds(site, quantity), certainty(quantity), cumulative)


def certainty(quantity: Quantity) -> str:
    """Return the word of the one visual grammar for how certain a number is."""
    return _CERTAINTY.get(quantity.form, "possible")


def _bounds(site: Site, quantity: Quantity) -> str:
    if quantity.form in ("over", "under", "word"):
        key = "plan.bounds_by_convention" if quantity.conventional else "plan.bounds"
        return site.words(key, range=range_words(quantity.least, quantity.most, site.words))
    return ""


def totals(site: Site, certain: Iterable[int], possible: Iterable[int], href: str) -> tuple[Total, ...]:
    """Return what events come to: happenings first, then casualties, then the quantities that most records have."""
    found = tally(site.facets.additions, certain, possible)
    rows = sorted(found.items(), key=lambda item: _rank(*item))
    return tuple(_total(site, measure, each, href) for measure, each in rows[:_SHOWN])


def _rank(measure: Measure, total: Sum) -> tuple[int, int, str]:
    """Order measures: occurrences, then casualties, then nouns by the number of records that have them."""
    groups = ("occurrences", *_CASUALTIES, "quantity")
    return (groups.index(measure.kind), -total.records if measure.noun else -(10**9), measure.noun)


def _total(site: Site, measure: Measure, total: Sum, href: str) -> Total:
    return Total(_label(site, measure), total_words(site, total), basis(site, total), href)


def _label(site: Site, measure: Measure) -> str:
    if measure.kind in _CASUALTIES:
        word = site.words(f"casualty.{measure.kind}")
        return site.words("plan.casualties_of", what=word, group=_group(site, measure.noun)) if measure.noun else word
    return measure.noun or site.words("plan.happenings")


def _group(site: Site, group: str) -> str:
    """Return a registered actor's own name where an id or another spelling of it was written."""
    found = site.chronicle.registers.actors.index.lookup(group)
    return site.actor(found[0]).label if len(found) == 1 else group


def total_words(site: Site, total: Sum) -> str:
    """Return a total as a range; what approximate figures come to is said apart, as it bounds nothing."""
    words = site.words
    if total.records == total.unnumbered:
        return words("quantity.unknown")
    if not total.about:
        return range_words(total.least, total.most, words)
    about = words.number(total.about)
    if total.least == 0:
        return words("plan.about", number=about)
    return words("plan.and_about", range=words("quantity.at-least", number=total.least), number=about)


def basis(site: Site, total: Sum) -> str:
    """Return what a total rests on: its records, those without a number, and the convention on words."""
    words = site.words
    said = [words.count("plan.records", total.records)]
    if total.unnumbered:
        said.append(words.count("plan.unnumbered", total.unnumbered))
    if total.conventional:
        said.append(words("plan.conventional"))
    return words("plan.separator").join(said)
