import asyncio
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from bot.adapters.mail.probe import probe
from bot.adapters.mail.transport import MailTransport
from bot.config.mail import Mail
from bot.delivery.transport import Parcel, SendAgain, SendNever
from bot.pulse import Pulse
from bot.words.outgoing import Button, Message
from tests.settable_clock import SettableClock
from tests.standins.mail import MailServer, text_of

ON_CALL = "on-call@example.org"
ALARM = Parcel(7, ON_CALL, Message("NØD. Sak 2026-0001. Åpne **Slack**.", subject="emergency: case 2026-0001"))


def section(post: MailServer, **changes: object) -> Mail:
    known = {"host": post.host, "port": post.port, "from": "placemate@example.org", "timeout": 5}
    return Mail.model_validate({**known, **changes})


def transport(post: MailServer, **changes: object) -> MailTransport:
    return MailTransport(section(post, **changes), SettableClock(datetime(2026, 3, 3, 9, tzinfo=UTC)))


async def test_a_mail_arrives_with_its_subject_and_its_words_in_any_alphabet() -> None:
    async with MailServer() as post:
        await transport(post).send(ALARM)
        (mail,) = post.mails
    assert post.recipients == [ON_CALL]
    assert (mail["Subject"], mail["From"], mail["To"]) == (
        "emergency: case 2026-0001", "placemate@example.org", ON_CALL,
    )  # fmt: skip
    assert text_of(mail).strip() == "NØD. Sak 2026-0001. Åpne Slack."
    assert mail["Date"] == "Tue, 03 Mar 2026 09:00:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"


async def test_the_same_row_sent_again_after_a_crash_carries_the_same_id_and_another_row_its_own() -> None:
    async with MailServer() as post:
        sent = [await transport(post).send(ALARM) for _ in range(2)]
        sent.append(await transport(post).send(Parcel(8, ON_CALL, ALARM.outgoing)))
        sent.append(await transport(post).send(Parcel(7, ON_CALL, Message("Another database's seventh row."))))
    assert [mail["Message-ID"] for mail in post.mails] == sent
    assert sent[0] == sent[1]
    assert len(set(sent)) == 3


async def test_an_edit_goes_nowhere_and_keeps_what_it_would_edit() -> None:
    async with MailServer() as post:
        assert await transport(post).send(Parcel(9, ON_CALL, Message("changed"), edits="<7@example.org>")) == (
            "<7@example.org>"
        )
    assert post.tried == 0


async def test_buttons_are_left_out_but_for_those_that_open_a_page() -> None:
    rows = ((Button("I take it", "case:take:1"), Button("The page", "", url="https://example.org/p")),)
    async with MailServer() as post:
        await transport(post).send(Parcel(1, ON_CALL, Message("Case 2026-0001 waits. Open Slack.", rows)))
        (mail,) = post.mails
    assert " ".join(text_of(mail).split()) == "Case 2026-0001 waits. Open Slack. The page: https://example.org/p"
    assert mail["Subject"] == "Case 2026-0001 waits"


@pytest.mark.parametrize(
    ("at", "answer", "reason"),
    [
        (f"RCPT:{ON_CALL}", "550 5.1.1 no such mailbox", "recipient_refused_550"),
        ("DATA", "554 5.7.1 not wanted here", "mail_refused_554"),
    ],
)
async def test_a_refused_recipient_or_mail_is_given_up(at: str, answer: str, reason: str) -> None:
    async with MailServer() as post:
        post.answers[at] = answer
        with pytest.raises(SendNever) as refusal:
            await transport(post).send(ALARM)
    assert refusal.value.reason == reason
    assert ON_CALL not in repr(refusal.value.__cause__)


