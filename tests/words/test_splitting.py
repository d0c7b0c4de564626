"""Where long texts are divided."""

from hypothesis import given
from hypothesis import strategies as st

from bot.words.splitting import divide

TEXT = "Hello there. How are you? I am fine.\n\nA second paragraph, quite long indeed."


def pieces(text: str, limit: int) -> list[str]:
    return [text[start:end] for start, end in divide(text, limit)]


def test_a_text_that_fits_is_one_message() -> None:
    assert pieces(TEXT, 100) == [TEXT]
    assert pieces("", 100) == [""]


def test_a_long_text_is_divided_between_paragraphs_then_sentences_then_words() -> None:
    assert pieces(TEXT, 45) == ["Hello there. How are you? I am fine.", "A second paragraph, quite long indeed."]
    assert pieces(TEXT, 30)[0] == "Hello there. How are you?"
    assert pieces("one two three four", 10) == ["one two", "three four"]


def test_a_word_longer_than_a_message_is_divided_where_it_must_be() -> None:
    assert pieces("a" * 12, 5) == ["aaaaa", "aaaaa", "aa"]


def test_an_emoji_counts_as_two_and_is_never_halved() -> None:
    assert pieces("😀" * 5, 5) == ["😀😀", "😀😀", "😀"]


@given(st.text(st.sampled_from("ab.! \n😀"), max_size=80), st.integers(2, 20))
def test_nothing_but_white_space_is_lost_and_every_piece_fits(text: str, limit: int) -> None:
    parts = pieces(text, limit)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part.encode("utf-16-le")) // 2 <= limit for part in parts)
