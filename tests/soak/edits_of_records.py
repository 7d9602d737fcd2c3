"""What editors do to records of events; every edit may be refused by the check, and then both builds refuse it."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from desk import Desk, Record, read, write

Edit: TypeAlias = Callable[[Desk], None]


def add_event(desk: Desk) -> None:
    record: Record = {
        "type": desk.chance.choice(desk.ids("types")),
        "title": f"Added: {desk.word()}",
        "date": desk.day(),
        "locations": desk.chance.sample(desk.ids("locations"), desk.chance.choice((0, 1, 1, 2))) or ["main"],
        "actors": desk.chance.sample(desk.ids("actors"), desk.chance.choice((1, 1, 2))),
        "sources": ["dated"],
    }
    path = desk.root / "events" / desk.chance.choice(("new", "many")) / f"added-{desk.serial()}.yaml"
    write(path, record)
    desk.note(f"add {path.name}")


def _change(desk: Desk, key: str, value: object, path: Path | None = None) -> None:
    path = path or desk.event()
    record = read(path)
    if value is None:
        record.pop(key, None)
    else:
        record[key] = value
    write(path, record)
    desk.note(f"{path.stem}: {key} = {value!r}")


def change_title(desk: Desk) -> None:
    _change(desk, "title", f"Changed: {desk.word()}")


def change_date(desk: Desk) -> None:
    day = desk.day()
    forms = (day, day[:7], day[:4], f"between {day} and 2020-12-01", f"by {day}", "unknown", f"{day} to open")
    _change(desk, "date", desk.chance.choice(forms))


def change_place(desk: Desk) -> None:
    places: list[object] = [*desk.chance.sample(desk.ids("locations"), 2)]
    places[0] = {"name": places[0], "role": desk.chance.choice(("site", "from", "near")), "as": desk.word()}
    _change(desk, "locations", desk.chance.choice((places, places[:1], places[1:], None)))


def change_actors(desk: Desk) -> None:
    actors = [{"name": id_, "role": "target", "as": desk.word()} for id_ in desk.chance.sample(desk.ids("actors"), 2)]
    _change(desk, "actors", desk.chance.choice((actors, actors[:1], None)))


def retype(desk: Desk) -> None:
    _change(desk, "type", desk.chance.choice(desk.ids("types")))


def change_accounts(desk: Desk) -> None:
    account = {
        "source": desk.chance.choice(desk.ids("sources")),
        "speaker": desk.chance.choice(("air-force", desk.word())),
        "says": f"{desk.word()} *{desk.word()}*.",
        "stance": desk.chance.choice(("reports", "confirms", "denies")),
    }
    _change(desk, "sources", desk.chance.choice(([account], ["dated", account], ["dated"])))


def change_figures(desk: Desk) -> None:
    _change(
        desk, "quantities", {desk.chance.choice(("trucks", "rounds")): desk.chance.choice(("35", "about 9", "many"))}
    )
    _change(desk, "occurrences", desk.chance.choice(("3", "several", None)))


def change_ties(desk: Desk) -> None:
    one, other = desk.chance.sample(desk.events(), 2)
    tie = {"event": other.stem, "certainty": desk.chance.choice(("certain", "possible"))}
    key = desk.chance.choice(("part_of", "same_as", "related", "distinct_from"))
    _change(desk, key, desk.chance.choice(([tie], [other.stem], None)) if key != "distinct_from" else [other.stem], one)


def change_status(desk: Desk) -> None:
    path = desk.event()
    _change(desk, "note", f"Because of *{desk.word()}*.", path)
    _change(desk, "status", desk.chance.choice(("confirmed", "disputed", "retracted", None)), path)


def change_summary(desk: Desk) -> None:
    _change(desk, "summary", desk.chance.choice((f"Some **{desk.word()}** {desk.word()}.", None)))


def add_several(desk: Desk) -> None:
    for _ in range(5):
        add_event(desk)


def delete_several(desk: Desk) -> None:
    """Delete some of the events that nothing is tied to."""
    plain = [path for path in desk.events() if path.parent.name == "many"]
    for path in desk.chance.sample(plain, min(5, len(plain))):
        path.unlink()
        desk.note(f"delete {path.stem}")


def delete(desk: Desk) -> None:
    path = desk.event()
    path.unlink()
    desk.note(f"delete {path.stem}")


def rename(desk: Desk) -> None:
    path = desk.event()
    new = path.with_name(f"renamed-{desk.serial()}.yaml")
    if desk.chance.random() < 0.6:
        record = read(path)
        former = record.get("formerly", [])
        _change(desk, "formerly", [path.stem, *([former] if isinstance(former, str) else former)], path)
    path.rename(new)
    desk.note(f"rename {path.stem} to {new.stem}")


def file_elsewhere(desk: Desk) -> None:
    path = desk.event()
    folder = desk.root / "events" / f"folder-{desk.serial()}"
    folder.mkdir(parents=True)
    path.rename(folder / path.name)
    desk.note(f"move {path.stem} to {folder.name}")


def withdraw(desk: Desk) -> None:
    path = desk.event()
    write(path, {"withdrawn": f"It was {desk.word()}."})
    desk.note(f"withdraw {path.stem}")


def merge(desk: Desk) -> None:
    path, into = desk.chance.sample(desk.events(), 2)
    write(path, {"merged_into": into.stem})
    desk.note(f"merge {path.stem} into {into.stem}")


def reinstate(desk: Desk) -> None:
    signposts = sorted(set(desk.files()) - set(desk.events()))
    if signposts:
        path = desk.chance.choice(signposts)
        write(path, {"type": "event", "title": desk.word(), "date": desk.day(), "sources": ["dated"]})
        desk.note(f"reinstate {path.stem}")


EDITS: tuple[Edit, ...] = (
    *(add_event, change_title, change_date, change_place, change_actors, retype, change_accounts, change_figures),
    *(
        add_several,
        delete_several,
        change_ties,
        change_status,
        change_summary,
        delete,
        rename,
        file_elsewhere,
        withdraw,
        merge,
        reinstate,
    ),
)
