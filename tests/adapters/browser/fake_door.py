"""A door behind which stands no bot: it says a few things of the right shapes, and can be told to fail."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from bot.adapters.browser import BrowserTransport
from bot.cases.verbs import OPEN, REPLY, REPLY_SEND, TAKE, button_data
from bot.cases.views import Field, Passage, View
from bot.delivery.transport import Parcel
from bot.intake.inbound import CaseAct, Event, Inbound, Kind
from bot.intake.reply import Reply
from bot.words.outgoing import Button, Card, Document, Home, HomeEntry, Message, Outgoing

QUESTION = "Do you feel **safe and respected** at work?"
OPTIONS = (("yes", "Yes"), ("not_always", "Not always"), ("no", "No"))
SECRET = "The words of Example Student One"
CARD = Card(
    title="[URGENT] Case 2026-0001",
    fields=(
        ("Respond by", "14:30 (in 4 h)"),
        ("Type", "safety"),
        ("Source", "check-in"),
        ("Language", "en"),
        ("Assigned", "nobody yet"),
        ("Student", "hidden – open to see"),
    ),
    fallback="Urgent: case 2026-0001, respond by 14:30",
    buttons=(
        Button("Open case", button_data(OPEN, 1)),
        Button("I take it", button_data(TAKE, 1), "primary"),
        Button("Reply to student", button_data(REPLY, 1)),
    ),
    urgent=True,
)


@dataclass
class FakeDoor:
    """Records what comes in and answers it. `fails` counts down: so many events fail before one is heard."""

    transport: BrowserTransport
    events: list[Event] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    fails: int = 0
    staff_chats: tuple[str, ...] = ()
    _rows: "count[int]" = field(default_factory=lambda: count(1))
    _card: str = ""

    async def receive(self, event: Event) -> Reply:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("the turn failed")
        if event.event_id in {seen.event_id for seen in self.events}:
            return Reply(repeated=True)
        self.events.append(event)
        if isinstance(event, CaseAct):
            return await self._acted(event)
        assert isinstance(event, Inbound), "nobody writes without a name on this page"
        return await self._heard(event)

    async def receive_all(self, events: Sequence[Event]) -> list[Reply | Exception]:
        return [await self.receive(event) for event in events]

    async def reject(self, platform: str, event_id: str, reason: str) -> None:
        self.rejected.append(reason)

    async def send(self, chat: str, outgoing: Outgoing, *, edits: str = "", thread: str = "") -> str:
        return await self.transport.send(Parcel(next(self._rows), chat, outgoing, edits, thread))

    async def ask(self, chat: str) -> str:
        """Ask the question, its options and the controls under it."""
        options = tuple(Button(label, f"a|1|safe|{option}") for option, label in OPTIONS)
        controls = (Button("Skip", "c|1|safe|skip"), Button("Urgent help", "c|1|safe|urgent", "danger"))
        return await self.send(chat, Message(QUESTION, (options, controls)))

    async def open_case(self) -> str:
        """Post the card with a line in its thread, and write to every coordinator."""
        self._card = await self.send("desk", CARD)
        await self.send("desk", Message("14:02 · opened by the check-in"), thread=self._card)
        for chat in self.staff_chats:
            await self.send(chat, Message("**Urgent.** Case 2026-0001 waits for you. Respond by 14:30."))
        return self._card

    async def _heard(self, event: Inbound) -> Reply:
        if event.kind is Kind.OPENED:
            entry = HomeEntry("Case 2026-0001", "safety · respond by 14:30", Button("Open case", button_data(OPEN, 1)))
            await self.send(event.chat, Home("Your cases", (("Open", (entry,)), ("Overdue", ()))))
        elif event.kind is Kind.TAP:
            await self.send(event.chat, Message(f"{QUESTION}\n✓ {event.data.rpartition('|')[2]}"), edits=event.ref)
            if event.data.endswith("|no"):
                await self.send(event.chat, Message("Thank you for telling me. A person is told **now**."))
                await self.open_case()
            return Reply(toast="Saved")
        elif event.kind is Kind.MEDIA:
            await self.send(event.chat, Message("I cannot listen or look. Please write it."))
        elif event.text == "mydata":
            await self.send(event.chat, Document("my-data.txt", "everything", "Here is what I have."))
        elif event.text == "menu":
            await self.ask(event.chat)
        else:
            await self.send(event.chat, Message("I heard you."))
        return Reply()

    async def _acted(self, act: CaseAct) -> Reply:
        match act.verb:
            case "open":
                words = (Passage("Example Student One", "Example Host Ltd"), Passage("14:02, check-in", SECRET))
                buttons = (("take", "I take it"), ("reply", "Reply to student"))
                return Reply(view=View("Case 2026-0001", act.case, words, close="Close", buttons=buttons))
            case "reply":
                return Reply(view=_reply_form(act.case))
            case "reply_send" if not act.fields["words"].strip(". "):
                return Reply(view=replace(_reply_form(act.case, act.fields["words"]), error="Please write something."))
            case "reply_send":
                await self.send("student-1", Message(act.fields["words"], plain=True))
                return Reply(toast="Sent.")
            case _:
                taken = replace(CARD, fields=(*CARD.fields[:4], ("Assigned", act.user)), buttons=CARD.buttons[:1])
                await self.send("desk", taken, edits=self._card)
                await self.send("desk", Message(f"14:05 · taken by {act.user}"), thread=self._card)
                return Reply(toast="It is yours.")


def _reply_form(case: int, words: str = "") -> View:
    start = Field("start", "Start from", "choice", (("own", "My own words"), ("summary", "A summary")), "own")
    text = Field("words", "Your reply", "text", initial=words, limit=1000)
    return View("Reply to student", case, (), (start, text), REPLY_SEND, "Send", "Cancel", kept={"from": "card"})
