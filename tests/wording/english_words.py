"""The words that the tests of wording speak with."""

from pathlib import Path

import yaml

from chronicle.wording import Words

_PATH = Path(__file__).parents[2] / "templates/words/en.yaml"
ENGLISH = Words.load("en", yaml.load(_PATH.read_text(encoding="utf-8"), yaml.BaseLoader))  # noqa: S506 - texts alone
