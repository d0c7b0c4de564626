"""What the door answers to the listener, beyond the rows it wrote."""

from dataclasses import dataclass

from bot.cases.views import View


@dataclass(frozen=True, slots=True)
class Reply:
    """What the listener tells the platform.

    `toast` is a short note for the tap itself (Telegram: answerCallbackQuery, at most 200 characters); `view` is what a
    coordinator is to see; `repeated` says that this event had been handled before; `found` is false where no report
    has the code that words were sent under.
    """

    toast: str = ""
    view: View | None = None
    repeated: bool = False
    found: bool = True
