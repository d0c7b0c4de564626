"""Sending by SMTP, and what a server's refusals mean for what is to be sent."""

from typing import Any

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPHeloError,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from bot.adapters.mail.render import mail
from bot.clock import Clock
from bot.config.mail import Mail
from bot.delivery.transport import Pace, Parcel, SendAgain, SendNever
from bot.log import get_logger
from bot.pulse import Pulse

LANE = "mail"
PACE = Pace(per_second=2.0, chat_gap=0.5, at_once=2)
"""Ours: servers set their own limits and seldom tell them; alarms are few, and this stays far below."""
FAILURES = (SMTPException, OSError, ValueError)
"""Whatever talking to a mail server can end in; a timeout and broken TLS are OSErrors."""

_TLS_PORT = 465  # RFC 8314, 3.3: mail submission with TLS from the start
_LOGIN_REFUSED_WAIT = 30.0
_PERMANENT = 500
_LOGIN_KEY, _SENDER_KEY = "username, password", "from"
_LOGIN = frozenset({530, 534, 535, 538})
"""RFC 4954, 6: the server wants a login, or a stronger one. It says so at any command, and means us, not the mail."""

_log = get_logger(__name__)


def connection(section: Mail) -> SMTP:
    """A connection that is not open yet, as the section says; `async with` opens it, logs in and closes it."""
    password = section.password.get_secret_value() if section.password else None
    return SMTP(
        hostname=section.host, port=section.port, timeout=section.timeout,
        username=section.username, password=password, **_security(section),
    )  # fmt: skip


class MailTransport:
    """The mail server's way out. A chat is a mail address; what `send` returns is the mail's Message-ID.

    Args:
        section: the server.
        clock: the time that mails bear.
        pulse: told when the server takes a mail, and when it refuses us.
    """

    lane = LANE

    def __init__(self, section: Mail, clock: Clock, pulse: Pulse | None = None, *, pace: Pace = PACE) -> None:
        self.pace = pace
        self._pulse = pulse or Pulse(LANE)
        self._section = section
        self._clock = clock

    async def send(self, parcel: Parcel) -> str:
        """Hand it to the server. An edit goes nowhere: what was mailed cannot be changed.

        Raises:
            SendAgain, SendNever.
        """
        if parcel.edits:
            return parcel.edits
        message = mail(parcel, self._section.sender, self._clock.now())
        try:
            async with connection(self._section) as server:
                await server.send_message(message, sender=self._section.sender, recipients=[parcel.chat])
        except FAILURES as error:
            # The library's errors quote addresses and the server's words.
            raise self._meaning(error, parcel.chat) from None
        self._taken()
        return str(message["Message-ID"])

    def _meaning(self, error: BaseException, address: str) -> SendAgain | SendNever:
        refusal = meaning(error, plain_address=(address + self._section.sender).isascii())
        if isinstance(refusal, SendNever):
            self._taken()  # whoever looks at what we bring takes us
        elif key := _refused_key(error, refusal):
            _log.error("the mail server refuses us; mend [mail], see `placemate check`", reason=refusal.reason)
            self._pulse.refused(key, refusal.reason)
        elif refusal.lane:
            _log.warning("the mail server is away", reason=refusal.reason)
        return refusal

    def _taken(self) -> None:
        self._pulse.heard()
        for key in (_LOGIN_KEY, _SENDER_KEY):
            self._pulse.accepted(key)


def _refused_key(error: BaseException, refusal: SendAgain) -> str:
    """What of [mail] the server does not accept, which only a person can mend; "" where it is something that passes."""
    if refusal.after:
        return _LOGIN_KEY
    return _SENDER_KEY if isinstance(error, SMTPSenderRefused) and error.code >= _PERMANENT else ""


def meaning(error: BaseException, *, plain_address: bool = True) -> SendAgain | SendNever:
    """What a failure means for the mail: 4xx and lost connections pass, 5xx stay (RFC 5321, 4.2.1).

    A refused login or sender is trouble of ours and holds up every mail; a refused recipient is one mail's.
    `plain_address`: the addresses have only ASCII letters, which every server takes.
    """
    match error:
        case SMTPAuthenticationError():
            return SendAgain("login_refused", after=_LOGIN_REFUSED_WAIT, lane=True)
        case SMTPRecipientsRefused(recipients=[first, *_]):
            return _answered(first.code, "recipient")
        case SMTPResponseException() if error.code in _LOGIN:
            return _answered(error.code, "login")
        case SMTPSenderRefused() | SMTPHeloError() | SMTPConnectError():
            return SendAgain(_code(error), lane=True)
        case SMTPResponseException():
            return _answered(error.code, "mail")
        case SMTPNotSupported() if not plain_address:
            return SendNever("address_not_supported")
        case SMTPServerDisconnected() | SMTPTimeoutError():
            return SendAgain(_code(error))
        case _:
            return SendAgain(_code(error), lane=True)


def _answered(code: int, what: str) -> SendAgain | SendNever:
    if code in _LOGIN:
        return SendAgain(f"login_wanted_{code}", after=_LOGIN_REFUSED_WAIT, lane=True)
    return SendNever(f"{what}_refused_{code}") if code >= _PERMANENT else SendAgain(f"{what}_not_now_{code}")


def _code(error: BaseException) -> str:
    return f"{type(error).__name__}_{error.code}" if isinstance(error, SMTPResponseException) else type(error).__name__


def _security(section: Mail) -> dict[str, Any]:
    """`start_tls` None: where the server offers it."""
    match section.security:
        case "tls":
            return {"use_tls": True, "start_tls": False}
        case "starttls":
            return {"use_tls": False, "start_tls": True}
        case "none":
            return {"use_tls": False, "start_tls": False}
        case _:
            at_once = section.port == _TLS_PORT
            return {"use_tls": at_once, "start_tls": False if at_once else None}
