"""A mail server on loopback that takes mails, or refuses them as real ones do.

    async with MailServer() as post:
        post.answers["RCPT:nobody@example.org"] = "550 5.1.1 no such mailbox"
        ...
        mail = await post.receives("Case 2026-0001")

Codes and their meaning: RFC 5321, 4.2.3; RFC 4954, 6.
"""

import asyncio
import warnings
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, Self, cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


class MailServer:
    """`mails` is what was taken, in order. `answers` are refusals by command ("MAIL", "DATA", "RCPT:address").

    `login` is the pair of user and password that is wanted before any mail, None: anybody may send.
    """

    def __init__(self, login: tuple[str, str] | None = None) -> None:
        self.login = login
        self.mails: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.answers: dict[str, str] = {}
        self.tried = 0
        self.host, self.port = "127.0.0.1", 0
        self._server: asyncio.Server | None = None
        self._open: list[SMTP] = []
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        await self.come_back()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.go_away()

    async def come_back(self) -> None:
        """Listen, on the port of before if there was one."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._connected, self.host, self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def go_away(self) -> None:
        """Be down: whoever connects is refused."""
        if self._server is None:
            return
        server, self._server = self._server, None
        server.close()
        for protocol in self._open:
            if isinstance(protocol.transport, asyncio.WriteTransport):
                protocol.transport.abort()
        self._open.clear()
        await server.wait_closed()

    async def receives(self, words: str, seconds: float = 20) -> EmailMessage:
        """The newest mail with these words in subject or text, once it is there."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(lambda: self._newest(words) is not None), seconds)
        found = self._newest(words)
        assert found is not None
        return found

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.tried += 1
        if "MAIL" in self.answers:
            return self.answers["MAIL"]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if refusal := self.answers.get(f"RCPT:{address}"):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's name
        if "DATA" in self.answers:
            return self.answers["DATA"]
        content = cast(bytes, envelope.content)
        self.mails.append(message_from_bytes(content, policy=default))
        self.recipients += envelope.rcpt_tos
        async with self._changed:
            self._changed.notify_all()
        return "250 taken"

    def _connected(self) -> SMTP:
        wanted: dict[str, Any] = {}
        if self.login:
            wanted = {"authenticator": self._authenticate, "auth_required": True, "auth_require_tls": False}
        with warnings.catch_warnings():
            # That a login without TLS is unsafe is no news on loopback.
            warnings.simplefilter("ignore", UserWarning)
            protocol = SMTP(self, enable_SMTPUTF8=False, loop=asyncio.get_running_loop(), **wanted)
        self._open.append(protocol)
        return protocol

    def _authenticate(self, _server: SMTP, _session: Session, _envelope: Envelope, mechanism: str, given: Any) -> Any:
        known = mechanism in ("LOGIN", "PLAIN") and (given.login.decode(), given.password.decode()) == self.login
        return AuthResult(success=known, handled=False)

    def _newest(self, words: str) -> EmailMessage | None:
        return next((mail for mail in reversed(self.mails) if words in text_of(mail) or words in mail["Subject"]), None)


def text_of(mail: EmailMessage) -> str:
    """The words of a mail."""
    return str(mail.get_content())
