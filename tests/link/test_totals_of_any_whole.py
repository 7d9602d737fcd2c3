from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates import Bounds, read
from chronicle.link.event import Amount, Casualties, Count, Event, Tie, When
from chronicle.link.facet import facet
from chronicle.link.totals import OCCURRENCES, Measure, contributions, tally
from chronicle.quantities import ONE, Quantity, Total
from chronicle.quantities import read as quantity

VEHICLES, KILLED = Measure("quantity", "vehicles"), Measure("killed", "residents")
DATE = read("2020-06-07")
measures = st.sampled_from([OCCURRENCES, VEHICLES, KILLED])
numbers = st.integers(1, 9)


def event(id_: str, measure: Measure, stated: Quantity, *, parts: tuple[str, ...] = (), whole: str = "") -> Event:
    """Return an event that states one number."""
    return Event(
        id=id_,
        file="",
        title="",
        type="",
        when=When(DATE, Bounds()),
        count=Count(stated if measure == OCCURRENCES else ONE),
        counted=measure == OCCURRENCES,
        amounts=(Amount("vehicles", stated),) if measure == VEHICLES else (),
        casualties=(Casualties("residents", "Residents", killed=stated),) if measure == KILLED else (),
        parts=tuple(map(Tie, parts)),
        wholes=(Tie(whole),) if whole else (),
    )


def total(events: list[Event], measure: Measure) -> Total:
    added = facet(tuple(each.items()) for each in contributions({each.id: each for each in events}).values())
    return tally(added, range(len(events))).get(measure, Total())


@given(measures, st.lists(numbers, max_size=4), st.integers(0, 9))
def test_a_whole_with_exact_parts_is_counted_exactly(measure: Measure, parts: list[int], more: int) -> None:
    stated = sum(parts) + more
    ids = tuple(f"part-{number}" for number, _ in enumerate(parts))
    events = [event(id_, measure, quantity(str(part)), whole="w") for id_, part in zip(ids, parts, strict=True)]
    events.append(event("w", measure, quantity(str(stated) if stated else "none"), parts=ids))
    found = total(events, measure)
    assert (found.least, found.most) == (stated, stated)


@given(measures, st.lists(numbers, min_size=1, max_size=4), st.data())
def test_what_a_whole_states_in_a_range_holds_the_true_number(
    measure: Measure, parts: list[int], data: st.DataObject
) -> None:
    true = sum(parts) + data.draw(st.integers(0, 9))
    low, high = data.draw(st.integers(1, true)), data.draw(st.integers(true, true + 9))
    ids = tuple(f"part-{number}" for number, _ in enumerate(parts))
    vague = [quantity(f"up to {part + 1}") for part in parts]
    events = [event(id_, measure, part, whole="w") for id_, part in zip(ids, vague, strict=True)]
    events.append(event("w", measure, quantity(f"{low} to {high}" if low < high else str(low)), parts=ids))
    found = total(events, measure)
    assert found.least <= true
    assert found.most is None or true <= found.most
