"""What the parser of YAML tells, from libyaml where it is there."""

from typing import Any, NamedTuple, Protocol

import yaml

from chronicle.problems.problem import Field

LEVELS = 20
"""How many lists and maps may stand inside one another."""


class Parser(Protocol):
    """One text, read event by event."""

    def get_event(self) -> Any:
        """Return the next event, None after the last; raise yaml.MarkedYAMLError at a fault of syntax."""


def parser(text: str) -> Parser:
    """Return a parser of `text`: libyaml's, or the much slower one in Python where libyaml is missing."""
    return yaml.CBaseLoader(text) if yaml.__with_libyaml__ else yaml.BaseLoader(text)


class Visit(NamedTuple):
    """One node of a text."""

    event: Any
    path: Field
    """The way to the node; of a key, the way to its value."""
    is_key: bool = False
    holder: str = ""
    """What the node stands in: "flow list", "block map" and so on; "" for the root."""

    @property
    def start(self) -> int:
        """The index of the node's first character; of an empty one, the index where it should stand."""
        return int(self.event.start_mark.index)

    @property
    def end(self) -> int:
        """The index after a scalar's last character; after the opening of a list or map."""
        return int(self.event.end_mark.index)

    @property
    def text(self) -> str:
        """A scalar's value, an alias as `*name`; "" for a list or map."""
        if isinstance(self.event, yaml.AliasEvent):
            return f"*{self.event.anchor}"
        return str(getattr(self.event, "value", ""))

    @property
    def is_plain(self) -> bool:
        """Whether the node is a text without quotes, beside its key."""
        return isinstance(self.event, yaml.ScalarEvent) and not self.event.style

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written where the node should stand."""
        return self.is_plain and not self.event.value


class Collection:
    """A list or map whose end is still to come."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.is_map = isinstance(visit.event, yaml.MappingStartEvent)
        self.is_flow = bool(visit.event.flow_style)
        self._holder = f"{'flow' if self.is_flow else 'block'} {'map' if self.is_map else 'list'}"
        self._count = 0
        self._key: Field = ()

    def next(self, event: Any) -> Visit:
        """Return the collection's next node."""
        if not self.is_map:
            self._count += 1
            return Visit(event, (*self.visit.path, self._count - 1), False, self._holder)
        if self._key:
            path, self._key = self._key, ()
            return Visit(event, path, False, self._holder)
        self._key = (*self.visit.path, Visit(event, ()).text)
        return Visit(event, self._key, True, self._holder)


class Walk:
    """A walk through the first document of a text, node by node.

    It ends early, without an error, at the first list or map inside LEVELS others. A second document is one visit
    more, of its DocumentStartEvent. What stands inside a key that is itself a list or map has the key "" in its path.
    """

    def __init__(self, text: str) -> None:
        self.visits: list[Visit] = []
        """The nodes met so far, in the order of the text."""
        self.open: list[Collection] = []
        """The lists and maps around the place that the walk has come to."""
        self._next = parser(text).get_event

    def go(self) -> None:
        """Walk to the end; raise yaml.MarkedYAMLError at a fault of syntax, with what came before it in `visits`."""
        documents = 0
        while (event := self._next()) is not None:
            if isinstance(event, yaml.NodeEvent):
                if not self._enter(event):
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self.visits.append(Visit(event, ()))
                    return

    def _enter(self, event: Any) -> bool:
        visit = self.open[-1].next(event) if self.open else Visit(event, ())
        self.visits.append(visit)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self.open) == LEVELS:
                return False
            self.open.append(Collection(visit))
        return True
