"""The ties of one event, read against all ids."""

from collections.abc import Iterable

from chronicle.link.event import StatedTie, Tie
from chronicle.link.reader import Reader
from chronicle.link.signposts import Addresses
from chronicle.problems.problem import Field
from chronicle.records.event import TieRecord, Ties


class TieReader:
    """Reads the ties of one record; keeps where its file states each of them."""

    def __init__(self, reader: Reader, addresses: Addresses) -> None:
        self._reader = reader
        self._addresses = addresses
        self.stated: list[StatedTie] = []

    def ties(self, written: Ties, key: str) -> tuple[Tie, ...]:
        """Return the ties that lead to an event, and report on the others."""
        if not written:
            return ()
        if isinstance(written, str):
            found = [(self._event(written, (key,), key), True)]
        else:
            found = [self._tie(each, (key, number), key) for number, each in enumerate(written)]
        return tuple(Tie(target, certain) for target, certain in found if target)

    def events(self, written: Iterable[str], key: str) -> tuple[str, ...]:
        """Return the events that ids lead to, and report on those that lead nowhere."""
        if not written:
            return ()
        found = [self._event(each, (key, number), key) for number, each in enumerate(written)]
        return tuple(each for each in found if each)

    def _tie(self, written: str | TieRecord, field: Field, key: str) -> tuple[str | None, bool]:
        if isinstance(written, str):
            return self._event(written, field, key), True
        return self._event(written.event, (*field, "event"), key), written.certainty == "certain"

    def _event(self, id_: str, field: Field, key: str) -> str | None:
        """Return the event that an id leads to, through redirects, or None after reporting why there is none."""
        target = self._addresses.find(id_)
        if target is None:
            self._lost(id_, field)
        elif target == self._reader.filed.id:
            self._reader.report("tied-to-itself", "this is the record itself", field)
        elif any((each.key, each.event) == (key, target) for each in self.stated):
            self._reader.report("repeated-item", f"{target} stands in the list already", field)
        else:
            self.stated.append(StatedTie(key, target, self._reader.filed.place(*field)))  # type: ignore[arg-type]  # one of the four keys
            return target
        return None

    def _lost(self, id_: str, field: Field) -> None:
        self._reader.lose(field)
        problem = self._addresses.problem(id_)
        if problem:
            self._reader.report(problem.code, problem.message, field, problem.help)
