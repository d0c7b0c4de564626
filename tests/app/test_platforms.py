"""What a platform lists for students."""

from bot.app.platforms import telegram_commands
from flows.catalogue import CATALOGUE
from flows.vocabulary import COMMANDS, OPENS

EVERYTHING = tuple(OPENS.values())


def test_every_command_is_listed_in_its_order_in_each_language_where_all_conversations_exist() -> None:
    listed = telegram_commands(EVERYTHING)
    assert set(listed) == {"", "nb"}
    assert [[word for word, _ in entries] for entries in listed.values()] == [list(COMMANDS)] * 2
    assert len(COMMANDS) <= 100


def test_a_command_whose_conversation_does_not_exist_is_not_listed() -> None:
    without = telegram_commands([flow.id for flow in CATALOGUE if flow.id != "resources"])
    assert "resources" not in dict(without[""])
    assert {"checkin", "urgent", "privacy"} <= set(dict(without["nb"]))


def test_telegram_takes_the_names_and_descriptions() -> None:
    for word, description in [entry for entries in telegram_commands(EVERYTHING).values() for entry in entries]:
        assert word.isascii()
        assert word.replace("_", "").isalnum()
        assert word == word.lower()
        assert len(word) <= 32
        assert 0 < len(description) <= 256
