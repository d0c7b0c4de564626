"""Settings: one TOML file, and the environment over it.

We chose pydantic-settings because a setting is then declared once: its type, its default and the line of why that
the reference and `config.example.toml` show. What we gave up is its error text, which quotes what was typed, a
secret perhaps: `bot.config.errors` words every error anew, with the file, the key and the remedy.
"""

from bot.config.care import Privacy, Safeguarding
from bot.config.errors import ConfigError
from bot.config.load import find, load
from bot.config.mail import Mail
from bot.config.platforms import Slack, Telegram
from bot.config.reference import reference
from bot.config.rhythm import Mentoring, Schedule, Team
from bot.config.sections import Programme, Storage, Web
from bot.config.settings import Settings

__all__ = [
    "ConfigError",
    "Mail",
    "Mentoring",
    "Privacy",
    "Programme",
    "Safeguarding",
    "Schedule",
    "Settings",
    "Slack",
    "Storage",
    "Team",
    "Telegram",
    "Web",
    "find",
    "load",
    "reference",
]
