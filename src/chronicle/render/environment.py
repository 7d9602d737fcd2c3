"""The environment of templates: how they are found and compiled, and what all of them know."""

import re
from collections.abc import Mapping, MutableMapping
from pathlib import Path

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

from chronicle.render.markdown import MarkdownFilter
from chronicle.wording.words import Words

_SPECIAL = re.compile("[&<>\"']")


def escaped(value: object) -> str:
    """Return a value as text in which nothing is markup but what is marked as such.

    Few texts have a character that needs it, and to mark a text takes several times as long as to look.
    """
    return value if type(value) is str and not _SPECIAL.search(value) else escape(value)


class _CodeGenerator(CodeGenerator):
    """Writes templates so that what they put out goes through `escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write(f"environment.escaped({finalize.src or ''}")


class Environment(jinja2.Environment):
    """Looks for templates through folders in their order; they know the words and what else is `known`."""

    code_generator_class = _CodeGenerator
    escaped = staticmethod(escaped)

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
        self._known: dict[str, jinja2.Template] = {}

    def make_globals(self, d: MutableMapping[str, object] | None) -> dict[str, object]:
        """Return the globals of a template as one dict, which takes a tenth of the time of a chain of them to copy."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - as it is called where it comes from
    ) -> jinja2.Template:
        """Return a template, which is found and compiled once."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._known:
            self._known[name] = super().get_template(name, parent)
        return self._known[name]

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
