"""What could not be read of a record, and where its other parts are written for all that."""

from collections.abc import Iterable

from chronicle.problems.problem import Field


def written(lost: Iterable[Field], field: Field) -> Field:
    """Return where a field of a record is written, if `lost` is left out of it: list items that are lost count too."""
    if not lost:
        return field
    found: list[str | int] = []
    for part in field:
        prefix = tuple(found)
        found.append(part if isinstance(part, str) else _index(lost, prefix, part))
    return tuple(found)


def touches(lost: Iterable[Field], field: Field) -> bool:
    """Tell whether one of the lost fields is `field`, lies in it or has it within."""
    return any(each[: len(field)] == field[: len(each)] for each in lost)


def _index(lost: Iterable[Field], prefix: Field, index: int) -> int:
    items = [gap[-1] for gap in lost if gap and gap[:-1] == prefix]
    for missing in sorted({item for item in items if isinstance(item, int)}):
        index += missing <= index
    return index
