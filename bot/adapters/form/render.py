"""The form's pages in a language. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.adapters.form.inbound import ABOUT, ASKED_FOR, CHOICES, LONGEST, Filled
from bot.cases.anonymous import Thread
from bot.config import Settings
from bot.facts.placeholders import in_language
from bot.words.language import LANGUAGES, Trusted, say
from flows.countries import CountryPack, Helpline, country_pack

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to help: what it is, what is shown of it, and the address a phone opens it by ("" where it has none)."""

    name: str
    shown: str
    address: str = ""
    hours: str = ""


class Pages:
    """Every page of the form for one programme."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pack = country_pack(settings.programme.country)

    def report(self, form: Filled, error: str = "") -> str:
        """The form itself; `error` is what hindered it: everything that was typed stands there still."""
        options = [(choice, say(f"{ABOUT}{choice}", form.language)) for choice in CHOICES]
        return self._page("report", form, error=error, options=options)

    def sent(self, form: Filled, code: str, thread: Thread | None) -> str:
        """The code, and what happens now as far as that could be looked up."""
        return self._page("sent", form, error="", code=code, thread=thread)

    def answers(self, form: Filled, error: str = "") -> str:
        """Where a code is typed."""
        return self._page("answers", form, error=error)

    def thread(self, form: Filled, thread: Thread, error: str = "", *, sent: bool = False) -> str:
        """A report with its answers; `sent`: more was written just now."""
        return self._page("thread", form, error=error, thread=thread, sent=sent)

    def refused(self, form: Filled, error: str) -> str:
        """A post that cannot be read: only why."""
        return self._page("refused", form, error=error)

    def _page(self, name: str, form: Filled, **shown: object) -> str:
        """`t` gives a text of the form, filled; what is filled in is escaped by the template and never formatting."""
        t = partial(_text, form.language, self._known(form.language))
        return _ENVIRONMENT.get_template(f"{name}.html").render(
            t=t, form=form, org=self._settings.programme.name, ways=list(_ways(self._pack, t)),
            languages=LANGUAGES, open=self._settings.privacy.anonymous_form, duty=self._duty(form.language),
            consequence=in_language(self._settings.privacy.anonymous_consequence, form.language), **shown,
        )  # fmt: skip

    def _known(self, language: str) -> Mapping[str, object]:
        privacy = self._settings.privacy
        first = self._pack.helplines[0]
        contact = in_language(privacy.confidential_contact, language) or f"{first.name} {_reached_by(first)}"
        return {
            "org": self._settings.programme.name, "emergency": self._pack.emergency, "confidential_contact": contact,
            "limit": _grouped(ASKED_FOR), "highest": _grouped(LONGEST),
        }  # fmt: skip

    def _duty(self, language: str) -> str:
        """What must be passed on, in the programme's words."""
        return in_language(self._settings.privacy.duty_to_report_notice, language) or say("duty.none_named", language)


def _text(language: str, known: Mapping[str, object], key: str, **values: object) -> str:
    filled = {name: Trusted(value) for name, value in {**known, **values}.items()}
    return say(f"anonymous.{key}", language, filled)


def _ways(pack: CountryPack, t: Say) -> list[Way]:
    """The numbers of the programme's country, the one for danger first."""
    numbers = (("help_emergency", pack.emergency), ("help_police", pack.police), ("help_medical", pack.medical))
    dialled = [Way(t(key), number, _dialled(number)) for key, number in numbers if number]
    return [*dialled, *(_helpline(line, t) for line in pack.helplines)]


def _helpline(line: Helpline, t: Say) -> Way:
    if line.phone:
        return Way(line.name, line.phone, _dialled(line.phone), line.hours)
    if line.sms:
        return Way(line.name, t("help_sms", answer=line.sms), f"sms:{line.sms}", line.hours)
    return Way(line.name, line.chat.removeprefix("https://"), line.chat, line.hours)


def _grouped(number: int) -> str:
    """`4 000`, with a space that no line ends at."""
    return f"{number:,}".replace(",", "\u00a0")


def _reached_by(line: Helpline) -> str:
    return line.phone or line.sms or line.chat


def _dialled(number: str) -> str:
    """A phone's address (RFC 3966), or "" where there is more in it than a number."""
    return f"tel:{re.sub(r'[ -]', '', number)}" if re.fullmatch(r"\+?[\d -]+", number) else ""


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
