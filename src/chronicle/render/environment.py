"""The environment of templates: how they are found and compiled, and what all of them know."""

import warnings
from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from chronicle.render.markdown import MarkdownFilter
from chronicle.render.straight import StraightCode
from chronicle.wording.words import Words


def escaped(value: object) -> str:
    """Return a value as text in which nothing is markup but what is marked as such.

    Few texts have a character that needs it, and to mark a text takes several times as long as to look for each.
    """
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    return value if type(value) is Markup else escape(value)


def both(first: object, second: object) -> str:
    """Return two values one after the other as such texts."""
    if type(first) is str and type(second) is str:
        return escaped(first + second)
    return "".join((escaped(first), escaped(second)))


class TemplateFiles(jinja2.FileSystemLoader):
    """The templates that lie in some folders, a name's first one; each is read once, so a build has one of each."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__([str(folder) for folder in folders])
        self.known: dict[str, tuple[str, str, Callable[[], bool]]] = {}

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source of a template, its file, and what tells that it did not change."""
        if template not in self.known:
            self.known[template] = super().get_source(environment, template)
        return self.known[template]


class Environment(jinja2.Environment):
    """Finds templates, which know the words and what else is `known`.

    Their code is `straight` or Jinja's own, or comes from `codes`.
    """

    escaped = staticmethod(escaped)
    both = staticmethod(both)

    def __init__(
        self,
        templates: TemplateFiles,
        words: Words,
        known: Mapping[str, object] | None = None,
        *,
        straight: bool = True,
        codes: jinja2.BytecodeCache | None = None,
    ) -> None:
        super().__init__(
            loader=templates,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=codes,
        )
        self.code_generator_class = partial(StraightCode, includable={}) if straight else CodeGenerator  # type: ignore[assignment]  # it is called alone
        self.globals |= {"word": words, "count": words.count, **(known or {})}
        self.filters["markdown"] = MarkdownFilter()
        self.words = words
        self._known: dict[str, jinja2.Template] = {}
        self._trees: dict[tuple[str | None, str], nodes.Template] = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template once, as many are included by several others."""
        if (name, source) not in self._trees:
            self._trees[name, source] = super()._parse(source, name, filename)
        return self._trees[name, source]

    def _compile(self, source: str, filename: str) -> CodeType:
        """Compile code of ours, of which nobody can mend what Python warns of."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return super()._compile(source, filename)

    def lay_out(self, template: str, given: Mapping[str, object]) -> str:
        """Return what a template makes of what it is given; raise whatever error there is, where it is."""
        found = self.get_template(template)
        return self.concat(found.root_render_func(found.new_context(dict(given))))

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
