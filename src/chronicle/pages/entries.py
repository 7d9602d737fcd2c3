"""What the pages of registers show alike: where an entry belongs, and its spellings."""

from collections.abc import Callable, Iterator

from chronicle.link.tree import Tree
from chronicle.pages.site import Site
from chronicle.records.registers import ActorRecord, LocationRecord
from chronicle.views.pieces import Fact, Name


def trails(id_: str, tree: Tree, name: Callable[[str], Name]) -> tuple[tuple[Name, ...], ...]:
    """Return every way from an entry up to a root, the root first; an entry in two wholes has two ways."""
    ways = list(_ways(id_, tree, (id_,)))
    # A way that another one takes as well, with more stops, says nothing more.
    told = [way for way in ways if not any(set(way) < set(other) for other in ways)]
    return tuple(tuple(name(each) for each in way) for way in told)


def _ways(id_: str, tree: Tree, seen: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    wholes = [whole for whole in tree.wholes[id_] if whole not in seen]
    for whole in wholes:
        above = list(_ways(whole, tree, (*seen, whole)))
        yield from ((*way, whole) for way in above or [()])


def facts_of_spellings(site: Site, record: LocationRecord | ActorRecord) -> tuple[tuple[str, str, str], ...]:
    """Return the other names of an entry as (language tag, language in words, name); "" is a spelling of no one
    language.
    """
    found = [("", "", name) for name in record.also]
    for tag, names in record.names.items():
        found += [(tag, language(site, tag), name) for name in ((names,) if isinstance(names, str) else names)]
    return tuple(found)


def language(site: Site, tag: str) -> str:
    """Return a language in words, or its tag where the catalogue has none for it."""
    key = f"language.{tag}"
    return site.words(key) if key in site.words else tag


def fact(site: Site, key: str, *values: str, remark: str = "") -> Fact:
    """Return a row of facts under `plan.fact.<key>`; what the sources do not state is said to be not stated."""
    stated = [Name("", value) for value in values if value]
    return Fact(site.words(f"plan.fact.{key}"), tuple(stated) or (Name("", site.words("plan.not_stated")),), remark)
