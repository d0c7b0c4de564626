"""An invitation as it is printed: the link, its QR code, and how she begins on Slack."""

import asyncio
from io import StringIO

import segno

from bot.adapters.telegram.probe import bot_name
from bot.cli.mistakes import Mistake
from bot.config import Settings
from bot.programmes.invitations import VALID_FOR, invite, telegram_link
from storage import people
from storage.people import Person
from storage.unit_of_work import UnitOfWork


def bot_username(settings: Settings) -> str | None:
    """What the bot is called on Telegram: as configured, else as Telegram says; None where Telegram is off.

    Raises:
        Mistake: Telegram does not say.
    """
    if settings.telegram is None:
        return None
    if settings.telegram.bot_username:
        return settings.telegram.bot_username
    name, trouble = asyncio.run(bot_name(settings.telegram))
    if trouble:
        raise Mistake(f"[telegram] {trouble}; or write bot_username there, and Telegram is not asked")
    return name


def without_account(uow: UnitOfWork) -> list[Person]:
    """Every student and mentor who has not written from any account."""
    known = people.people_with_role(uow.db, "student", "mentor")
    return [one for one in known if one.forgotten_at is None and not people.accounts_of(uow.db, one.id)]


def invitation(uow: UnitOfWork, settings: Settings, person: Person, username: str | None) -> str:
    """Invite somebody; gives the text to print.

    Raises:
        Mistake: she asked to be forgotten, or no platform is configured.
    """
    if person.forgotten_at is not None:
        raise Mistake(f"{person.id} asked to be forgotten; to begin anew she needs a new id in the roster")
    if username is None and settings.slack is None:
        raise Mistake("the configuration has neither [telegram] nor [slack]: there is nothing to invite her to")
    parts = [f"{person.id}  {person.name}"]
    parts += _on_telegram(uow, person, username) if username else ["On Telegram: off, there is no [telegram] section."]
    parts += _on_slack(person, settings.programme.bot_name) if settings.slack else ["On Slack: off."]
    return "\n".join(parts) + "\n"


def _on_telegram(uow: UnitOfWork, person: Person, username: str) -> list[str]:
    link = telegram_link(username, invite(uow, person))
    drawn = StringIO()
    segno.make(link, micro=False).terminal(out=drawn, compact=True)
    until = uow.now + VALID_FOR
    return [f"On Telegram, once, until {until:%Y-%m-%d}:", link, drawn.getvalue().rstrip("\n")]


def _on_slack(person: Person, name: str) -> list[str]:
    known = (
        f"Slack id {person.slack_id}" if person.slack_id else f"e-mail address {person.email}" if person.email else ""
    )
    if not known:
        return ["On Slack: she would not be recognised; put her slack_id or e-mail address in the roster."]
    return [f"On Slack: she opens the app {name} and writes any word. She is known by her {known}."]
