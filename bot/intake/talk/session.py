"""One student or mentor at one moment: who she is, where she writes, and how to answer her there."""

from dataclasses import dataclass

from bot.facts.context import Context
from bot.facts.placeholders import Placeholders, readers
from bot.facts.promise import truly
from bot.facts.sending import good_until
from bot.intake.scripts import Scripts
from bot.words.language import say, translate
from bot.words.outgoing import Message, Outgoing, pack
from flows.notices import NOTICES
from storage.outbox import Priority
from storage.people import Account
from storage.posting import post_to


@dataclass
class Session:
    """What every step of a turn needs.

    `tapped` is the platform's id of the message whose button was pressed;
    `toast` becomes the short note for the tap; `show_menu` asks for the menu after everything else. `said` names the
    message she typed, on its platform. `supported`: something urgent that she wrote has been answered in this turn.
    `without` are the roster ids of those from whom what is spoken of is kept.
    """

    context: Context
    scripts: Scripts
    account: Account | None
    tapped: str = ""
    toast: str = ""
    show_menu: bool = False
    priority: int = Priority.REPLY
    said: str = ""
    supported: bool = False
    without: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The language she reads."""
        return self.context.language

    @property
    def is_mentor(self) -> bool:
        """She is here as a mentor, with other conversations than a student."""
        return self.context.person.role == "mentor"

    @property
    def beginning(self) -> str:
        """The conversation that comes before all others."""
        return "mentor_start" if self.is_mentor else "onboarding"

    def notice(self, key: str, **values: object) -> str:
        """One of the bot's own notices in her language; placeholders of hers are filled by themselves."""
        return self.text(f"notice.{key}", NOTICES[key], **values)

    def text(self, context: str, english: str, **values: object) -> str:
        """A text of a flow in her language, filled."""
        return truly(self.context, translate(context, english, self.language), self._known(values))

    def channel_notice(self) -> str:
        """What her channel can technically do with her messages."""
        return say(f"channel.{self.account.platform if self.account else 'browser'}", self.language)

    def _known(self, values: dict[str, object]) -> Placeholders:
        return Placeholders(
            self.context, {"channel_notice": self.channel_notice, **readers(self.context, self.without), **values}
        )

    def post(
        self,
        outgoing: Outgoing | str,
        *,
        key: str = "",
        edits: str = "",
        edits_key: str = "",
        priority: int | None = None,
    ) -> bool:
        """Put an answer on its way to where she writes; False when nothing of hers can be reached."""
        message = Message(outgoing) if isinstance(outgoing, str) else outgoing
        priority = self.priority if priority is None else priority
        return post_to(
            self.context.uow, self.context.person, pack(message), account=self.account, key=key, edits=edits,
            edits_key=edits_key, priority=priority,
            good_until=good_until(self.context) if priority == Priority.PROMPT else None,
        )  # fmt: skip
