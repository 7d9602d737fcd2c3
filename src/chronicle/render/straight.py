"""The code of templates where all goes well: without what only a template with a fault needs."""

from collections.abc import Iterator
from keyword import iskeyword
from typing import Any, NamedTuple

from jinja2 import TemplateError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_PARAMETER, VAR_LOAD_RESOLVE
from markupsafe import escape

from chronicle.wording.words import Words

# What stands in the place where a template includes it must mean the same there: nothing that others extend or
# import, and no name that is another thing in another place.
_OWN = (nodes.Block, nodes.Extends, nodes.FromImport, nodes.Import, nodes.Macro, nodes.CallBlock)
_OF_THE_PLACE = frozenset({"caller", "kwargs", "loop", "self", "super", "varargs"})
# Where escaping is turned on and off, functions and macros ask for it when they are called.
_ESCAPING = (nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)
# What code of ours takes from the environment.
_OURS = ("escaped", "both", "words")


class Includable(NamedTuple):
    """What a template holds that others include, and all names in it."""

    body: list[nodes.Node]
    names: frozenset[str]


class StraightCode(CodeGenerator):
    """Writes templates so that they take each name and field as it is, and fail where there is none.

    The phrases of the environment's words stand in the code, and so do templates that others include. What such code
    puts out is what Jinja's own code puts out. Where it cannot be written or raises an error, Jinja's own may still
    find something (an item where there is no attribute, an undefined name that nothing is asked of), else it tells the
    error with its line. A tree is that of every place where its template is included, so nothing in it is made to say
    another thing.
    """

    _including: tuple[str, ...] = ()
    _gathering: Frame | None = None

    def __init__(self, *given: Any, includable: dict[str, Includable | None], **further: Any) -> None:
        """Write a template of an environment in which it is known of some, maybe, whether they are `includable`."""
        super().__init__(*given, **further)
        self._includable = includable

    def write_commons(self) -> None:
        """Write what every function begins with; what it calls most is looked up once."""
        super().write_commons()
        for name in _OURS:
            self.writeline(f"{name} = environment.{name}")

    def enter_frame(self, frame: Frame) -> None:
        """Begin the names of a part; a whole template or block gathers what it puts out, and gives it in one piece:
        to hand each piece on through all that it is put out in takes longer than most take to make.
        """
        # What stands beside blocks in a template that extends another is not put out.
        if frame.parent is None and not frame.require_output_check:
            self.buffer(frame)
            self._gathering = frame
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        """End what `enter_frame` began."""
        if frame is self._gathering:
            self.writeline(f"yield concat({frame.buffer})")
            self._gathering = None
        super().leave_frame(frame, with_python_scope)

    def get_resolve_func(self) -> str:
        """Return the function that looks a name up; it raises KeyError where there is none."""
        return f"{self._context_reference_stack[-1]}.__getitem__"

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - the name of what is visited
        """Write a name."""
        if node.ctx == "load" and _is_given(node, frame):
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template; raise TemplateAssertionError for one that turns escaping on or off."""
        found = next(node.find_all(_ESCAPING), None)
        if found:
            self.fail("escaping is turned on or off", found.lineno)
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write a field."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call; where escaping is not turned off, none asks for more than its arguments."""
        if isinstance(node.node, nodes.EnvironmentAttribute):
            self._call_ours(node.node.name, node.args, frame)
            return
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in (*node.args, *node.kwargs):
            self.visit(value, frame)
            self.write(", ")
        self.write(")")

    def _call_ours(self, function: str, arguments: list[nodes.Expr], frame: Frame) -> None:
        """Write the call of a function of ours; of a phrase, no call where its name is still that of the words."""
        if function != "worded":
            self.write(f"{function}(")
            for value in arguments:
                self.visit(value, frame)
                self.write(", ")
            self.write(")")
            return
        name, key, phrase = arguments
        for text, part in (("", phrase), (" if ", name), (" is words else escaped(", name), ("(", key)):
            self.write(text)
            self.visit(part, frame)
        self.write("))")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """Write a template in the place where it is included."""
        body = self._included(node, frame)
        if body is None:
            super().visit_Include(node, frame)
            return
        outer = self._including
        self._including = (*outer, _named(node))
        self.pull_dependencies(body)
        self.visit(nodes.Scope(body, lineno=node.lineno), frame)
        self._including = outer

    def _included(self, node: nodes.Include, frame: Frame) -> list[nodes.Node] | None:
        """Return what an included template holds, None where it would not be the same in this place."""
        name = _named(node)
        if not name or name in self._including or name == self.name or not node.with_context:
            return None
        # What stands beside blocks is left out, but what is included there is not.
        if frame.require_output_check:
            return None
        if name not in self._includable:
            self._includable[name] = self._anywhere(name)
        found = self._includable[name]
        return found.body if found and all(_is_settled(each, frame) for each in found.names) else None

    def _anywhere(self, name: str) -> Includable | None:
        """Return a template that means the same wherever it is included, None where it does not."""
        loader = self.environment.loader
        if loader is None:
            return None
        try:
            source, file, _ = loader.get_source(self.environment, name)
            found = self.environment._parse(source, name, file)
        except (TemplateError, OSError, UnicodeError):
            return None
        if any(found.find_all((*_OWN, *_ESCAPING))) or _is_of_the_place(found):
            return None
        return Includable(found.body, frozenset(each.name for each in found.find_all(nodes.Name)))

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Write what is put out, with phrases that need no values as they are, and two values at once."""
        output = list(_paired([self._worded(child, frame) for child in node.nodes]))
        super().visit_Output(nodes.Output(output, lineno=node.lineno), frame)

    def _worded(self, node: nodes.Expr, frame: Frame) -> nodes.Expr:
        """Return `word("key")` with the phrase that it gives, unless `word` is another thing when it is called; a key
        without words stays, to be a fault where it is met.
        """
        match node:
            case nodes.Call(node=nodes.Name(name="word") as name, args=[nodes.Const(value=str() as key)], kwargs=[]):
                words = self.environment.globals["word"]
                phrase = words.phrases.get(key, "{") if isinstance(words, Words) else "{"
                if "{" not in phrase and _is_given(name, frame):
                    return _ours("worded", [name, nodes.Const(key), nodes.Const(str(escape(phrase)))], node.lineno)
        return node

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif _is_ours(node):
            self.write("(")
        else:
            self.write(f"escaped({finalize.src or ''}")


def _paired(values: list[nodes.Expr]) -> Iterator[nodes.Expr]:
    """Join two values that are put out side by side, as the way to the root and a path are in every link."""
    ahead = iter(values)
    for value in ahead:
        if _is_text(value):
            yield value
            continue
        beside = next(ahead, None)
        if beside is None or _is_text(beside):
            yield from (value, beside) if beside else (value,)
        else:
            yield _ours("both", [value, beside], value.lineno)


def _is_text(node: nodes.Expr) -> bool:
    """Tell whether what is put out is a text already in which nothing is to be escaped, or a constant."""
    return isinstance(node, nodes.TemplateData | nodes.Const) or _is_ours(node)


def _ours(function: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    """Return the call of a function of ours, which returns what is put out (`_call_ours`)."""
    return nodes.Call(nodes.EnvironmentAttribute(function), arguments, [], None, None, lineno=line)


def _is_ours(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.EnvironmentAttribute)


def _is_given(node: nodes.Name, frame: Frame) -> bool:
    """Tell whether a name is one that a template is given, and looks up before it does anything else."""
    load = frame.symbols.find_load(frame.symbols.ref(node.name))
    return load is not None and load[0] == VAR_LOAD_RESOLVE


def _is_settled(name: str, frame: Frame) -> bool:
    """Tell whether a name is the same thing in all of a template, or of the loop or scope that names it."""
    ref = frame.symbols.find_ref(name)
    load = frame.symbols.find_load(ref) if ref else None
    return ref is None or (load is not None and load[0] in (VAR_LOAD_PARAMETER, VAR_LOAD_RESOLVE))


def _is_of_the_place(template: nodes.Template) -> bool:
    """Tell whether a template asks for something of the place where it is included; a loop can be its own."""
    loops = {id(name) for loop in template.find_all(nodes.For) for name in loop.find_all(nodes.Name)}
    return any(
        name.name in _OF_THE_PLACE and (name.name != "loop" or id(name) not in loops)
        for name in template.find_all(nodes.Name)
    )


def _named(node: nodes.Include) -> str:
    """Return the template that is included, or "" where it is computed or may be missing."""
    name = getattr(node.template, "value", "")
    return name if isinstance(name, str) and not node.ignore_missing else ""
