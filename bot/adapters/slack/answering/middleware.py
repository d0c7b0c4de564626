"""From a payload to its acknowledgement: read it, hand it to the door, answer Slack once the turn is committed."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack import inbound, views
from bot.adapters.slack.answering.directory import Directory
from bot.adapters.slack.answering.windows import Press, Say, Windows
from bot.adapters.slack.interactive import OpenForm
from bot.adapters.slack.payload import PLATFORM, Unparsable, part_at, text_at
from bot.adapters.slack.render import Json
from bot.cases.verbs import SHOWING
from bot.intake.door import Door
from bot.intake.inbound import CaseAct, Event, Inbound, Kind
from bot.intake.receive import NotResolvedYetError
from bot.intake.reply import Reply
from bot.log import get_logger

_LOG = get_logger(__name__)
_RETRIES = 3
"""How often Slack delivers an event again: docs.slack.dev/apis/events-api#retries."""
_WAIT_WHEN_REPEATED = 2.0
"""Seconds that a repeated event waits for Slack to say who wrote it: longer than the first, within Slack's three."""
_INTRODUCING = frozenset({Kind.TEXT, Kind.MEDIA, Kind.OPENED})


class Answering(AsyncMiddleware):
    """Answers every request of Slack: 200 once it is committed, recorded or known to be nobody's, 500 to get it again.

    Args:
        door: where events go.
        client: from `web.web_client`.
        say: `bot.words.language.say`.
        language: the language for those whose own is not known.
        revoked: told when Slack says that it took our access away, and how it calls that.
    """

    def __init__(
        self, door: Door, client: AsyncWebClient, say: Say, language: str = "en",
        revoked: Callable[[str], object] = lambda _: None,
    ) -> None:  # fmt: skip
        self._door = door
        self._revoked = revoked
        self._directory = Directory(client)
        self._windows = Windows(client, self._directory, say, language)
        self._under_way: set[asyncio.Task[None]] = set()

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        retried = req.headers.get("x-slack-retry-num", ["0"])[0]
        return await self.answer(req.body, int(retried) if retried.isdecimal() else 0)

    async def answer(self, body: object, retried: int = 0) -> BoltResponse:
        """The answer to a payload that is delivered for the `retried`-th time again."""
        if text_at(body, "type") == "url_verification":
            return _answer({"challenge": text_at(body, "challenge")})
        if revoked := inbound.revocation(body):
            _LOG.error("Slack took our access away; install the app again and renew its tokens", event_kind=revoked)
            self._revoked(revoked)
            return await self.rejected(text_at(body, "event_id"), revoked)
        try:
            event = inbound.read(body)
        except Unparsable as gap:
            return await self.rejected(gap.event_id, gap.reason)
        match event:
            case None:
                return _answer()
            case OpenForm():
                self._later(self._windows.open_form(event, Press.of(body)))
                return _answer()
            case CaseAct() if text_at(body, "type") == "block_actions":
                return await self._pressed(event, Press.of(body), retried)
            case Inbound() if not event.answers:
                return await self._heard(event, retried)
            case _:
                return await self._submitted(event, body)

    async def rejected(self, event_id: str, reason: str) -> BoltResponse:
        """Record what cannot be read, so that Slack need not send it again."""
        try:
            await self._door.reject(PLATFORM, event_id, reason)
        except Exception:  # noqa: BLE001 - whatever kept it off the record, Slack is to send it again
            _LOG.exception("an unreadable event was not recorded")
            return _again()
        return _answer()

    async def settle(self) -> None:
        """Finish what was begun after an acknowledgement."""
        await asyncio.gather(*self._under_way)
        await self._directory.close()

    async def _heard(self, event: Inbound, retried: int) -> BoltResponse:
        if event.private and event.kind in _INTRODUCING:
            account = await self._directory.look_up(event.user, wait=_WAIT_WHEN_REPEATED if retried else None)
            event = replace(event, email=account.email, language=account.language, resolved=account.resolved)
        reply = await self._received(event, retried)
        if reply is None:
            return _again()
        if reply.toast:
            self._later(self._windows.whisper(event.chat, event.user, reply.toast))
        return _answer()

    async def _pressed(self, act: CaseAct, press: Press, retried: int) -> BoltResponse:
        opening = asyncio.create_task(self._windows.loading(press)) if act.verb in SHOWING else None
        reply = await self._received(act, retried)
        if reply is None:
            self._later(self._windows.failed(press, opening))
            return _again()
        self._later(self._windows.show(press, opening, reply))
        return _answer()

    async def _submitted(self, event: Inbound | CaseAct, body: object) -> BoltResponse:
        try:
            reply = await self._door.receive(event)
        except Exception:  # noqa: BLE001 - whatever failed, what she typed must stay in front of her
            _LOG.exception("a form was not taken")
            return _answer(self._kept_open(body, event.user))
        if reply.view:
            return _answer({"response_action": "update", "view": self._windows.window(event.user, reply.view)})
        if reply.toast:
            return _answer({"response_action": "update", "view": self._windows.note(event.user, reply.toast)})
        return _answer({"response_action": "clear"})

    def _kept_open(self, body: object, user: str) -> Json:
        """The form stays with everything typed into it, and says that it was not sent."""
        error, shown = self._windows.text("slack_form_failed", user), dict(part_at(body, "view"))
        if block := views.first_input(shown):
            return {"response_action": "errors", "errors": {block: error}}
        return {"response_action": "update", "view": views.with_error(shown, error)}

    async def _received(self, event: Event, retried: int) -> Reply | None:
        """The door's reply; None when Slack is to deliver the event again."""
        try:
            return await self._door.receive(event)
        except NotResolvedYetError:
            _LOG.warning("an event waits until Slack says whose account it is", retried=retried)
        except Exception:  # noqa: BLE001 - whatever failed, Slack is to send it again
            _LOG.exception("an event was not taken", retried=retried)
        if retried < _RETRIES:
            return None
        # Slack gives up here: what keeps failing is put on record rather than lost.
        recorded = await self.rejected(event.event_id, "failed")
        return Reply() if recorded.status == 200 else None

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


def _answer(body: Json | None = None) -> BoltResponse:
    return BoltResponse(status=200, body=body or "")


def _again() -> BoltResponse:
    return BoltResponse(status=500)
