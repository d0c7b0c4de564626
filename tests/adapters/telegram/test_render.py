"""What goes out, as calls of the Bot API."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.render import Call, render
from bot.adapters.telegram.request import Upload
from bot.delivery.transport import Parcel, SendNever
from bot.words.outgoing import Button, Card, Chart, Document, Home, Message, Outgoing, Picture
from tests.standins.telegram.checks import check_keyboard, check_length, visible

YES, NO = Button("Yes", "a|1|safe|yes"), Button("No", "a|1|safe|no")


def calls(outgoing: Outgoing, *, edits: str = "", thread: str = "") -> list[Call]:
    return render(Parcel(7, "1001", outgoing, edits, thread))


def only(outgoing: Outgoing, *, edits: str = "", thread: str = "") -> Call:
    (call,) = calls(outgoing, edits=edits, thread=thread)
    return call


def test_a_question_has_its_buttons_in_their_rows_and_no_preview() -> None:
    assert only(
        Message("Do you feel **safe**?", ((YES, NO), (Button("Help", "x", url="https://example.org"),)))
    ) == Call(
        "sendMessage",
        {
            "chat_id": "1001",
            "text": "Do you feel <b>safe</b>?",
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {
                "inline_keyboard": [
                    [
                        {"text": "Yes", "callback_data": "a|1|safe|yes"},
                        {"text": "No", "callback_data": "a|1|safe|no"},
                    ],
                    [{"text": "Help", "url": "https://example.org"}],
                ]
            },
        },
    )


def test_words_of_a_person_are_shown_exactly_as_typed() -> None:
    call = only(Message("**not** <b>bold</b> & [no](https://example.org)", plain=True))
    assert call.params["text"] == "**not** <b>bold</b> & [no](https://example.org)"
    assert "parse_mode" not in call.params


def test_what_looks_like_html_is_escaped_beside_formatting() -> None:
    assert only(Message('**a** <script> & "b"')).params["text"] == "<b>a</b> &lt;script&gt; &amp; &#34;b&#34;"


def test_links_open_or_are_written_out() -> None:
    text = only(Message("[Page](https://example.org/?a=1&b=2), [call](tel:+27800), [+4711](tel:+4711)")).params["text"]
    assert text == '<a href="https://example.org/?a=1&amp;b=2">Page</a>, call (+27800), +4711'


def test_a_long_message_becomes_several_with_the_buttons_on_the_last() -> None:
    sentence = "This **sentence** is said again & again. "
    parts = calls(Message(sentence * 300, ((YES,),)))
    assert len(parts) == 3
    assert ["reply_markup" in part.params for part in parts] == [False, False, True]
    shown = [visible(part.params["text"], "HTML") for part in parts]
    assert all(len(text) <= 4096 and text.endswith("again & again.") for text in shown)
    assert " ".join(shown) == (sentence.replace("*", "") * 300).strip()


def test_an_edit_replaces_the_message_and_takes_the_keyboard_away() -> None:
    call = only(Message("Done."), edits="55")
    assert (call.method, call.edits, call.params["message_id"]) == ("editMessageText", True, "55")
    assert "reply_markup" not in call.params


def test_an_edit_that_is_too_long_goes_on_in_new_messages() -> None:
    methods = [call.method for call in calls(Message("word " * 1000), edits="55")]
    assert methods == ["editMessageText", "sendMessage"]


def test_an_answer_stands_under_its_message_even_when_that_is_gone() -> None:
    params = only(Message("About this"), thread="55").params
    assert params["reply_parameters"] == {"message_id": "55", "allow_sending_without_reply": True}


def test_a_card_can_be_sent_here_too() -> None:
    card = Card("[URGENT] Case 7", (("Type", "safety"), ("By", "14:30 <local>")), "New case", (YES, NO), urgent=True)
    params = only(card).params
    assert params["text"] == "<b>[URGENT] Case 7</b>\nType: safety\nBy: 14:30 &lt;local&gt;"
    assert len(params["reply_markup"]["inline_keyboard"]) == 2


def test_a_document_is_uploaded_under_its_caption() -> None:
    call = only(Document("my-data.txt", "æøå", "**Your** data"))
    assert (call.method, call.params["caption"], call.params["parse_mode"]) == (
        "sendDocument",
        "<b>Your</b> data",
        "HTML",
    )
    assert call.upload is not None
    assert (call.upload.filename, call.upload.content) == ("my-data.txt", "æøå".encode())


def test_a_caption_that_is_too_long_goes_ahead_of_its_document() -> None:
    ahead, document = calls(Document("my-data.txt", "x", "word " * 300))
    assert (ahead.method, document.method) == ("sendMessage", "sendDocument")
    assert "caption" not in document.params


def test_what_telegram_would_refuse_is_never_sent() -> None:
    for outgoing in (Home("Cases"), Message("?", ((Button("x", "d" * 65),),)), Message("?", ((Button("x", ""),),))):
        with pytest.raises(SendNever):
            calls(outgoing)


def test_more_buttons_than_a_row_takes_go_on_in_the_next() -> None:
    row = tuple(Button(str(number), f"n{number}") for number in range(11))
    keyboard = only(Message("How many?", (row,))).params["reply_markup"]["inline_keyboard"]
    assert [len(keys) for keys in keyboard] == [8, 3]


@given(st.text(st.sampled_from("ab*_[](<>&\"'`\\ \n-.1/:") | st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_the_text_telegram_can_parse_it(text: str) -> None:
    for call in calls(Message(text + " x", ((YES,),))):
        check_length(visible(call.params["text"], call.params.get("parse_mode", "")), 4096)
        check_keyboard(call.params.get("reply_markup"))


def test_a_chart_is_a_photo_and_nothing_where_none_can_be_drawn() -> None:
    picture = Picture("levels.png", Chart("Levels", ("start",), (("Teamwork", (2,)),), 1, 4), "As a picture", "Words")
    (photo,) = render(Parcel(1, "500", picture, content=b"PNG"))
    assert (photo.method, photo.params["caption"]) == ("sendPhoto", "As a picture")
    assert photo.upload == Upload("photo", "levels.png", b"PNG")
    assert render(Parcel(1, "500", picture)) == []
