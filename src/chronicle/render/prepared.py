"""What can be found out about templates before there is a page: which others they name, and their code."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from jinja2.bccache import Bucket, BytecodeCache

from chronicle.render.environment import Environment
from chronicle.render.faults import Faults, TemplateFault
from chronicle.render.sources import Named, Sources
from chronicle.wording.words import Words


class Prepared(msgspec.Struct, frozen=True):
    """What each template names, and the code of those that are laid out, by a key of the environment's.

    Code is as good as its word to whoever runs it: it is to come from a process of the same build alone.
    """

    named: dict[str, tuple[Named, ...]] = {}
    codes: dict[str, bytes] = {}


def prepared(folders: tuple[Path, ...], words: Words) -> Prepared:
    """Return what there is to know of all templates; what is wrong with one is found when it is laid out."""
    codes = Codes({})
    environment = Environment(folders, words, codes=codes)
    sources = Sources(environment, Faults(folders))
    names = environment.list_templates(extensions=["html"])
    laid_out = {name for name in names if not name.startswith("_")}
    for name in names:
        with suppress(TemplateFault):
            laid_out.update(each.template for each in sources.named(name) if each.fragment)
    for name in sorted(laid_out):
        with suppress(Exception):
            environment.get_template(name)
    return Prepared(sources.known, dict(codes.known))


class Codes(BytecodeCache):
    """The code of templates, by the keys that Jinja gives it, which tell apart what a template was made of."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self.known = dict(known)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it is known."""
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take up the code of a template."""
        self.known[bucket.key] = bucket.bytecode_to_string()
