"""Her copy of everything, as a file in the same chat."""

from bot.facts.context import Context
from bot.facts.placeholders import when
from bot.privacy.data_file import readable
from bot.privacy.record import record_of
from bot.words.language import say
from bot.words.outgoing import Document, pack
from storage.outbox import Priority
from storage.people import Account
from storage.posting import post_to


def send_export(context: Context, account: Account | None) -> None:
    """Send everything that is kept about her: to `account`, where she asked for it, else to the one she used last."""
    document = Document(
        filename=say("mydata.filename", context.language),
        content=readable(record_of(context), context.language),
        caption=say("mydata.caption", context.language, file_time=when(context, context.now)),
    )
    post_to(context.uow, context.person, pack(document), priority=Priority.REPLY, account=account)
