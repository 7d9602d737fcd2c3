"""The words of a language, read from a theme."""

from pathlib import Path

import msgspec

from chronicle.problems.problem import Problem
from chronicle.wording.words import Words
from chronicle.yaml import tree as yaml

_BYTES = 1_000_000


def catalogue(folders: tuple[Path, ...], language: str) -> tuple[Words | None, list[Problem]]:
    """Return the words of a language, or None with the problems.

    Every folder that has a catalogue of the language adds to it; where two have the same key, the first folder's wins.
    """
    name = f"words/{language}.yaml"
    paths = [folder / name for folder in reversed(folders) if (folder / name).is_file()]
    if not paths:
        message = f'there are no words for the language "{language}"'
        help_ = f"add templates/{name} with the keys of templates/words/en.yaml"
        return None, [
            Problem(code="no-words", message=message, help=help_, file="chronicle.yaml", field=("languages",))
        ]
    phrases: dict[str, str] = {}
    found: list[Problem] = []
    for path in paths:
        node, problems = yaml.read(path.read_bytes(), _BYTES)
        found += [msgspec.structs.replace(problem, file=f"templates/{name}") for problem in problems]
        try:
            phrases |= Words.load(language, node if isinstance(node, dict) else {}).phrases
        except ValueError as error:
            found.append(Problem(code="no-words", message=str(error), file=f"templates/{name}"))
    return (Words(language, phrases) if phrases else None), found
