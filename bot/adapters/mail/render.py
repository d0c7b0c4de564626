"""Our words as a mail: a subject and plain text in UTF-8. Pure."""

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from hashlib import sha256
from typing import assert_never

from bot.delivery.transport import Parcel, SendNever
from bot.words.markup import Run, read
from bot.words.outgoing import Button, Card, Document, Enclosure, Home, Message, Picture, pack

_LONGEST_SUBJECT = 78
"""What most mail programs show of a subject, and RFC 5322 (2.1.1) advises as a line's length."""


def mail(parcel: Parcel, sender: str, now: datetime) -> EmailMessage:
    """A parcel as a mail to the address `parcel.chat`.

    Buttons are left out, but for those that open a page. Every try of one row carries the same Message-ID, so that a
    mail that was sent twice is shown once; two rows never share one.

    Raises:
        SendNever: mail has no such thing, or the address cannot stand in a header.
    """
    subject, text = _words(parcel)
    ascii_only = (sender + parcel.chat).isascii()
    made = EmailMessage(policy=SMTP if ascii_only else SMTPUTF8)
    try:
        made["From"], made["To"] = sender, parcel.chat
    except ValueError:
        raise SendNever("not_an_address") from None
    made["Subject"] = _shortened(subject)
    made["Date"] = format_datetime(now)
    made["Message-ID"] = message_id(parcel, sender)
    if parcel.thread:
        made["In-Reply-To"] = made["References"] = parcel.thread
    # RFC 3834: no out-of-office reply to what a program has sent.
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(text, charset="utf-8")
    return made


def message_id(parcel: Parcel, sender: str) -> str:
    """The same for every try of a row. The digest tells apart rows of one number in two databases."""
    digest = sha256(f"{parcel.chat}\n{pack(parcel.outgoing)}".encode()).hexdigest()[:16]
    domain = sender.rpartition("@")[2].encode("idna").decode()
    return f"<{parcel.row}.{digest}@{domain}>"


def _words(parcel: Parcel) -> tuple[str, str]:
    match parcel.outgoing:
        case Message() as message:
            text = message.text if message.plain else _shown(read(message.text))
            return message.subject or text.partition(". ")[0], "\n\n".join((text, *_links(message)))
        case Card() as card:
            return card.fallback, "\n".join((card.title, *(f"{label}: {value}" for label, value in card.fields)))
        case Document() | Picture() | Enclosure() | Home():
            raise SendNever("mail_carries_words_only")
        case _:
            assert_never(parcel.outgoing)


def _shown(runs: list[Run]) -> str:
    return "".join(f"{run.text} ({run.link})" if run.link and run.link not in run.text else run.text for run in runs)


def _links(message: Message) -> list[str]:
    buttons: list[Button] = [button for row in message.buttons for button in row]
    return [f"{button.label}: {button.url}" for button in buttons if button.url]


def _shortened(subject: str) -> str:
    line = " ".join(subject.split())
    return line if len(line) <= _LONGEST_SUBJECT else f"{line[: _LONGEST_SUBJECT - 1]}…"
