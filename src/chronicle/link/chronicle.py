"""The chronicle: every event in order, every register, and the way from each entry to its events."""

from collections.abc import Mapping

import msgspec

from chronicle.link.event import Event, When
from chronicle.link.registers import Registers
from chronicle.link.signposts import Signpost
from chronicle.link.totals import Contribution
from chronicle.problems.problem import Field
from chronicle.schema.lost import touches
from chronicle.settings import Settings


class Chronicle(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known, linked; every tuple of event ids is in the chronicle's order.

    `at`, `by` and `of` hold the events of a location, an actor or a type and of all its parts; `from_` those of a
    source; `spoken` those of which an actor gave an account. `published` says when each source appeared,
    `contributions` what each event adds to a total; `lost` are the fields of an event, as its file has them, that could
    not be read or lead nowhere, so that no rule judges them.
    """

    settings: Settings
    registers: Registers
    published: Mapping[str, When]
    events: Mapping[str, Event]
    signposts: Mapping[str, Signpost]
    at: Mapping[str, tuple[str, ...]]
    by: Mapping[str, tuple[str, ...]]
    of: Mapping[str, tuple[str, ...]]
    from_: Mapping[str, tuple[str, ...]]
    spoken: Mapping[str, tuple[str, ...]]
    contributions: Mapping[str, Contribution]
    lost: Mapping[str, tuple[Field, ...]] = {}

    def lacks(self, event: str, *field: str | int) -> bool:
        """Tell whether a field of an event's file, or a part of it, could not be understood."""
        return event in self.lost and touches(self.lost[event], field)
