"""How our words look in Slack."""

import orjson
import pytest
from slack_sdk.errors import SlackObjectFormationError

from bot.adapters.slack import render, views
from bot.adapters.slack.mrkdwn import formatted, parted, unformatted
from bot.cases.views import Field, Passage, View
from bot.words.markup import read
from bot.words.outgoing import Button, Card, Form, Home, HomeEntry, Message
from tests.standins.slack.rules import refusals, view_refusals

SECRETIVE = "<!channel> <https://example.org|free money> & <@U1>"


@pytest.mark.parametrize(
    ("source", "shown", "said"),
    [
        ("**b** *i* ***both***", "*b* _i_ *_both_*", "b i both"),
        ("[here](https://example.org/a|b)", "<https://example.org/a%7Cb|here>", "here (https://example.org/a%7Cb)"),
        ("one\ntwo\n\nthree", "one\ntwo\n\nthree", "one\ntwo\n\nthree"),
        ("- one\n- **two**", "• one\n• *two*", "• one\n• two"),
        ("** open", "** open", "** open"),
        ("[page](page.html)", "page (page.html)", "page (page.html)"),
        (SECRETIVE, None, None),
    ],
)
def test_the_small_markup_becomes_slacks(source: str, shown: str | None, said: str | None) -> None:
    escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert formatted(read(source)) == (shown or escaped)
    assert unformatted(read(source)) == (said or escaped)


def test_a_text_full_of_escapes_is_parted_below_the_limit_and_nothing_is_lost() -> None:
    source = "<&> " * 2000
    parts = parted(read(source), 3000)
    assert all(len(formatted(part)) <= 3000 for part in parts)
    assert " ".join("".join(run.text for run in part) for part in parts).split() == source.split()


def test_a_persons_words_are_shown_as_typed_and_ping_nobody() -> None:
    (post,) = render.posts(Message(f"*{SECRETIVE}*", plain=True))
    assert post.blocks[0]["text"] == {"type": "plain_text", "text": f"*{SECRETIVE}*", "emoji": False}
    assert "<" not in post.text
    assert ">" not in post.text


def test_a_card_says_only_what_it_was_given() -> None:
    shown = Card("[URGENT] Case 2026-1", (("Type", "safety"),), "New case", (Button("I take it", "case:take:1"),), True)
    post = render.card(shown)
    assert post.text == "New case"
    assert [block["type"] for block in post.blocks] == ["header", "section", "actions"]
    assert post.blocks[1]["fields"][0] == {"type": "mrkdwn", "text": "*Type*\nsafety", "verbatim": True}
    assert refusals(post.blocks, 50) == []


def test_many_buttons_stand_five_in_a_row_with_ids_of_their_own() -> None:
    row = tuple(Button(f"Option {number}", f"a|1|q|{number}") for number in range(12))
    (post,) = render.posts(Message("Which?", (row,)))
    assert [len(block["elements"]) for block in post.blocks[1:]] == [5, 5, 2]
    assert refusals(post.blocks, 50) == []


def test_a_link_button_comes_back_as_nobodys_tap() -> None:
    (post,) = render.posts(Message("Read", ((Button("Page", "page", url="https://example.org"),),)))
    element = post.blocks[1]["elements"][0]
    assert (element["url"], element["action_id"]) == ("https://example.org", "link:page")


def test_an_overlong_label_is_shortened_and_not_refused() -> None:
    (post,) = render.posts(Message("Which?", ((Button("x" * 200, "a"),),)))
    assert post.blocks[1]["elements"][0]["text"]["text"] == "x" * 74 + "…"


def test_a_form_travels_in_its_button_even_with_a_very_long_question() -> None:
    shown = Form("Write", "Your answer", "ø" * 3000, "Send", "Cancel", "a|1|why|text", 500)
    (post,) = render.posts(Message("Why?", form=shown))
    element = post.blocks[1]["elements"][0]
    assert len(element["value"]) <= 2000
    title, label, *rest = orjson.loads(element["value"])
    assert (title, label[-1], rest) == ("Your answer", "…", ["Send", "Cancel", "a|1|why|text", 500])
    assert view_refusals(views.form(shown, "D1")) == []


def test_a_long_home_says_how_many_do_not_fit() -> None:
    entries = tuple(
        HomeEntry(f"Case {number}", SECRETIVE, Button("Open", f"case:open:{number}")) for number in range(150)
    )
    view = render.home(Home("Cases", (("Overdue", entries[:75]), ("Open", entries[75:]))), "{count} more")
    assert view_refusals(view, home=True) == []
    shown = sum("accessory" in block for block in view["blocks"])
    assert view["blocks"][-1]["text"]["text"] == f"{150 - shown} more"


def test_a_window_keeps_verb_case_and_what_the_case_asked_to_keep() -> None:
    view = View("Resolve", 7, (Passage("Her words", SECRETIVE),), verb="resolve_as", submit="Send", kept={"page": "2"})
    shown = views.modal(view)
    assert orjson.loads(shown["private_metadata"]) == {"verb": "resolve_as", "case": 7, "kept": {"page": "2"}}
    assert SECRETIVE not in shown["private_metadata"]
    assert view_refusals(shown) == []


def test_an_error_stands_on_top_and_the_fields_below_the_words() -> None:
    fields = (
        Field("text", "Reply", "text", initial="so far", limit=9000),
        Field("few", "Outcome", "choice", (("a", "A"), ("b", "B")), initial="b"),
        Field("many", "To whom", "choice", tuple((f"p{n}", f"P{n}") for n in range(40))),
    )
    shown = views.modal(View("x" * 40, 7, (Passage("Her words", "…"),), fields, "reply", "Send" * 9, error="Too short"))
    assert [block["type"] for block in shown["blocks"]] == ["section", "header", "section", "input", "input", "input"]
    assert [block["element"]["type"] for block in shown["blocks"][3:]] == [
        "plain_text_input",
        "radio_buttons",
        "static_select",
    ]
    assert shown["blocks"][3]["element"]["initial_value"] == "so far"
    assert shown["blocks"][4]["element"]["initial_option"]["value"] == "b"
    assert view_refusals(shown) == []


def test_a_very_long_case_is_shown_whole() -> None:
    text = "word " * 600
    shown = views.modal(View("Case", 7, tuple(Passage("Then", text) for _ in range(80))))
    assert view_refusals(shown) == []
    assert "".join(block["text"]["text"] for block in shown["blocks"]).count("word") == 80 * 600


def test_a_view_over_slacks_limits_is_an_error_and_not_a_refusal_at_the_wire() -> None:
    with pytest.raises(SlackObjectFormationError):
        views.modal(View("Case", 7, kept={"text": "x" * 4000}))
