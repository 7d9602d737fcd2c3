"""With whom and against whom an actor took part is counted as event by event."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from chronicle.link.event import Participant
from chronicle.link.link import gathered
from chronicle.pages.actor import actor_pages
from chronicle.pages.site import Site
from chronicle.records.event import ActorRole
from chronicle.views.page import Page
from chronicle.views.pieces import Way
from chronicle.views.registers import ActorView
from written_chronicles import examined

EVENTS = {id_: f"title: {id_}" for id_ in ("one", "two", "three")}
WHOLE, PART, APART, OTHER = "russia", "russian-forces", "turkish-forces", "us-forces"
ROLES: list[ActorRole | None] = [None, "initiator", "partner", "target", "participant"]
ACTING = {"initiator", "partner"}
participants = st.lists(
    st.builds(Participant, st.sampled_from([WHOLE, PART, APART, OTHER]), st.sampled_from(ROLES)), max_size=5
)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory, planned: Callable[[Path], tuple[Site, dict[str, Page]]]) -> Site:
    """Return the site of a few events in which nobody took part."""
    root = tmp_path_factory.mktemp("company")
    examined(root, EVENTS)
    return planned(root)[0]


def counts(ways: tuple[Way, ...]) -> dict[str, int]:
    return {Path(way.name.href).stem: int(way.count.split()[0]) for way in ways}


def company(events: list[list[Participant]], own: set[str]) -> tuple[Counter[str], Counter[str]]:
    partners: Counter[str] = Counter()
    opponents: Counter[str] = Counter()
    for found in events:
        mine = {each.role for each in found if each.actor in own}
        for actor, role in {(each.actor, each.role) for each in found if each.actor not in {WHOLE, PART}}:
            if (role in ACTING and mine & ACTING) or (role == "target" and role in mine):
                partners[actor] += 1
            elif (role == "target" and mine & ACTING) or (role in ACTING and "target" in mine):
                opponents[actor] += 1
    return partners, opponents


@given(st.lists(participants, min_size=len(EVENTS), max_size=len(EVENTS)), st.sampled_from([{WHOLE, PART}, {PART}]))
def test_partners_and_opponents_are_counted_event_by_event(
    quiet: Site, taking_part: list[list[Participant]], own: set[str]
) -> None:
    before, register = quiet.chronicle, quiet.chronicle.registers.actors
    events = {
        id_: replace(event, participants=tuple(found))
        for (id_, event), found in zip(before.events.items(), taking_part, strict=True)
    }
    found = gathered(events, before.registers)
    site = Site(replace(before, events=events, **found._asdict()), quiet.words)
    view = next(iter(actor_pages(site, register.entries[WHOLE if WHOLE in own else PART]))).page().view
    assert isinstance(view, ActorView)
    assert (counts(view.partners), counts(view.opponents)) == company(taking_part, own)
