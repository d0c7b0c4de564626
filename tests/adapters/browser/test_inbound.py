"""What the page posts, and what it never should."""

import pytest

from bot.adapters.browser.inbound import Unparsable, filled_in, opened, said, showed, tapped
from bot.intake.inbound import CaseAct, Inbound, Kind

EVENT = {"event": "0a1b2c3d-0000"}


def test_words_come_in_as_typed_with_plain_line_ends() -> None:
    heard = said({**EVENT, "text": " first\r\n*second*\0 "}, "student-1")
    assert heard == Inbound("browser", EVENT["event"], Kind.TEXT, "student-1", "student-1", text=" first\n*second* ")


def test_a_photo_comes_in_as_what_it_is() -> None:
    assert showed({**EVENT, "media": "photo"}, "student-1").media == "photo"


def test_a_tap_says_which_button_of_which_post() -> None:
    tap = tapped({**EVENT, "data": "a|1|safe|no", "post": "7"}, "student-1", "student-1")
    assert tap == Inbound("browser", EVENT["event"], Kind.TAP, "student-1", "student-1", data="a|1|safe|no", ref="7")


def test_a_tap_in_the_channel_is_not_private() -> None:
    tap = tapped({**EVENT, "data": "m|menu"}, "staff-11", "desk")
    assert isinstance(tap, Inbound)
    assert not tap.private


def test_a_cases_button_is_an_act_of_whoever_presses_it() -> None:
    act = tapped({**EVENT, "data": "case:take:17"}, "staff-11", "desk")
    assert act == CaseAct("browser", EVENT["event"], "staff-11", "take", 17)


def test_a_form_brings_its_fields_with_plain_line_ends_and_nothing_else() -> None:
    act = filled_in({**EVENT, "data": "case:reply_send:17", "field:words": "a\r\nb", "staff": "0"}, "staff-11")
    assert act == CaseAct("browser", EVENT["event"], "staff-11", "reply_send", 17, {"words": "a\nb"})


def test_looking_at_ones_own_page_is_an_event() -> None:
    assert opened(EVENT, "staff-11") == Inbound(
        "browser", EVENT["event"], Kind.OPENED, "staff-11", "staff-11", text="home"
    )


@pytest.mark.parametrize("event", ["", "short", "x" * 65, "with space", "ünïcödë-id"])
def test_without_a_proper_event_id_nothing_is_read(event: str) -> None:
    with pytest.raises(Unparsable, match="no event id"):
        said({"event": event, "text": "hello"}, "student-1")


def test_unknown_media_and_a_form_of_no_case_are_refused_without_quoting_them() -> None:
    with pytest.raises(Unparsable, match=r"^unknown media$"):
        showed({**EVENT, "media": "virus.exe"}, "student-1")
    with pytest.raises(Unparsable, match=r"^no case$"):
        filled_in({**EVENT, "data": "a|1|safe|no"}, "staff-11")


def test_a_case_number_beyond_any_database_is_refused() -> None:
    with pytest.raises(Unparsable, match="no such case"):
        tapped({**EVENT, "data": f"case:open:{2**63}"}, "staff-11", "desk")
