"""Trees, and the texts that say them."""

from typing import Any

import yaml
from hypothesis import strategies as st

from chronicle.yaml.characters import forbids
from chronicle.yaml.tree import Node


class PlainDumper(yaml.SafeDumper):
    """Writes a tree out in full, without anchors."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def dumped(tree: Node, **style: Any) -> str:
    return str(yaml.dump(tree, Dumper=PlainDumper, width=1_000_000, **style))


# The dumper writes what is not text for others; characters that records refuse have tests of their own.
texts = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn"]), max_size=20).filter(
    lambda text: not forbids(text)
)
prose = st.one_of(texts, st.lists(texts, max_size=3).map("\n".join))
keys = st.text(st.characters(whitelist_categories=["L", "N", "P", "S"]), min_size=1, max_size=8).filter(
    lambda text: not forbids(text)
)
styles = st.fixed_dictionaries(
    {
        "default_style": st.sampled_from([None, "'", '"']),
        "default_flow_style": st.booleans(),
        "allow_unicode": st.booleans(),
    }
)


def trees(values: st.SearchStrategy[str]) -> st.SearchStrategy[Node]:
    inner = st.recursive(
        values,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
        max_leaves=12,
    )
    return st.dictionaries(keys, inner, max_size=4)
