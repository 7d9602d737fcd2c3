"""The words of a language, read from a theme."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from chronicle.places import SETTINGS
from chronicle.problems.problem import Problem
from chronicle.wording.plurals import CATEGORIES
from chronicle.wording.words import Words
from chronicle.yaml import tree as yaml

_BYTES = 1_000_000
_MODEL = "words/en.yaml"
_SHOWN = 5
_HELP = f"write them as templates/{_MODEL} of the program has them"


def catalogue(folders: tuple[Path, ...], language: str) -> tuple[Words | None, list[Problem]]:
    """Return the words of a language, or None with the problems.

    Every folder that has a catalogue of the language adds to it; where two have the same key, the first folder's wins.
    """
    name = f"words/{language}.yaml"
    paths = [folder / name for folder in reversed(folders) if (folder / name).is_file()]
    if not paths:
        message = f'there are no words for the language "{language}"'
        help_ = f"add templates/{name} with the keys of templates/words/en.yaml"
        return None, [Problem(code="no-words", message=message, help=help_, file=SETTINGS, field=("languages",))]
    phrases: dict[str, str] = {}
    found: list[Problem] = []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}"
            found.append(Problem(code="unreadable-file", message=message, file=f"templates/{name}"))
            continue
        node, problems = yaml.read(data, _BYTES)
        found += [msgspec.structs.replace(problem, file=f"templates/{name}") for problem in problems]
        try:
            phrases |= Words.load(language, node if isinstance(node, dict) else {}).phrases
        except ValueError as error:
            found.append(Problem(code="no-words", message=str(error), file=f"templates/{name}"))
    missing = sorted(_subjects(_complete(folders)) - _subjects(phrases))
    if missing:
        shown = ", ".join(missing[:_SHOWN]) + (f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else "")
        message = f"{_counted(len(missing))} not there: {shown}"
        found.append(Problem(code="no-words", message=message, help=_HELP, file=f"templates/{name}"))
    return (None if missing else Words(language, phrases)), found


def _complete(folders: tuple[Path, ...]) -> Mapping[str, str]:
    """Return the catalogue that comes along, which has every word."""
    node, _ = yaml.read((folders[-1] / _MODEL).read_bytes(), _BYTES)
    return Words.load("en", node if isinstance(node, dict) else {}).phrases


def _subjects(phrases: Mapping[str, str]) -> set[str]:
    """Return the keys of a catalogue without plural categories, of which each language has its own."""
    return {key.removesuffix(f".{key.rpartition('.')[2]}") if _is_plural(key) else key for key in phrases}


def _is_plural(key: str) -> bool:
    return key.rpartition(".")[2] in CATEGORIES


def _counted(number: int) -> str:
    return "one word is" if number == 1 else f"{number} words are"
