"""What is said of a fault against a schema, and its way out."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Fault, Field
from chronicle.schema.languages import shown
from chronicle.yaml.tree import Node


class Finding(NamedTuple):
    """One fault in a tree: where (at the key rather than the value with `on_key`), what, and the way out.

    `lost` is the smallest part of the tree that has to be left out so that the rest can be read; `meant` is the known
    key that an unknown one is taken for, "" where there is none.
    """

    field: Field
    on_key: bool
    code: str
    message: str
    help: str
    lost: Field
    meant: str = ""


_SHAPES: dict[type, str] = {str: "text", list: "a list", dict: "a mapping"}
_LONGEST_SHOWN = 60
_LIKE_ENOUGH = 0.67


def shapes(kinds: Iterable[type]) -> str:
    """Return "text or a list" for what a value may be."""
    return " or ".join(_SHAPES[kind] for kind in kinds)


def named(field: Field) -> str:
    """Name a field by its last key, for a message."""
    if not field:
        return "this record"
    if isinstance(field[-1], str):
        return f'"{field[-1]}"'
    key = next((part for part in reversed(field) if isinstance(part, str)), "")
    return f'item {field[-1] + 1} of "{key}"' if key else f"item {field[-1] + 1}"


def at(field: Field, code: str, message: str, help: str = "", *, on_key: bool = False) -> Finding:  # noqa: A002 - the word of every diagnostic
    """Return a finding for which all that stands at `field` is lost."""
    return Finding(field, on_key, code, message, help, field)


def unread(field: Field, fault: Fault) -> Finding:
    """Return the finding of a text that its small language refuses."""
    return at(field, fault.code, str(fault), fault.help)


def empty(field: Field, *, required: bool = False) -> Finding:
    """Return the finding of a value that holds nothing: absence is said by leaving the key out."""
    if not field:
        way_out = "write its keys below, or remove it"
    elif required:
        way_out = "write unknown where nothing is known" if field[-1:] == ("date",) else "write a value: it is required"
    else:
        way_out = "remove the item" if field and isinstance(field[-1], int) else ""
    return at(field, "empty-value", f"{named(field)} is empty", way_out)


def unknown_word(field: Field, word: str, known: Sequence[str]) -> Finding:
    """Return the finding of a word that is none of the few that may stand here."""
    near = nearest(word, known)
    choice = f"{', '.join(known[:-1])} or {known[-1]}" if known[1:] else known[0]
    way_out = f"did you mean {near}? Write {choice}" if near else f"write {choice}"
    return at(field, "unknown-word", f'"{shown(word)}" is none of the words for {named(_key(field))}', way_out)


def unknown_key(field: Field, key: str, present: Collection[str], known: Sequence[str], home: str) -> Finding:
    """Return the finding of a key that the mapping at `field` does not have; `home` says where else it belongs."""
    absent = [each for each in known if each not in present]
    near = None if home else nearest(key, absent, _LIKE_ENOUGH) or nearest(key, known, _LIKE_ENOUGH)
    if near in present:
        way_out = f'"{near}" stands here already'
    else:
        way_out = f"did you mean {near}?" if near else home or f"known here: {', '.join(known)}"
    place = (*field, key)
    found = at(place, "unknown-key", f'there is no key "{shown(key)}" here', way_out, on_key=True)
    return found._replace(meant=near or "")


def spaced_key(field: Field) -> Finding:
    """Return the finding of a key that begins or ends with a space, which would make it another than it looks."""
    key = str(field[-1])
    message = f'the key "{key}" begins or ends with a space'
    return at(field, "malformed-text", message, f"write {key.strip()}:", on_key=True)


def missing_key(field: Field, key: str, required: Sequence[str]) -> Finding:
    """Return the finding of a required key that the mapping at `field` lacks."""
    others = f"; required here: {', '.join(required)}" if required[1:] else ""
    found = at((*field, key), "missing-key", f'"{key}" is missing', f"write {key}: and its value{others}", on_key=True)
    return found._replace(lost=field)


def wrong_kind(field: Field, wanted: Collection[type], node: Node, keys: Sequence[str] = ()) -> Finding:
    """Return the finding of a text, list or mapping where another is wanted; `keys` are those of a wanted mapping, the
    one that a text would stand for first.
    """
    message = f"{named(field)} must be {shapes(wanted)}, not {_SHAPES[type(node)]}"
    return at(field, "wrong-kind", message, _in_the_wanted_kind(field, wanted, node, keys))


def wrong_length(field: Field, node: Node, wanted: int) -> Finding:
    """Return the finding of a list that has not as many values as are wanted."""
    count = len(node) if isinstance(node, list) else 1
    decimals = "decimals are written with a dot: " if count == 2 * wanted else ""
    example = "write latitude, then longitude: [37.177, 42.140]"
    return at(field, "wrong-kind", f"{named(field)} must be a list of {wanted} values, not {count}", decimals + example)


def _in_the_wanted_kind(field: Field, wanted: Collection[type], node: Node, keys: Sequence[str]) -> str:
    """Return the mended line where there is one."""
    key = field[-1] if field and isinstance(field[-1], str) else ""
    lead = f"{key}: " if key else "- "
    if not field:
        return "write its keys without dashes" if isinstance(node, list) else f"give it keys, such as {keys[0]}: …"
    if isinstance(node, str) and list in wanted and keys:
        return f"each of its items has keys of its own: {', '.join(keys)}"
    if isinstance(node, str) and list in wanted and key:
        return f"write {key}: [{_flow_items(node)}]" if _is_short(node) else f'write {key}: ["…"]'
    if isinstance(node, str) and keys:
        return f"write {lead}{{{keys[0]}: {flow(node)}}}" if _is_short(node) else f"it has keys: {', '.join(keys)}"
    if isinstance(node, str) and str not in wanted:
        return "write its keys below it, indented, or between braces"
    if isinstance(node, dict) and list in wanted:
        return _as_item(lead, node)
    if isinstance(node, list) and len(node) == 1 and isinstance(node[0], str) and str in wanted:
        return f"write {lead}{flow(node[0])}"
    if isinstance(node, list) and str not in wanted:
        return "write its keys without dashes"
    return f"write one text; quote it, if the {'brackets' if isinstance(node, list) else 'braces'} belong to it"


def _as_item(lead: str, node: dict[str, Node]) -> str:
    written = ", ".join(f"{key}: {flow(value)}" for key, value in node.items() if isinstance(value, str))
    if len(node) < 4 and _is_short(written) and all(isinstance(value, str) for value in node.values()):
        return f"write {lead}[{{{written}}}]"
    return "put a dash before its first key, as it is one item of a list"


def _flow_items(text: str) -> str:
    """Return a text as the items between brackets: commas are taken to divide them."""
    return ", ".join(flow(item.strip()) for item in text.split(",") if item.strip())


def flow(text: str) -> str:
    """Return a text as it is written between brackets and braces."""
    return text if re.fullmatch(r"[\w(/.][\w ()/.'%-]*", text) else json.dumps(text, ensure_ascii=False)


def _is_short(text: str) -> bool:
    return "\n" not in text and len(text) <= _LONGEST_SHOWN


def _key(field: Field) -> Field:
    """Return the field up to its last key: an item is named by its list."""
    while field and isinstance(field[-1], int):
        field = field[:-1]
    return field
