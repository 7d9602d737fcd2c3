"""The words of a language, read from a theme."""

from pathlib import Path

import msgspec

from chronicle.problems.problem import Problem
from chronicle.wording.words import Words
from chronicle.yaml import tree as yaml

_BYTES = 1_000_000


def catalogue(folders: tuple[Path, ...], language: str) -> tuple[Words | None, list[Problem]]:
    """Return the words of a language from the first folder that has them, or None with the problems."""
    name = f"words/{language}.yaml"
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        message = f'there are no words for the language "{language}"'
        help_ = f"add templates/{name} with the keys of templates/words/en.yaml"
        return None, [
            Problem(code="no-words", message=message, help=help_, file="chronicle.yaml", field=("languages",))
        ]
    node, problems = yaml.read(path.read_bytes(), _BYTES)
    found = [msgspec.structs.replace(problem, file=f"templates/{name}") for problem in problems]
    try:
        return (Words.load(language, node) if isinstance(node, dict) else None), found
    except ValueError as error:
        return None, [*found, Problem(code="no-words", message=str(error), file=f"templates/{name}")]
