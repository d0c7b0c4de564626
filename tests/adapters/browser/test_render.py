"""What is shown: our words dressed, other people's words as typed, nothing that could run."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.adapters.browser import render
from bot.cases.views import Field, Passage, View
from bot.words.outgoing import Button, Document, Message, Outgoing, pack
from storage.browser import Post
from tests.adapters.browser.conftest import CAST, START
from tests.adapters.browser.fake_door import CARD

ATTACK = "<script>alert(1)</script> **x** [a](javascript:alert(1)) \"' &amp;"


def post(number: int, outgoing: Outgoing | None, chat: str = "student-1", **changed: object) -> Post:
    packed = pack(outgoing) if outgoing else ""
    base = Post(number, chat, "bot", None, packed, "", failed=False, at=START, added=number, revision=number)
    return replace(base, **changed)  # type: ignore[arg-type]  # replace cannot check a dict of fields


def shown(*posts: Post, pane: str = "phone-0", since: int = 0) -> str:
    return render.changes(CAST, pane, posts, since, 99)


def test_our_words_are_dressed() -> None:
    html = shown(post(1, Message("**Bold**, *soft* and [a page](https://example.org/?a=1&b=2)")))
    assert "<strong>Bold</strong>, <em>soft</em>" in html
    assert 'href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">a page</a>' in html


def test_a_persons_words_are_shown_exactly_as_typed() -> None:
    html = shown(post(1, Message("**not bold**\n- no list <b>", plain=True), author="person"))
    assert "**not bold**\n- no list &lt;b&gt;" in html


@pytest.mark.parametrize("plain", [True, False])
def test_nothing_typed_can_run(plain: bool) -> None:
    html = shown(post(1, Message(ATTACK, ((Button(ATTACK, ATTACK),),), plain=plain)))
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "&lt;script&gt;" in html


def test_an_address_that_no_browser_should_open_is_written_out() -> None:
    assert "page (ftp://example.org)" in shown(post(1, Message("[page](ftp://example.org)")))


def test_a_button_carries_its_data_and_its_post() -> None:
    html = shown(post(3, Message("Safe?", ((Button("No", "a|1|safe|no", "danger"),),))))
    assert 'class="key danger" name="data" value="a|1|safe|no"' in html
    assert 'hx-post="/demo/phones/0/tap"' in html
    assert '"post": "3"' in html


def test_what_goes_round_the_question_is_smaller_but_urgent_help_never() -> None:
    row = (Button("Skip", "c|1|safe|skip"), Button("Urgent help", "c|1|safe|urgent", "danger"))
    html = shown(post(3, Message("Safe?", (row,))))
    assert 'class="key  control" name="data" value="c|1|safe|skip"' in html
    assert 'class="key danger" name="data" value="c|1|safe|urgent"' in html


def test_a_card_is_pressed_by_whoever_one_is_and_a_direct_message_by_whom_it_went_to() -> None:
    assert 'hx-include="#who"' in shown(post(1, CARD, "desk"), pane="desk")
    direct = shown(post(1, Message("Case", ((Button("Open", "case:open:1"),),)), "staff-12"), pane="direct")
    assert '"staff": "1"' in direct
    assert "to Example Second Coordinator" in direct


def test_only_what_is_new_or_changed_is_sent() -> None:
    old, edited, new = post(1, Message("old")), post(2, Message("edited"), revision=8), post(9, Message("new"))
    html = shown(old, edited, new, since=7)
    assert ">old<" not in html
    assert '<div id="body-2" class="body" hx-swap-oob="true">' in html
    assert '<li id="post-2"' not in html
    assert '<li id="post-9"' in html
    assert 'name="since" value="99"' in html


def test_a_new_line_of_a_thread_joins_its_card_without_showing_the_card_again() -> None:
    html = shown(post(1, CARD, "desk"), post(9, Message("taken"), "desk", thread=1), pane="desk", since=7)
    assert '<ol hx-swap-oob="beforeend:#thread-1"><li id="post-9"' in html
    assert "body-1" not in html


def test_a_new_day_is_named_once() -> None:
    later = post(3, Message("c"), at=START + timedelta(days=14))
    html = shown(post(1, Message("a")), post(2, Message("b")), later)
    assert html.count('class="day"') == 2
    assert "Thursday, 26 November 2026" in html
    assert "Thursday, 10 December 2026" in html


def test_times_are_the_programmes() -> None:
    assert ">14:02<" in shown(post(1, Message("a"), at=datetime.fromisoformat("2026-11-26T13:02:00+00:00")))


def test_deleted_words_say_so() -> None:
    assert "These words were deleted." in shown(post(1, None))


def test_a_failed_message_says_so() -> None:
    assert "Not delivered" in shown(post(1, Message("hello", plain=True), author="person", failed=True))


def test_a_file_is_named_escaped_and_can_be_fetched() -> None:
    html = shown(post(4, Document("<my>.txt", "secret", "Here it is")))
    assert 'href="/demo/posts/4/file" download="&lt;my&gt;.txt"' in html
    assert "secret" not in html


def test_a_form_keeps_the_text_its_error_and_what_travels_with_it() -> None:
    fields = (
        Field("words", "Your reply", "text", initial="\nfirst <line>", limit=500),
        Field("to", "To whom", "choice", (("11", "Example Coordinator"),), "11", optional=True),
    )
    view = View("Reply", 7, (Passage("14:02", ATTACK),), fields, "reply_send", "Send", kept={"draft": "3"}, error="No!")
    html = render.dialog(view)
    assert 'data-limit="500">\n\nfirst &lt;line&gt;</textarea>' in html
    assert ">No!</p>" in html
    assert 'type="hidden" name="field:draft" value="3"' in html
    assert 'name="data" value="case:reply_send:7"' in html
    assert "<script" not in html


def test_many_choices_become_a_list_to_pick_from() -> None:
    options = tuple((str(number), f"Person {number}") for number in range(9))
    assert "<select" in render.dialog(View("Hand over", 7, fields=(Field("to", "To", "choice", options),), verb="x"))


def test_a_page_that_is_only_read_has_no_send_button() -> None:
    assert 'type="submit"' not in render.dialog(View("Case", 7, close="Close"))
