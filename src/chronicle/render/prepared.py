"""What is found out about templates before there is a page."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import jinja2
import msgspec
from jinja2.bccache import Bucket, BytecodeCache

from chronicle.render.environment import Environment, TemplateFiles
from chronicle.render.faults import Faults, TemplateFault
from chronicle.render.sources import Named, Sources, digest
from chronicle.wording.words import Words


class Prepared(msgspec.Struct, frozen=True):
    """What each template names, and the code of those that are laid out, by a key of the environment's.

    All of it was made of the `templates`, as they were then, and the words: `digest` is one of both. Code does whatever
    it says to whoever runs it: it is to come from a process of the same build alone.
    """

    templates: tuple[str, ...] = ()
    digest: bytes = b""
    named: dict[str, tuple[Named, ...]] = {}
    codes: dict[str, bytes] = {}

    def holds(self, templates: TemplateFiles, words: Words) -> bool:
        """Tell whether templates and words are those that this was made of."""
        return bool(self.digest) and self.digest == _digest(templates, words, self.templates)


def prepared(folders: tuple[Path, ...], words: Words) -> Prepared:
    """Return what there is to know of all templates; what is wrong with one is found when it is laid out."""
    codes, templates = Codes({}), TemplateFiles(folders)
    environment = Environment(templates, words, codes=codes)
    sources = Sources(environment, Faults(folders))
    names = environment.list_templates(extensions=["html"])
    laid_out = {name for name in names if not name.startswith("_")}
    for name in names:
        with suppress(TemplateFault):
            laid_out.update(each.template for each in sources.named(name) if each.fragment)
    for name in sorted(laid_out):
        with suppress(Exception):
            environment.get_template(name)
    read = tuple(sorted(templates.known))
    return Prepared(read, _digest(templates, words, read), sources.known, dict(codes.known))


def _digest(templates: TemplateFiles, words: Words, names: tuple[str, ...]) -> bytes:
    """Return a digest of words and of the sources of templates, b"" where one of these cannot be read."""
    environment = Environment(templates, words)
    try:
        return digest({name: templates.get_source(environment, name)[0] for name in names}, words)
    except (jinja2.TemplateNotFound, OSError, UnicodeError):
        return b""


class Codes(BytecodeCache):
    """The code of templates, by the keys that Jinja gives it."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self.known = dict(known)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it is known."""
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take up the code of a template."""
        self.known[bucket.key] = bucket.bytecode_to_string()
