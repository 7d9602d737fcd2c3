"""What `chronicle.yaml` says of a chronicle as a whole."""

from typing import Annotated

from msgspec import Meta

from chronicle.problems.problem import Field, Problem
from chronicle.schema.convert import convert
from chronicle.schema.kinds import Address, BaseAddress, Day, FilePath, LanguageTag, Line, LongText, Text, Written
from chronicle.schema.lost import written
from chronicle.yaml.tree import Node


class Repository(Written, frozen=True, kw_only=True):
    """Where the records are kept, for the links that suggest a change."""

    url: Annotated[Address, Meta(description="the repository's page")]
    branch: Annotated[Line, Meta(description="the branch that is published")] = "main"
    folder: Annotated[FilePath | None, Meta(description="the chronicle's folder in the repository")] = None


class Licence(Written, frozen=True, kw_only=True):
    """The terms of the records."""

    name: Line
    url: Address | None = None


class Settings(Written, frozen=True, kw_only=True):
    """The settings of one chronicle."""

    title: Annotated[Text, Meta(description="the chronicle's name")]
    description: Annotated[Text, Meta(description="what it is, in two sentences")]
    languages: Annotated[tuple[LanguageTag, ...], Meta(description="the first lies at the site's root")] = ("en",)
    base_url: Annotated[BaseAddress | None, Meta(description="where the site is published")] = None
    version: Annotated[Line, Meta(description="the version of the data, shown on every page")] = ""
    tag: Annotated[
        Line, Meta(description="the authority of the feed's ids, chronicle.example,2026: they never move")
    ] = ""
    licence: Annotated[Licence | None, Meta(description="the terms of the records")] = None
    editor: Annotated[Line, Meta(description="who keeps the chronicle")] = ""
    repository: Repository | None = None
    basemap: Annotated[FilePath | None, Meta(description="a GeoJSON file for maps")] = None
    begins: Annotated[Day | None, Meta(description="the bound of what has no earlier one")] = None
    about: Annotated[LongText, Meta(description="the method, in the chronicle's own words")] = ""

    @property
    def language(self) -> str:
        """The first language."""
        return self.languages[0]


UNREAD = Settings(title="", description="")
"""What stands for settings that cannot be read."""


def read(tree: Node) -> tuple[Settings, list[Problem]]:
    """Return the settings that a tree holds, with every fault in it; a title or description that cannot be read is
    empty.
    """
    settings, problems, lost = convert(Settings, tree, stand_ins={"title": "", "description": ""})
    if settings is None:
        return UNREAD, problems
    return settings, [*problems, *_repeated(settings.languages, lost)]


def _repeated(languages: tuple[str, ...], lost: tuple[Field, ...]) -> list[Problem]:
    """Return a problem for each language that stands a second time."""
    return [
        Problem(
            code="repeated-item",
            message=f'the language "{language}" stands here twice',
            field=written(lost, ("languages", number)),
        )
        for number, language in enumerate(languages)
        if language in languages[:number]
    ]
