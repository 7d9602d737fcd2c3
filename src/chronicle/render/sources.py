"""The sources of templates, and which other templates each of them names."""

import hashlib
from collections.abc import Iterator, Mapping

import jinja2
import msgspec
from jinja2 import nodes

from chronicle.problems.problem import Problem
from chronicle.render.faults import Faults, TemplateFault, said
from chronicle.render.fragments import FUNCTIONS
from chronicle.views.frame import Frame
from chronicle.wording.words import Words

_NAMING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class Named(msgspec.Struct, frozen=True, array_like=True):
    """A template that another one names in a line, as a fragment or to extend, include or import it."""

    template: str
    line: int
    fragment: bool


def digest(sources: Mapping[str, str], words: Words, frame: Frame | None = None) -> bytes:
    """Return a digest of sources of templates by name, of words and of a frame (SHA-256, the first 128 bit)."""
    content = msgspec.msgpack.encode((sorted(sources.items()), words.fingerprint, frame))
    return hashlib.sha256(content).digest()[:16]


class Sources:
    """What an environment's templates are made of; `known` are those of which it is known what they name.

    Everything raises TemplateFault where a template is missing, cannot be read, or is named by a computed expression.
    """

    def __init__(
        self, environment: jinja2.Environment, faults: Faults, known: Mapping[str, tuple[Named, ...]] | None = None
    ) -> None:
        self._environment = environment
        self._faults = faults
        self.known = dict(known or {})

    def all_of(self, template: str) -> Mapping[str, str]:
        """Return the source of a template and of all that it names, and those name, by their names."""
        found = {template: self._source(template, template, 0)}
        ahead = [template]
        for name in ahead:
            for each in self._names(name, found[name]):
                if each.template not in found:
                    found[each.template] = self._source(each.template, name, each.line)
                    ahead.append(each.template)
        return found

    def named(self, template: str) -> tuple[Named, ...]:
        """Return what a template names itself."""
        return self._names(template, self._source(template, template, 0))

    def _names(self, name: str, source: str) -> tuple[Named, ...]:
        if name not in self.known:
            self.known[name] = tuple(self._parsed(name, source))
        return self.known[name]

    def _parsed(self, name: str, source: str) -> Iterator[Named]:
        try:
            tree = self._environment.parse(source, name)
        except jinja2.TemplateSyntaxError as error:
            raise self._faults.at(name, error.lineno, f"{error.message}") from None
        for node, wanted in _named(tree):
            if wanted is None:
                raise self._faults.at(name, node.lineno, "this names a template by a computed expression")
            yield Named(wanted, node.lineno, isinstance(node, nodes.Name))

    def _source(self, name: str, wanted_by: str, line: int) -> str:
        loader = self._environment.loader
        assert loader is not None  # noqa: S101 - every environment of ours has one
        try:
            return loader.get_source(self._environment, name)[0]
        except jinja2.TemplateNotFound as error:
            raise self._faults.at(wanted_by, line, said(error)) from None
        except UnicodeDecodeError as error:
            raise self._faults.at(name, 0, said(error)) from None
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            problem = Problem(code="unreadable-file", message=message, file=f"templates/{name}")
            raise TemplateFault(problem) from None


def _named(tree: nodes.Template) -> Iterator[tuple[nodes.Node, str | None]]:
    """Yield every node that names a template, with the name, or None where it is computed."""
    for node in tree.find_all(_NAMING):
        yield node, _literal(getattr(node, "template", None))
    calls = {id(call.node): call for call in tree.find_all(nodes.Call)}
    for function in tree.find_all(nodes.Name):
        if function.name in FUNCTIONS:
            # Under another name it could be called with anything.
            call = calls.get(id(function))
            yield function, _literal(call.args[0]) if call and call.args else None


def _literal(expression: nodes.Node | None) -> str | None:
    return expression.value if isinstance(expression, nodes.Const) and isinstance(expression.value, str) else None
