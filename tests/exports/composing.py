"""The bytes of exports, as a site has them."""

from collections.abc import Iterable

from chronicle.dates import month
from chronicle.exports.export import Export, Years, by_year
from chronicle.link.chronicle import Chronicle


def composed(exports: Iterable[Export]) -> dict[str, bytes]:
    """Return the bytes of exports by their paths."""
    return {export.path: export.compose() for export in exports}


def years(chronicle: Chronicle) -> Years:
    """Return the events of each year of a chronicle."""
    return by_year({id_: month(event.when.date) for id_, event in chronicle.events.items()})
