"""The renderer: a page's bytes in, HTML and what it refers to out."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

import jinja2
import msgspec
from jinja2 import nodes

from chronicle import urls
from chronicle.problems.problem import Problem
from chronicle.render import theme
from chronicle.render.environment import Environment
from chronicle.render.fragments import FUNCTIONS, Fragments, Item
from chronicle.render.markdown import MarkdownFilter
from chronicle.render.references import References
from chronicle.views.frame import Frame
from chronicle.views.page import View
from chronicle.views.views import AnyView
from chronicle.wording.words import Words

_NOT_UTF8 = "a template is not UTF-8"
# What Jinja says of a field that a view has not, with the way through our modules.
_NO_FIELD = re.compile(r"'(?:\w+\.)*(?P<view>\w+) object' has no attribute '(?P<name>\w+)'")
_NAMING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class Letter(msgspec.Struct, frozen=True):
    """What a worker receives of one page, and all that can be on it."""

    path: str
    template: str
    view: AnyView


class Rendered(msgspec.Struct, frozen=True):
    """One file of the site with what it refers to."""

    path: str
    html: bytes
    references: References


class TemplateFault(Exception):
    """A template that could not be rendered, with its file and line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Renderer:
    """Renders pages with one set of templates, words and frame; templates are compiled once."""

    def __init__(self, folders: tuple[Path, ...], words: Words, frame: Frame) -> None:
        self._folders = folders
        self._words = words
        self._frame = frame
        self._fragments = Fragments(self._fragment)
        self._markdown = MarkdownFilter()
        # Templates in which straight code failed where Jinja's own did not.
        self._others: set[str] = set()
        self._prints: dict[str, bytes] = {}
        self._named: dict[str, tuple[tuple[str, int], ...]] = {}

    @cached_property
    def _straight(self) -> Environment:
        return self._environment(straight=True)

    @cached_property
    def _plain(self) -> Environment:
        return self._environment(straight=False)

    def _environment(self, *, straight: bool) -> Environment:
        known = {"frame": self._frame, **self._fragments.functions}
        return Environment(self._folders, self._words, known, {"markdown": self._markdown}, straight=straight)

    def _fragment(self, template: str, up: str, item: Item) -> str:
        return self._laid_out(template, {"up": up, "item": item})

    def _laid_out(self, template: str, given: Mapping[str, object]) -> str:
        """Lay a template out, by Jinja's own code where the straight one fails: that knows whether anything is wrong,
        and where.
        """
        if template not in self._others:
            with suppress(Exception):
                return self._straight.lay_out(template, given)
        html = self._plain.get_template(template).render(given)
        self._others.add(template)
        return html

    def fingerprint(self, template: str) -> bytes:
        """Return a digest of a template with all that it extends, includes and imports, of the words and of the frame.

        Raise TemplateFault where one is missing or named by a computed expression, as no digest could then be told.
        """
        if template not in self._prints:
            digest = hashlib.blake2b(msgspec.msgpack.encode(self._frame), digest_size=16)
            digest.update(self._words.fingerprint)
            for name, source in sorted(self._sources(template).items()):
                digest.update(f"{name}\0{len(source)}\0{source}".encode())
            self._prints[template] = digest.digest()
        return self._prints[template]

    def _sources(self, template: str) -> Mapping[str, str]:
        found = {template: self._source(template, template, 0)}
        ahead = [template]
        for name in ahead:
            if name not in self._named:
                self._named[name] = tuple(self._names(name, found[name]))
            for wanted, line in self._named[name]:
                if wanted not in found:
                    found[wanted] = self._source(wanted, name, line)
                    ahead.append(wanted)
        return found

    def _names(self, name: str, source: str) -> Iterator[tuple[str, int]]:
        """Yield every template that a template names, with the line."""
        try:
            tree = self._plain.parse(source)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateFault(self._problem(name, error.lineno, f"{error.message}")) from None
        for node, wanted in _named(tree):
            if wanted is None:
                message = "this names a template by a computed expression"
                raise TemplateFault(self._problem(name, node.lineno, message))
            yield wanted, node.lineno

    def _source(self, name: str, wanted_by: str, line: int) -> str:
        loader = self._plain.loader
        assert loader is not None  # noqa: S101 - set above
        try:
            return loader.get_source(self._plain, name)[0]
        except jinja2.TemplateNotFound as error:
            raise TemplateFault(self._problem(wanted_by, line, _says(error))) from None
        except UnicodeDecodeError:
            raise TemplateFault(self._problem(name, 0, _NOT_UTF8)) from None

    def render(self, letter: bytes) -> Rendered:
        """Return the page of an encoded Letter, as `page` does of its parts."""
        read = msgspec.msgpack.decode(letter, type=Letter)
        return self.page(read.path, read.template, read.view)

    def page(self, path: str, template: str, view: View) -> Rendered:
        """Return the page of a view; raise TemplateFault with the template's line where it cannot be laid out."""
        self._fragments.begin()
        try:
            given = {"view": view, "up": self._up(path), "path": path, "canonical": self._canonical(path)}
            html = self._laid_out(template, given)
            file = html.encode()
        except Exception as error:
            raise TemplateFault(self._fault(path, template, error)) from error
        return Rendered(path, file, self._fragments.references(html))

    def _up(self, path: str) -> str:
        """Return the way to the site's root; the 404 page stands in for pages at any depth, so it takes the root's
        own path.
        """
        if path != urls.NOT_FOUND:
            return urls.up(path)
        return urls.base_path(self._frame.base_url)

    def _canonical(self, path: str) -> str:
        return urls.absolute(self._frame.base_url, path) if self._frame.base_url and path != urls.NOT_FOUND else ""

    def _fault(self, path: str, template: str, error: Exception) -> Problem:
        """Name the innermost template line that a failure passed through."""
        name, line = template, 0
        trace = error.__traceback__
        while trace:
            if found := self._template(trace.tb_frame.f_code.co_filename):
                name, line = found, trace.tb_lineno
            trace = trace.tb_next
        if isinstance(error, jinja2.TemplateSyntaxError):
            name, line = error.name or name, error.lineno
        return self._problem(name, line, f"{_says(error)} (on page {path})")

    def _template(self, file: str) -> str:
        """Return the name of the template that a file is, or "" where it is none."""
        prefixes = (f"{folder}/" for folder in self._folders)
        return next((file.removeprefix(each) for each in prefixes if file.startswith(each)), "")

    def _problem(self, name: str, line: int, message: str) -> Problem:
        excerpt = self._line(name, line) if line else ""
        indent = len(excerpt) - len(excerpt.lstrip())
        return Problem(
            code="template",
            message=message,
            file=f"templates/{name}",
            line=line,
            column=indent + 1 if line else 0,
            length=len(excerpt.strip()) or 1,
            excerpt=excerpt,
        )

    def _line(self, name: str, line: int) -> str:
        path = theme.find(self._folders, name)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path else []
        return lines[line - 1] if line <= len(lines) else ""


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


def _says(error: Exception) -> str:
    """Return what an exception says, in one line and for people."""
    match error:
        case jinja2.TemplateNotFound():
            text = f'there is no template "{error.name}"'
        case UnicodeDecodeError():
            text = _NOT_UTF8
        case KeyError():
            text = str(error.args[0])
        case jinja2.UndefinedError() if field := _NO_FIELD.search(str(error)):
            text = f'{field["view"]} has no field "{field["name"]}"'
        case _:
            text = getattr(error, "message", None) or str(error)
    return " ".join(text.split()) or type(error).__name__
