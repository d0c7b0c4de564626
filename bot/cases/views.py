"""What a coordinator sees when she opens something: a form or a page, before any platform has dressed it."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and words shown exactly as typed; `when` is already written in the reader's own time zone."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in: `options` are pairs of value and label, only for a choice."""

    id: str
    label: str
    kind: Literal["text", "choice"]
    options: tuple[tuple[str, str], ...] = ()
    initial: str = ""
    limit: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A form or a page about one case.

    `verb` is what sending the form does (a `CaseAct` of that verb with the fields); empty for a page that is only
    read. `kept` travels with the form and comes back as fields: never a student's words. `buttons` are pairs of verb
    and label for a page that leads on.
    """

    title: str
    case: int
    passages: tuple[Passage, ...] = ()
    fields: tuple[Field, ...] = ()
    verb: str = ""
    submit: str = ""
    close: str = ""
    buttons: tuple[tuple[str, str], ...] = ()
    kept: dict[str, str] = field(default_factory=dict)
    error: str = ""
