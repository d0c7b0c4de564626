"""Where staff are reached: the coordinators' channel and each coordinator's own chat."""

from dataclasses import dataclass

from bot.config import Settings
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Address:
    """A chat on a lane."""

    lane: str
    chat: str


def desk(settings: Settings) -> Address:
    """The coordinators' channel. Without Slack there is only the demo's page: `run` refuses such a configuration."""
    if settings.slack and settings.slack.escalation_channel:
        return Address("slack", settings.slack.escalation_channel)
    return Address("browser", "desk")


def address_of(staff: Person, settings: Settings) -> Address | None:
    """A coordinator's own chat, or None while her Slack id is not known."""
    if not settings.slack:
        return Address("browser", f"staff-{staff.id}")
    return Address("slack", staff.slack_id) if staff.slack_id else None
