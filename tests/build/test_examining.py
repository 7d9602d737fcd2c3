"""A chronicle that is amended from the build before is the one that a whole examination gives, with its problems."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.build import examining
from chronicle.build.examining import Examined, examined
from chronicle.build.header import header_of
from chronicle.build.inputs import compare, taken, taken_further
from chronicle.build.outcome import Outcome
from chronicle.build.past import Past
from chronicle.build.stages import build
from chronicle.build.store import Store
from chronicle.examine import examine
from chronicle.link.chronicle import Chronicle

SITES = Path(__file__).resolve().parent.parent / "sites"
NAMES = ("minimal", "uncertain", "overridden", "signposts")
RECORD = "events/2020/2020-06-07-convoy.yaml"

Edit = Callable[[str], str]


def without(name: str) -> Edit:
    """Return the edit that takes a field away."""
    return lambda text: re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)


def field(name: str, value: str) -> Edit:
    """Return the edit that gives a field a value instead of the one that it may have."""
    return lambda text: f"{without(name)(text)}{name}: {value}\n"


EDITS: dict[str, Edit] = {
    "title": field("title", "Another title"),
    "warning": field("title", "Ends with a full stop."),
    "month": field("date", "2019-02"),
    "undated": field("date", "unknown"),
    "no place": without("locations"),
    "count": field("occurrences", "7"),
    "quantities": field("quantities", "{people: 12}"),
    "note": field("note", "Looked at."),
    "error": field("date", "yesterday"),
    "nowhere": field("type", "unheard-of"),
    "former id": field("formerly", "[an-id-before]"),
    "withdrawn": lambda _text: "withdrawn: It was another.\n",
}


@pytest.fixture(scope="module", params=NAMES)
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a chronicle that was built once."""
    made = tmp_path_factory.mktemp(request.param) / "chronicle"
    shutil.copytree(SITES / request.param, made)
    assert run(made).published
    return made


def run(root: Path) -> Outcome:
    return build(root, root / "build", progress=lambda _stage, _done, _all: None)


def now(root: Path) -> Examined:
    """Examine a chronicle as the next build does."""
    store = Store(root)
    try:
        past = Past(store, header_of(store))
        inputs = compare(
            root, {**taken(root), **taken_further(root, past.header.further)}, past.inputs, past.header.began
        )
        return examined(root, inputs, past, 1)
    finally:
        store.close()


def same(one: Chronicle, other: Chronicle) -> None:
    assert list(one.events.items()) == list(other.events.items())
    for name in ("at", "by", "of", "from_", "spoken", "contributions", "published", "signposts", "settings"):
        assert getattr(one, name) == getattr(other, name), name


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_examined_as_if_all_were(root: Path, edit: str) -> None:
    for file in sorted(root.glob("events/**/*.yaml")):
        text = file.read_text(encoding="utf-8")
        try:
            file.write_text(EDITS[edit](text), encoding="utf-8")
            found, (chronicle, problems) = now(root), examine(root)
        finally:
            file.write_text(text, encoding="utf-8")
        same(found.chronicle, chronicle)
        assert found.problems == problems, file


@pytest.mark.parametrize("edit", ["title", "warning", "month", "undated", "no place", "count", "quantities", "note"])
def test_an_edit_of_a_record_alone_is_amended(write_chronicle: Callable[..., Path], edit: str) -> None:
    root = write_chronicle()
    run(root)
    (root / RECORD).write_text(EDITS[edit]((root / RECORD).read_text(encoding="utf-8")), encoding="utf-8")
    found = now(root)
    assert found.before is not None
    assert found.changed == {"2020-06-07-convoy"}


def test_a_warning_is_told_until_it_is_mended(write_chronicle: Callable[..., Path]) -> None:
    other = "type: patrol\ntitle: Another\ndate: 2019-01-01\nsources: [gazette-convoy]\n"
    root = write_chronicle({"events/other.yaml": other})
    assert run(root).problems == []
    warned = [("title-full-stop", RECORD)]
    text = (root / RECORD).read_text(encoding="utf-8")
    (root / RECORD).write_text(EDITS["warning"](text), encoding="utf-8")
    assert [(problem.code, problem.file) for problem in run(root).problems] == warned
    (root / "events/other.yaml").write_text(EDITS["title"](other), encoding="utf-8")
    assert [(problem.code, problem.file) for problem in run(root).problems] == warned
    (root / RECORD).write_text(text, encoding="utf-8")
    found = now(root)
    assert found.before is not None
    assert found.problems == run(root).problems == []


@pytest.mark.parametrize(("edit", "code"), [("nowhere", "unknown-type"), ("error", "date-malformed")])
def test_an_edit_that_leads_nowhere_is_examined_as_a_whole_and_told(
    write_chronicle: Callable[..., Path], edit: str, code: str
) -> None:
    root = write_chronicle()
    run(root)
    (root / RECORD).write_text(EDITS[edit]((root / RECORD).read_text(encoding="utf-8")), encoding="utf-8")
    found = now(root)
    assert found.before is None
    assert code in [problem.code for problem in found.problems]


@pytest.mark.parametrize("file", ["registers/types.yaml", "chronicle.yaml"])
def test_a_change_of_more_than_records_is_examined_as_a_whole(write_chronicle: Callable[..., Path], file: str) -> None:
    root = write_chronicle()
    run(root)
    (root / file).write_text((root / file).read_text(encoding="utf-8") + "# looked at\n", encoding="utf-8")
    found = now(root)
    assert (found.before, found.read) == (None, {})


def test_only_changed_records_are_read(write_chronicle: Callable[..., Path]) -> None:
    root = write_chronicle({"events/other.yaml": "type: patrol\ntitle: T\ndate: 2019\nsources: [gazette-convoy]\n"})
    run(root)
    (root / RECORD).write_text(EDITS["title"]((root / RECORD).read_text(encoding="utf-8")), encoding="utf-8")
    assert now(root).read.keys() == {RECORD}


def test_a_record_in_whose_place_a_link_stands_is_not_gone(
    write_chronicle: Callable[..., Path], tmp_path: Path
) -> None:
    root = write_chronicle()
    assert run(root).published
    (root / RECORD).rename(tmp_path / "elsewhere.yaml")
    (root / RECORD).symlink_to(tmp_path / "elsewhere.yaml")
    found = now(root)
    assert found.before is None
    assert [(problem.code, problem.file) for problem in found.problems] == [("symbolic-link", RECORD)]


def test_a_change_of_many_records_is_examined_as_a_whole(
    write_chronicle: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_chronicle()
    assert run(root).published
    monkeypatch.setattr(examining, "FEW", 0)
    (root / RECORD).write_text(field("title", "Another title")((root / RECORD).read_text()), encoding="utf-8")
    assert now(root).before is None
