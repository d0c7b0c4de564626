"""Who a student's coordinator or mentor is: named in the roster by id, by e-mail address or by name. Pure."""

from collections.abc import Collection, Iterable, Mapping

from rapidfuzz import process

from bot.programmes.roster import Entry
from storage.people import Person


class Staff:
    """Everybody of the file and of those that are kept, to be found in the three ways they are written."""

    def __init__(self, entries: Iterable[Entry], people: Mapping[str, Person]) -> None:
        kept = [
            (person.id, {"name": person.name, "email": person.email, "role": person.role})
            for person in people.values() if person.forgotten_at is None
        ]  # fmt: skip
        # The file has the last word on who somebody is.
        known = {**dict(kept), **{entry.id: entry.person for entry in entries}}
        self._roles = {person_id: str(values["role"]) for person_id, values in known.items()}
        self._ids: dict[str, set[str]] = {}
        for person_id, values in known.items():
            for written in {person_id, str(values.get("email") or ""), str(values["name"])}:
                self._ids.setdefault(written.casefold(), set()).add(person_id)

    def find(self, written: str, roles: Collection[str]) -> tuple[str, str]:
        """The id of whoever is meant, "" for an empty cell, and what is wrong, "" for nothing."""
        if not written:
            return "", ""
        found = {written} if written in self._roles else self._ids.get(written.casefold(), set())
        fitting = {person_id for person_id in found if self._roles[person_id] in roles}
        if len(fitting) == 1:
            return fitting.pop(), ""
        if fitting:
            return "", f"may be {' or '.join(sorted(fitting))}: write the id"
        if found:
            return "", f"has the role {self._roles[min(found)]}"
        names = [name for name, ids in self._ids.items() if any(self._roles[each] in roles for each in ids) and name]
        close = process.extractOne(written.casefold(), names, score_cutoff=70)
        return "", f"is nobody in the file or the database{f' (did you mean {close[0]!r}?)' if close else ''}"
