"""Faults of editors and designers that must stop a build."""

from desk import Desk, read, write
from edits_of_records import Edit


def _wrong(desk: Desk, key: str, value: object) -> None:
    path = desk.event()
    write(path, read(path) | {key: value})
    desk.note(f"{path.stem}: {key} = {value!r}, which is wrong")


def impossible_date(desk: Desk) -> None:
    _wrong(desk, "date", "2020-06-31")


def unknown_key(desk: Desk) -> None:
    _wrong(desk, "titel", "A slip")


def unknown_place(desk: Desk) -> None:
    _wrong(desk, "locations", ["nowhere-at-all"])


def unknown_event(desk: Desk) -> None:
    _wrong(desk, "related", ["no-such-event"])


def broken_yaml(desk: Desk) -> None:
    path = desk.event()
    path.write_text(path.read_text(encoding="utf-8") + 'note: "no end\n', encoding="utf-8")
    desk.note(f"{path.stem}: a quotation without an end")


def not_utf8(desk: Desk) -> None:
    path = desk.event()
    path.write_bytes(path.read_bytes() + b"note: \xff\xfe\n")
    desk.note(f"{path.stem}: not UTF-8")


def no_title(desk: Desk) -> None:
    path = desk.root / "chronicle.yaml"
    write(path, {key: value for key, value in read(path).items() if key != "title"})
    desk.note("settings: no title")


def same_id_twice(desk: Desk) -> None:
    path = desk.event()
    other = desk.root / "events" / "again" / path.name
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(path.read_bytes())
    desk.note(f"{path.stem} is there twice")


def broken_template(desk: Desk) -> None:
    path = desk.root / "templates" / desk.chance.choice(("about.html", "_entry.html"))
    path.parent.mkdir(exist_ok=True)
    path.write_text(desk.chance.choice(("{% block main %}", "{{ view.nothing }}", "{{ 1 / 0 }}")), encoding="utf-8")
    desk.note(f"templates/{path.name} is broken")


def broken_link(desk: Desk) -> None:
    path = desk.root / "templates" / "_facts.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text('<a href="{{ up }}nowhere.html">Nowhere</a>\n', encoding="utf-8")
    desk.note("templates/_facts.html: a link to nowhere")


def broken_words(desk: Desk) -> None:
    path = desk.root / "templates" / "words" / "en.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("date: [no end\n", encoding="utf-8")
    desk.note("words: a bracket without an end")


def link_out(desk: Desk) -> None:
    path = desk.root / "events" / "outside.yaml"
    path.symlink_to("/etc/hostname")
    desk.note("events/outside.yaml is a link to the outside")


FAULTS: tuple[Edit, ...] = (
    *(impossible_date, unknown_key, unknown_place, unknown_event, broken_yaml, not_utf8, no_title, same_id_twice),
    *(broken_template, broken_link, broken_words, link_out),
)
