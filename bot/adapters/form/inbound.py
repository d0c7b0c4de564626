"""What the form posts, read into what the rest of the program knows. Pure, and without a trace of who posted it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from bot.intake.inbound import AnonymousWords
from bot.words.language import LANGUAGES, known_language
from flows.notices.anonymous import ANONYMOUS_PAGE
from storage.anonymous import PAGE

ABOUT = "anonymous.about."
CHOICES = tuple(key.removeprefix(ABOUT) for key in ANONYMOUS_PAGE if key.startswith(ABOUT))
"""The options of "What is it about?", the one that says nothing first."""
ASKED_FOR = 4_000
"""Characters we ask to keep to; what is longer is kept whole all the same, as far as `LONGEST`."""
LONGEST = 20_000
SEND, LOOK = "send", "look"
_TICKET = re.compile(r"[A-Za-z0-9_-]{22,64}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it stands. `wish` is what the button says: send, look, or a language to show the same page in."""

    language: str
    wish: str = SEND
    ticket: str = ""
    code: str = ""
    about: str = CHOICES[0]
    workplace: str = ""
    text: str = ""

    @property
    def switches(self) -> bool:
        """Only the language was changed."""
        return self.wish in LANGUAGES

    @property
    def is_empty(self) -> bool:
        """Nothing was written."""
        return not self.text.strip()

    @property
    def too_long(self) -> bool:
        """More was written than is kept in one piece."""
        return len(self.text) + len(self.workplace) > LONGEST


def filled(posted: Mapping[str, str], otherwise: str) -> Filled:
    """A posted form, with everything of an unknown shape left out; `otherwise` is the language where it names none."""
    wish, ticket, about = posted.get("wish", SEND), posted.get("ticket", ""), posted.get("about", "")
    chosen = wish if wish in LANGUAGES else posted.get("lang", "")
    return Filled(
        language=chosen if chosen in LANGUAGES else otherwise,
        wish=wish,
        ticket=ticket if _TICKET.fullmatch(ticket) else "",
        code=posted.get("code", "").strip()[:100],
        about=about if about in CHOICES else CHOICES[0],
        workplace=" ".join(_as_typed(posted, "workplace").split()),
        text=_as_typed(posted, "text"),
    )


def report(form: Filled, code: str) -> AnonymousWords:
    """A new report; the same form sent again is the same event, with other words in it it is another."""
    about = form.about if form.about != CHOICES[0] else ""
    return AnonymousWords(
        PAGE, _event(form.ticket, about, form.workplace, form.text), code, form.text.strip(), form.language,
        begins=True, about=about, workplace=form.workplace,
    )  # fmt: skip


def more(form: Filled) -> AnonymousWords:
    """More words for the report of a code."""
    return AnonymousWords(PAGE, _event(form.ticket, form.text), form.code, form.text.strip(), form.language)


def language_wanted(asked: str, accepted: str, otherwise: str) -> str:
    """The language a page is asked for, else the first we speak of a browser's `Accept-Language`, else `otherwise`."""
    if asked in LANGUAGES:
        return asked
    for part in sorted(accepted.split(","), key=_weight):
        code = part.partition(";")[0].strip().lower()
        if code and (known_language(code) != "en" or code.startswith("en")):
            return known_language(code)
    return otherwise


def _weight(part: str) -> float:
    """How far behind a part of `Accept-Language` stands (RFC 9110, 12.5.4)."""
    found = re.search(r";\s*q=([01](?:\.\d{1,3})?)\s*$", part)
    return -float(found[1]) if found else -1.0


def _as_typed(posted: Mapping[str, str], field: str) -> str:
    """A browser posts line ends as CR LF."""
    return posted.get(field, "").replace("\r\n", "\n").replace("\0", "")


def _event(ticket: str, *content: str) -> str:
    """One-way: who keeps it can find neither the form's number, and with it the code, nor what was written."""
    return sha256("\0".join((ticket, *content)).encode()).hexdigest()
