"""Who writes: the e-mail and the language of a Slack account, asked from Slack once and kept for a while."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack.payload import Payload, part_at, text_at
from bot.adapters.slack.web import FAILURES, code, sorted_out
from bot.delivery.transport import SendAgain
from bot.log import get_logger

_LOG = get_logger(__name__)
_WAIT = 0.4
_KEPT, _KEPT_AFTER_REFUSAL = 3600.0, 30.0
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Account:
    """What Slack says of an account: both are "" where it says nothing, and `email` where it may not be trusted.

    Not `resolved`: Slack has not answered yet, and may say more when it is asked again.
    """

    email: str = ""
    language: str = ""
    resolved: bool = True


class Directory:
    """Accounts by user id.

    An e-mail links an account to a person on the roster, so it is given only for a full member of our own workspace:
    not for guests, for members of a workspace that shares a channel with ours, for bots, nor unconfirmed. Those are
    linked by `slack_id`.

    Args:
        client: from `web.web_client`.
        wait: seconds that one event waits for Slack; what comes later serves the next event.
        elapsed: a clock of seconds that never jumps.
    """

    def __init__(
        self, client: AsyncWebClient, *, wait: float = _WAIT, elapsed: Callable[[], float] = monotonic
    ) -> None:
        self._client = client
        self._wait = wait
        self._elapsed = elapsed
        self._team = ""
        self._known: dict[str, tuple[float, Account]] = {}
        self._asking: dict[str, asyncio.Task[Account]] = {}

    def recalled(self, user: str) -> Account:
        """What is already known, without asking."""
        until, account = self._known.get(user, (0.0, Account()))
        return account if self._elapsed() < until else Account()

    async def look_up(self, user: str, *, wait: float | None = None) -> Account:
        """The account; an empty one when Slack does not answer in time or at all. Never raises."""
        until, account = self._known.get(user, (0.0, Account()))
        if self._elapsed() < until:
            return account
        asking = self._asking.get(user)
        if asking is None:
            asking = self._asking[user] = asyncio.create_task(self._ask(user))
            asking.add_done_callback(lambda _: self._asking.pop(user, None))
        await asyncio.wait({asking}, timeout=self._wait if wait is None else wait)
        return asking.result() if asking.done() and not asking.cancelled() else Account(resolved=False)

    async def close(self) -> None:
        """Give up what is still being asked."""
        asking = list(self._asking.values())
        for task in asking:
            task.cancel()
        await asyncio.gather(*asking, return_exceptions=True)

    async def _ask(self, user: str) -> Account:
        kept, account = _KEPT, Account()
        try:
            if not self._team:
                self._team = text_at((await self._client.auth_test()).data, "team_id")
            answer = await self._client.users_info(user=user, include_locale=True)
            account = self._account(part_at(answer.data, "user"))
        except FAILURES as error:
            _LOG.warning("Slack did not say who an account belongs to", code=code(error))
            if isinstance(sorted_out(error, person=True, lane=False), SendAgain):
                return Account(resolved=False)
            kept = _KEPT_AFTER_REFUSAL
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[user] = (self._elapsed() + kept, account)
        return account

    def _account(self, user: Payload) -> Account:
        email = text_at(user, "profile", "email") if self._ours(user) else ""
        return Account(email, text_at(user, "locale"))

    def _ours(self, user: Payload) -> bool:
        doubts = ("is_stranger", "is_restricted", "is_ultra_restricted", "is_bot", "deleted")
        if any(user.get(doubt) for doubt in doubts) or user.get("is_email_confirmed") is False:
            return False
        organisation = part_at(user, "enterprise_user").get("teams")
        teams = [text_at(user, "team_id"), *(organisation if isinstance(organisation, list) else ())]
        named = [team for team in teams if team]
        return not named or self._team in named