@pytest.mark.parametrize(
    ("at", "answer", "whole_lane"),
    [
        (f"RCPT:{ON_CALL}", "450 4.2.1 try again later", False),
        (f"RCPT:{ON_CALL}", "530 5.7.0 log in first", True),
        ("DATA", "452 4.3.1 full", False),
        ("MAIL", "553 5.1.8 not your address", True),
    ],
)
async def test_what_passes_is_tried_again_and_trouble_of_ours_holds_every_mail(
    at: str, answer: str, whole_lane: bool
) -> None:
    async with MailServer() as post:
        post.answers[at] = answer
        with pytest.raises(SendAgain) as refusal:
            await transport(post).send(ALARM)
    assert refusal.value.lane is whole_lane


async def test_a_server_that_is_away_is_waited_for() -> None:
    async with MailServer() as post:
        way_out = transport(post)
        await post.go_away()
        with pytest.raises(SendAgain) as refusal:
            await way_out.send(ALARM)
        assert refusal.value.lane
        await post.come_back()
        await way_out.send(ALARM)
    assert len(post.mails) == 1


async def test_a_server_that_never_answers_is_not_waited_for_for_ever() -> None:
    hung_up = asyncio.Event()

    async def listen_only(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        hung_up.set()

    silent = await asyncio.start_server(listen_only, "127.0.0.1", 0)
    async with silent:
        port = silent.sockets[0].getsockname()[1]
        mute = Mail.model_validate({"host": "127.0.0.1", "port": port, "from": "p@example.org", "timeout": 0.05})
        with pytest.raises(SendAgain):
            await MailTransport(mute, SettableClock(datetime(2026, 3, 3, tzinfo=UTC))).send(ALARM)
        await hung_up.wait()


async def test_an_address_that_the_server_cannot_write_or_that_breaks_a_header_is_given_up() -> None:
    async with MailServer() as post:
        for address in ("kåre@example.org", "a@example.org\r\nBcc: b@example.org"):
            with pytest.raises(SendNever):
                await transport(post).send(Parcel(1, address, Message("hello")))
    assert post.mails == []


async def test_login_is_used_and_a_refused_one_holds_the_lane(caplog: pytest.LogCaptureFixture) -> None:
    async with MailServer(login=("placemate", "sentinel-password")) as post:
        await transport(post, username="placemate", password=SecretStr("sentinel-password")).send(ALARM)
        with pytest.raises(SendAgain) as refusal:
            await transport(post, username="placemate", password=SecretStr("sentinel-wrong")).send(ALARM)
    assert refusal.value.lane
    assert len(post.mails) == 1
    assert "sentinel" not in caplog.text


async def test_a_refusal_is_told_to_whoever_watches_until_the_server_takes_mail_again() -> None:
    pulse, clock = Pulse("mail"), SettableClock()
    async with MailServer() as post:
        way_out = MailTransport(section(post), clock, pulse)
        for answer, at in (("553 5.1.8 not your address", "MAIL"), ("535 5.7.8 no", "MAIL")):
            post.answers = {at: answer}
            with pytest.raises(SendAgain):
                await way_out.send(ALARM)
        assert set(pulse.refusals) == {"from", "username, password"}
        post.answers = {f"RCPT:{ON_CALL}": "550 5.1.1 no such mailbox"}
        with pytest.raises(SendNever):
            await way_out.send(ALARM)
        assert pulse.refusals == {}
        post.answers = {"MAIL": "451 4.7.1 greylisted"}
        with pytest.raises(SendAgain):
            await way_out.send(ALARM)
    assert pulse.refusals == {}
    assert pulse.reached


async def test_the_probe_tells_what_to_mend_and_sends_nothing() -> None:
    async with MailServer(login=("placemate", "sentinel-password")) as post:
        assert await probe(section(post, username="placemate", password="sentinel-password")) == ""
        assert "password is not accepted" in await probe(section(post, username="placemate", password="wrong"))
        assert "does not take us" in await probe(section(post, security="starttls"))
        await post.go_away()
        assert "mend host, port" in await probe(section(post))
    assert post.tried == 0
