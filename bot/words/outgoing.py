"""What goes out, before any platform has dressed it: plain data that is stored in the outbox and rendered later.

Texts are written in a small CommonMark subset: `**bold**`, `*italic*`, lists, links. Words of people are escaped
before they are put in (`bot.words.language.fill`), so nobody can forge a link or ping a channel.
"""

from dataclasses import dataclass, field, fields
from typing import Any, TypeAlias

import orjson


@dataclass(frozen=True, slots=True)
class Button:
    """A tap: `data` comes back as `Inbound.data`. `style` is "", "primary" or "danger"; `url` opens a page instead."""

    label: str
    data: str
    style: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A private way to answer with words, where the platform has one (a Slack modal): the texts it shows.

    `data` names the question and comes back as `Inbound.answers`; `limit` is the longest answer in characters.
    """

    open: str
    title: str
    label: str
    submit: str
    cancel: str
    data: str
    limit: int


@dataclass(frozen=True, slots=True)
class Message:
    """Words for one person, with rows of buttons under them.

    `plain` marks words of a person: they are shown exactly as typed, nothing in them is read as formatting. `subject`
    stands above a mail; chats have no such line.
    """

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    plain: bool = False
    form: Form | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A case as the coordinators' channel sees it. Never a name, an employer or a word of the student.

    `fallback` is what a notification and a screen reader say. `fields` are short pairs of label and value.
    """

    title: str
    fields: tuple[tuple[str, str], ...]
    fallback: str
    buttons: tuple[Button, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file for one person: `content` is its text."""

    filename: str
    content: str
    caption: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of a case for one colleague: the attachment's row id. Its bytes are read when it is sent, never stored."""

    attachment: int
    filename: str
    caption: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Levels over time: `rows` are a subject with its level in each column, None where there is none."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart for one person, beside a message that says the same in words; `alt` says it to screen readers."""

    filename: str
    chart: Chart
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class HomeEntry:
    """One case in a coordinator's own list."""

    title: str
    detail: str
    button: Button


@dataclass(frozen=True, slots=True)
class Home:
    """A coordinator's own page: headed lists of cases, and one line below them, `note`."""

    title: str
    sections: tuple[tuple[str, tuple[HomeEntry, ...]], ...] = field(default_factory=tuple)
    empty: str = ""
    note: str = ""


Outgoing: TypeAlias = Message | Card | Document | Picture | Enclosure | Home
_KINDS: dict[str, type[Outgoing]] = {
    "message": Message, "card": Card, "document": Document, "picture": Picture, "enclosure": Enclosure, "home": Home,
}  # fmt: skip


def pack(outgoing: Outgoing) -> str:
    """The JSON text that stands in the outbox."""
    kind = next(word for word, cls in _KINDS.items() if isinstance(outgoing, cls))
    own = {column.name: getattr(outgoing, column.name) for column in fields(outgoing)}
    return orjson.dumps({"kind": kind, **own}).decode()


def unpack(packed: str) -> Outgoing:
    """What `pack` wrote."""
    data: dict[str, Any] = orjson.loads(packed)
    match data.pop("kind"):
        case "message":
            rows = tuple(tuple(Button(**button) for button in row) for row in data.pop("buttons"))
            form = data.pop("form")
            return Message(buttons=rows, form=Form(**form) if form else None, **data)
        case "card":
            fields = tuple((label, value) for label, value in data.pop("fields"))
            return Card(fields=fields, buttons=tuple(Button(**button) for button in data.pop("buttons")), **data)
        case "document":
            return Document(**data)
        case "picture":
            return Picture(chart=_chart(data.pop("chart")), **data)
        case "enclosure":
            return Enclosure(**data)
        case "home":
            sections = tuple(
                (heading, tuple(HomeEntry(e["title"], e["detail"], Button(**e["button"])) for e in entries))
                for heading, entries in data.pop("sections")
            )
            return Home(sections=sections, **data)
        case kind:
            raise ValueError(f"the outbox holds an unknown kind of message: {kind!r}")


def _chart(data: dict[str, Any]) -> Chart:
    rows = tuple((subject, tuple(levels)) for subject, levels in data.pop("rows"))
    return Chart(columns=tuple(data.pop("columns")), rows=rows, **data)
