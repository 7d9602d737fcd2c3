"""The places of an event or of an account, read against the register."""

from chronicle.link.event import Place
from chronicle.link.reader import Reader
from chronicle.problems.problem import Field
from chronicle.records.event import PlaceRecord, Precision
from chronicle.schema.kinds import Line

_CLOSEST_FIRST: tuple[Precision, ...] = (
    "exact",
    "settlement",
    "vicinity",
    "district",
    "governorate",
    "region",
    "country",
)


def places(reader: Reader, written: tuple[Line | PlaceRecord, ...], field: Field) -> tuple[Place, ...]:
    """Return the places that can be found, and report on the others."""
    found: list[Place] = []
    seen: list[Place] = []
    for number, each in enumerate(written):
        place = _place(reader, each, (*field, number))
        if place is None:
            continue
        if reader.repeats(place, seen, (*field, number)):
            reader.report("repeated-item", "this place stands in the list already", (*field, number))
        else:
            found.append(reader.one(place))
    between = [number for number, each in enumerate(written) if not isinstance(each, str) and each.role == "between"]
    if len(between) == 1 and not reader.filed.lacks(*field):
        message = "nothing lies between one place: the other is missing"
        reader.report("lone-between", message, (*field, between[0], "role"))
    return tuple(found)


def _place(reader: Reader, written: Line | PlaceRecord, field: Field) -> Place | None:
    if isinstance(written, str):
        found = reader.location(written, field)
        return Place((found,), "site", reader.registers.locations.record(found).closeness) if found else None
    names = _names(reader, written, field)
    resolved = [reader.location(name, place) for name, place in names]
    known = tuple(dict.fromkeys(each for each in resolved if each))
    if not known:
        return None
    if len(known) == 1 and not (written.name or None in resolved or reader.lacks(*field, "one_of")):
        reader.lose(field)
        message = "one place alone is no choice: one_of names those of which the source does not say which"
        reader.report("one-of-few", message, (*field, "one_of"), f"write name: {names[0][0]}, or add the other place")
    return Place(known, written.role, written.precision or _precision(reader, known), written.as_)


def _names(reader: Reader, written: PlaceRecord, field: Field) -> list[tuple[str, Field]]:
    """Return the names of a place, each with its field, after reporting where there are none, or two kinds of them."""
    if written.name and written.one_of:
        message = "this place has a name, and one_of too"
        reader.report("place-name", message, (*field, "one_of"), on_key=True)
        reader.lose(field)
    elif not (written.name or written.one_of or reader.lacks(*field, "name") or reader.lacks(*field, "one_of")):
        reader.report("place-name", "this place has no name", field)
    if written.name:
        return [(written.name, (*field, "name"))]
    return [(name, (*field, "one_of", number)) for number, name in enumerate(written.one_of)]


def _precision(reader: Reader, locations: tuple[str, ...]) -> Precision:
    """Return what the entries say of their precision, or their kinds do; of several the widest."""
    found = [reader.registers.locations.record(each).closeness for each in locations]
    return max(found, key=_CLOSEST_FIRST.index)
