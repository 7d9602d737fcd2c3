"""The bytes of exports, as a site has them."""

from collections.abc import Iterable

from chronicle.exports.export import Export


def composed(exports: Iterable[Export]) -> dict[str, bytes]:
    """Return the bytes of exports by their paths."""
    return {export.path: export.compose() for export in exports}
