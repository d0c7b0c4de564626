"""Her copy of everything as a text she can read, with the same as JSON at its end."""

from collections.abc import Iterable, Iterator

import orjson

from bot.privacy.record import Record
from bot.words.language import Trusted, say

_PERSON = ("id", "name", "email", "language", "timezone", "slack_id", "consented_at", "paused_until", "stopped_at")
_PLACEMENT = ("host", "supervisor", "role", "country", "starts_on", "ends_on", "coordinator", "mentor")

_MENTORING = ("topics", "skills", "field", "languages", "waiting_since")


def readable(record: Record, language: str) -> str:
    """The file's text; `record` is what `record_of` gives."""
    return "\n".join(_File(record, language).lines()) + "\n"


class _File:
    def __init__(self, record: Record, language: str) -> None:
        self._record = record
        self._language = language

    def lines(self) -> Iterator[str]:
        """The whole file, section by section."""
        yield self._say("title")
        yield self._record["as_of"]
        yield from self._section("person", self._labelled(self._record["person"], _PERSON))
        yield from self._section("placement", self._labelled(self._record["placement"], _PLACEMENT))
        yield from self._section("schedule", self._labelled(self._record["placement"], ("next_checkin_at",)))
        yield from self._section("consents", self._consents())
        yield from self._section("accounts", self._accounts())
        yield from self._section("conversations", self._conversations())
        yield from self._section("goals", (f"- {self._or_gone(goal['words'])}" for goal in self._record["goals"]))
        yield from self._section("absences", self._absences())
        yield from self._section("lifts", self._lifts())
        yield from self._section("mentoring", self._mentoring())
        yield from self._section("cases", self._cases())
        yield from self._section("as_data", [orjson.dumps(self._record, option=orjson.OPT_INDENT_2).decode()])

    def _section(self, heading: str, content: Iterable[str]) -> Iterator[str]:
        title = self._say(heading)
        yield from ("", title, "=" * len(title))
        yield from list(content) or [self._say("nothing")]

    def _labelled(self, values: Record, names: tuple[str, ...]) -> Iterator[str]:
        return (f"{self._say(name)}: {values[name]}" for name in names if values[name])

    def _consents(self) -> Iterator[str]:
        for given in self._record["consents"]:
            withdrawn = f", {self._say('withdrawn_at')}: {given['withdrawn_at']}" if given["withdrawn_at"] else ""
            yield f"{given['given_at']} ({given['channel']}, {given['version']}){withdrawn}"

    def _accounts(self) -> Iterator[str]:
        return (
            f"{account['platform']}: {account['user']}, {account['seen_at']}" for account in self._record["accounts"]
        )

    def _conversations(self) -> Iterator[str]:
        for talk in self._record["conversations"]:
            yield f"{talk['opened_at']}  {talk['title']}"
            for answer in talk["answers"]:
                yield f"  {answer['question']}"
                yield f"  > {self._answer(answer)}"
                for each in answer["before"]:
                    yield f"    {self._say('changed', when=each['at'], answer=self._answer(each))}"

    def _absences(self) -> Iterator[str]:
        for away in self._record["absences"]:
            yield self._say("away", since=away["starts_on"], until=away["ends_on"])

    def _lifts(self) -> Iterator[str]:
        kept = self._record["lifts"]
        if wish := kept["wish"]:
            area, reach = self._or_gone(wish["area"]), self._or_gone(wish["reach"])
            yield f"{wish['wished_at']}: {area}, {wish['arrive']}, {reach}"
        for pair in kept["pairs"]:
            yield f"{pair['found_at']}: {self._say('lift_agreed' if pair['agreed'] else 'lift_found')}"

    def _mentoring(self) -> Iterator[str]:
        kept = self._record["mentoring"]
        for name in _MENTORING:
            if value := kept.get(name):
                shown = ", ".join(map(str, value)) if isinstance(value, list) else value
                yield f"{self._say(f'mentoring_{name}')}: {shown}"
        for pair in kept["mentorships"]:
            yield self._say("mentorship", partner=pair["with"], since=pair["made_at"])
            for meeting in pair["meetings"]:
                words = " / ".join(filter(None, (meeting["agenda"], meeting["takeaway"])))
                yield f"  {meeting['starts_at'] or '-'} {words}".rstrip()
            yield from (f"  - {each['words']} ({each['due_on'] or '-'})" for each in pair["action_items"])

    def _answer(self, given: Record) -> str:
        return self._say("skipped") if given["answer"] is None else self._or_gone(given["answer"])

    def _cases(self) -> Iterator[str]:
        for case in self._record["cases"]:
            topic, state = say(f"topic.{case['topic']}", self._language), say(f"state.{case['state']}", self._language)
            yield f"{case['number']}: {topic}, {state}, {case['opened_at']}"
            for line in case["said"]:
                yield f"  {line['at']} {self._say(line['from'])}: {self._or_gone(line['words'])}"
                if line["signs"]:
                    yield f"    {self._say('signs', answer=' '.join(line['signs']))}"
            yield from (f"  {line}" for line in self._linked(case))
            yield from (f"  {each['at']} {self._file(each)}" for each in case["sent"])
            yield from (f"  {self._opening(opening)}" for opening in case["opened_by"])
            if not case["opened_by"]:
                yield f"  {self._say('not_opened')}"

    def _linked(self, case: Record) -> Iterator[str]:
        if case["compared"]:
            yield self._say("compared", answer=", ".join(self._say(f"compared.{kind}") for kind in case["compared"]))
        if case["follows"]:
            yield self._say("follows", number=case["follows"])

    def _file(self, sent: Record) -> str:
        size = f"{max(sent['size'] // 1000, 1)} kB"
        return self._say("file", kind_word=say(f"attachment.{sent['kind']}", self._language), size=size)

    def _opening(self, opening: Record) -> str:
        role = say(f"role.{opening['role']}", self._language) if opening["role"] else "-"
        return self._say("opened", opener=role, when=opening["at"])

    def _or_gone(self, words: object) -> str:
        return str(words) if words else self._say("unreadable")

    def _say(self, key: str, **values: object) -> str:
        # A text file has no formatting, so nothing is escaped.
        return say(f"mydata.{key}", self._language, {name: Trusted(value) for name, value in values.items()})
