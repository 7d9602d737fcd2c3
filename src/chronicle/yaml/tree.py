"""The tree of a text: plain strings, lists and maps."""

from typing import Any, TypeAlias

import yaml

from chronicle.problems.problem import Problem
from chronicle.yaml import characters
from chronicle.yaml.events import LEVELS, parser
from chronicle.yaml.source import Finding
from chronicle.yaml.traps import commas, comments, dashes

Node: TypeAlias = str | list["Node"] | dict[str, "Node"]
"""What a text holds. All scalars are strings as they are written: `no`, `12:30`, `2020`; an empty value is ""."""


def read(data: bytes, limit: int) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the tree of a file's bytes, and every problem of its YAML with its place, in line order.

    The file's name is left for the caller to fill in. There is no tree (None) where the file has more than `limit`
    bytes, is empty, is not UTF-8, is nested too deep, or has a fault of syntax that could not be mended. Else the tree
    is what the file would say if its faults were mended as their help proposes: of two equal keys the first stands,
    anchors and tags are passed over, an alias is the text `*name`, merge keys and lists as keys are left out.
    """
    if len(data) > limit:
        message = f"this file has more than {limit:,} bytes, the most that is read"
        return None, (Problem(code="yaml-size", message=message),)
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return None, (characters.undecodable(data, error),)
    if characters.forbids(text):
        return _inspected(text, None)
    builder = _Builder(text)
    tree = builder.tree()
    if tree is None or builder.odd or _suspect(text):
        return _inspected(text, tree)
    return tree, ()


def _suspect(text: str) -> bool:
    """Tell whether `text` may hold what YAML reads otherwise than it was meant, without a doubt if it does not."""
    return (
        comments.possible(text)
        or dashes.possible(text)
        or "\t" in text
        or "\\" in text
        or commas.possibly_arabic(text)
        or characters.uncommon_space(text) is not None
    )


def _inspected(text: str, tree: Node | None) -> tuple[Node | None, tuple[Problem, ...]]:
    # What explains faults takes as long to load as a hundred records to read, and most chronicles have none.
    from chronicle.yaml.inspection import inspect

    source, problems = inspect(text)
    if not problems and tree is not None:
        return tree, ()
    if not problems:
        return None, (source.problem(Finding("empty-file", "this file is empty", 0, 1)),)
    return _Builder(source.text, dirty=True).tree(), problems


def _goes_on(event: Any) -> bool:
    """Tell whether a text without quotes goes on in the next line."""
    return not event.style and event.start_mark.line != event.end_mark.line


class _TooDeep(Exception):
    """A list or map stands deeper than LEVELS."""


class _Builder:
    """Builds the tree of one text from its events; `odd` tells that the text holds what a plain record does not."""

    def __init__(self, text: str, *, dirty: bool = False) -> None:
        self.odd = dirty
        self._dirty = dirty
        self._event = parser(text).get_event
        self._depth = 0

    def tree(self) -> Node | None:
        """Return the tree of the first document; None where there is nothing, or it cannot be read to its end."""
        try:
            return self._document()
        except (yaml.MarkedYAMLError, _TooDeep):
            self.odd = True
            return None

    def _document(self) -> Node | None:
        self._event()  # the stream begins
        if type(self._event()) is not yaml.DocumentStartEvent:
            return None
        event = self._event()
        tree = self._node(event)
        self._event()  # the document ends
        if type(self._event()) is not yaml.StreamEndEvent:
            self.odd = True
        return None if tree == "" and not event.style else tree

    def _node(self, event: Any) -> Node:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            self.odd = True
            return f"*{event.anchor}"
        if event.anchor is not None or event.tag is not None:
            self.odd = True
        if self._depth == LEVELS:
            raise _TooDeep
        self._depth += 1
        node = self._map(event) if kind is yaml.MappingStartEvent else self._list()
        self._depth -= 1
        return node

    def _scalar(self, event: Any) -> str:
        value: str = event.value
        if event.anchor is not None or event.tag is not None or (" -" in value and _goes_on(event)):
            self.odd = True
        return characters.clean(value) if self._dirty else value

    def _list(self) -> list[Node]:
        nodes: list[Node] = []
        following, scalar, end = self._event, self._scalar, yaml.SequenceEndEvent
        while (kind := type(event := following())) is not end:
            nodes.append(scalar(event) if kind is yaml.ScalarEvent else self._node(event))
        return nodes

    def _map(self, start: Any) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        following, scalar, end = self._event, self._scalar, yaml.MappingEndEvent
        while type(event := following()) is not end:
            key = self._key(event)
            event = following()
            value = scalar(event) if type(event) is yaml.ScalarEvent else self._node(event)
            if key in nodes or not key:
                self.odd = True
            else:
                nodes[key] = value
        if start.flow_style and "" in nodes.values():
            self.odd = True
        return nodes

    def _key(self, event: Any) -> str:
        """Return the key that an event begins, "" if it can be none."""
        key = self._scalar(event) if type(event) is yaml.ScalarEvent else self._node(event)
        if type(key) is not str or (key == "<<" and not event.style):
            return ""
        return characters.clean_key(key) if self._dirty else key
