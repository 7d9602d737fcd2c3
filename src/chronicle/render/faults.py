"""What is wrong with a template, and in which line of which."""

import re
from pathlib import Path

import jinja2

from chronicle.problems.problem import Problem
from chronicle.render import theme

# What Jinja says of a field that a view has not, with the way through our modules.
_NO_FIELD = re.compile(r"'(?:\w+\.)*(?P<view>\w+) object' has no attribute '(?P<name>\w+)'")


class TemplateFault(Exception):
    """A template that could not be rendered, with its file and line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Faults:
    """Tells what is wrong with the templates that lie in some folders."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def at(self, template: str, line: int, message: str) -> TemplateFault:
        """Return the fault that lies in a line of a template, or with line 0 in all of it."""
        excerpt = self._line(template, line) if line else ""
        indent = len(excerpt) - len(excerpt.lstrip())
        return TemplateFault(
            Problem(
                code="template",
                message=message,
                file=f"templates/{template}",
                line=line,
                column=indent + 1 if line else 0,
                length=len(excerpt.strip()) or 1,
                excerpt=excerpt,
            )
        )

    def behind(self, error: Exception, template: str, path: str) -> TemplateFault:
        """Return the fault behind an error by which a page of a template failed: it lies in the innermost template line
        that the error passed through.
        """
        name, line = template, 0
        trace = error.__traceback__
        while trace:
            if found := self._template(trace.tb_frame.f_code.co_filename):
                name, line = found, trace.tb_lineno
            trace = trace.tb_next
        if isinstance(error, jinja2.TemplateSyntaxError):
            name, line = error.name or name, error.lineno
        return self.at(name, line, f"{said(error)} (on page {path})")

    def _template(self, file: str) -> str:
        """Return the name of the template that a file is, or "" where it is none."""
        prefixes = (f"{folder}/" for folder in self._folders)
        return next((file.removeprefix(each) for each in prefixes if file.startswith(each)), "")

    def _line(self, name: str, line: int) -> str:
        path = theme.find(self._folders, name)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path else []
        return lines[line - 1] if line <= len(lines) else ""


def said(error: Exception) -> str:
    """Return what an error says, in one line and for people."""
    match error:
        case jinja2.TemplateNotFound():
            text = f'there is no template "{error.name}"'
        case UnicodeDecodeError():
            text = "a template is not UTF-8"
        case KeyError():
            text = str(error.args[0])
        case jinja2.UndefinedError() if field := _NO_FIELD.search(str(error)):
            text = f'{field["view"]} has no field "{field["name"]}"'
        case _:
            text = getattr(error, "message", None) or str(error)
    return " ".join(text.split()) or type(error).__name__
