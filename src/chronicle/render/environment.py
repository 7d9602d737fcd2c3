"""The environment of templates: how they are found and compiled, and what all of them know."""

from collections.abc import Mapping
from pathlib import Path

import jinja2
from jinja2 import nodes

from chronicle.render.markdown import MarkdownFilter
from chronicle.wording.words import Words


class Environment(jinja2.Environment):
    """Looks for templates through folders in their order; they know the words and what else is `known`."""

    def __init__(self, folders: tuple[Path, ...], words: Words, known: Mapping[str, object]) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.globals |= {"word": words, "count": words.count, **known}
        self.filters["markdown"] = MarkdownFilter()
        self._words = words

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Compile a template with its phrases in it, as those without values are the same on every page."""
        if all(found.ctx == "load" for found in source.find_all(nodes.Name) if found.name == "word"):
            for output in source.find_all(nodes.Output):
                output.nodes = [self._worded(node) for node in output.nodes]
        return super()._generate(source, name, filename, defer_init)

    def _worded(self, node: nodes.Expr) -> nodes.Expr:
        """Return the phrase that `word("key")` gives; a key without words stays, to be a fault where it is met."""
        match node:
            case nodes.Call(node=nodes.Name(name="word"), args=[nodes.Const(value=str() as key)], kwargs=[]):
                phrase = self._words.phrases.get(key, "{")
                return node if "{" in phrase else nodes.Const(phrase, lineno=node.lineno)
        return node
