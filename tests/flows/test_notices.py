import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import bot
from bot.engine.checks.reading import too_hard
from bot.words.language import LANGUAGES, translate
from flows.notices import CARD_FOR, NOTICES, SECTIONS
from flows.placeholders import EVERYWHERE, GIVEN

MODAL = ("modal.", "form.title", "form.submit", "form.cancel", "slack_moment", "slack_close")
BUTTON = ("control.", "menu.", "act.")
OF_STAFF = ("log.", "line.", "page.", "news.", "plan", "operator.", "card", "home.", "silence.undelivered", "matches.")
CARD_WORDS = ("card", "home.entry", "home.detail", "page.", "log.", "severity.", "source.")
OF_A_STUDENT = {
    "name", "host", "supervisor", "placement_role", "goal", "answer", "picked", "title", "mentor", "timezone",
}  # fmt: skip


def _longest(starts: tuple[str, ...] = (), ends: str = "") -> int:
    """The longest notice of a kind in any language, with example values of the usual length."""
    return max(
        len(
            translate(f"notice.{key}", text, language)
            .replace("{number}", "2026-0417")
            .replace("{title}", "Statussjekk")
        )
        for key, text in NOTICES.items()
        for language in LANGUAGES
        if key.startswith(starts or "") and key.endswith(ends)
    )


def test_no_notice_is_written_twice() -> None:
    counts = Counter(key for section in SECTIONS for key in section)
    assert [key for key, count in counts.items() if count > 1] == []


def test_notices_use_only_placeholders_that_somebody_fills() -> None:
    used = {name for text in NOTICES.values() for name in re.findall(r"\{(\w*)\}", text)}
    assert used <= {*EVERYWHERE, *GIVEN}


def test_words_fit_where_they_are_shown() -> None:
    assert _longest(MODAL) <= 24
    assert _longest(BUTTON) <= 40
    assert _longest(ends="_button") <= 40
    assert _longest(ends="_toast") <= 200
    assert _longest(("command.",)) <= 60
    assert _longest() <= 1000


def test_nothing_the_team_sees_outside_a_case_can_hold_anything_of_a_student() -> None:
    cards = [text for key, text in NOTICES.items() if key.startswith(CARD_WORDS)]
    assert [text for text in cards if OF_A_STUDENT & set(re.findall(r"\{(\w*)\}", text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_students_read_is_no_harder_than_lower_secondary(language: str) -> None:
    hers = {key: text for key, text in NOTICES.items() if not key.startswith(OF_STAFF)}
    assert len(hers) > 100
    shown = {key: translate(f"notice.{key}", text, language) for key, text in hers.items()}
    assert {key: found for key, text in shown.items() if (found := list(too_hard(text, language)))} == {}


def test_every_category_of_triage_has_a_card() -> None:
    assert set(CARD_FOR) == {
        "self_harm", "self_harm_weak", "violence", "sexual", "medical", "discrimination", "bullying", "unsafe_work",
        "illegal_work", "wages", "withdrawal", "overload", "underload", "conflict", "isolation", "low_mood",
        "logistics",
    }  # fmt: skip
    assert set(CARD_FOR.values()) <= set(NOTICES)


def _literal_keys(source: Path) -> set[str]:
    calls = (node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call))
    named = (call for call in calls if _name(call.func) in ("say", "notice"))
    return {
        argument.value
        for call in named
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def test_every_notice_that_the_program_asks_for_is_written() -> None:
    sources = Path(bot.__file__ or "").parent.rglob("*.py")
    missing = {(source.name, key) for source in sources for key in _literal_keys(source) if key not in NOTICES}
    assert missing == set()
