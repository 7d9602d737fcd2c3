from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml_texts import dumped, prose, styles, trees

from chronicle.yaml.positions import positions
from chronicle.yaml.tree import Node, read

SIGNS = [*"\"'[]{}:,-#&*!|>%@`\\?=~ \t\n\r", ": ", ", ", "- ", "\n  ", "\n    ", " #", "---\n", "...\n", "<<: ", ">-\n"]
WORDS = ["a", "title", "400,000", "é", "😀", "، ", "\\u202e"]
UNSEEN = ["\xa0", "\u200f", "\x00", "\r\n", "\u2028", "\x85", "\ufeff"]
yaml_like = st.lists(st.sampled_from(SIGNS + WORDS + UNSEEN), max_size=40).map("".join)


def check(data: bytes) -> None:
    """Read bytes in every way; what must hold of any file whatever holds of them."""
    tree, problems = read(data, 10_000)
    places = positions(data)
    assert tree is not None or problems
    for problem in problems:
        assert problem.message
        if problem.line:
            assert problem.excerpt == places.line(problem.line)
            assert 1 <= problem.column <= len(problem.excerpt) + 1
            assert 1 <= problem.length <= max(1, len(problem.excerpt) - problem.column + 1)
    if tree is not None:
        check_places(tree, places.value, places.key, ())


def check_places(tree: Node, value: Any, key: Any, path: tuple[str | int, ...]) -> None:
    inner: list[tuple[str | int, Node]] = []
    if isinstance(tree, dict):
        inner = list(tree.items())
    elif isinstance(tree, list):
        inner = list(enumerate(tree))
    for step, node in inner:
        assert value((*path, step)) >= value(path)[:2]
        assert key((*path, step)) >= value(path)[:2]
        check_places(node, value, key, (*path, step))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize("with_libyaml", [True, False], ids=["libyaml", "python"])
@given(text=st.one_of(yaml_like, st.text(max_size=60)))
def test_any_text_is_read_without_an_error(text: str, with_libyaml: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", with_libyaml)
        check(text.encode(errors="replace"))


@given(trees(prose), styles)
def test_a_dumped_tree_reads_back_the_same(tree: Node, style: dict[str, Any]) -> None:
    text = dumped(tree, **style)
    assert read(text.encode(), 1_000_000) == (tree, ())


@given(trees(prose), styles)
def test_both_parsers_read_the_same(tree: Node, style: dict[str, Any]) -> None:
    data = dumped(tree, **style).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        in_python = read(data, 1_000_000), positions(data)
    assert in_python == (read(data, 1_000_000), positions(data))
