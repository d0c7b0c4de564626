"""The country card as she reads it: in her language, with who has read it and who has not."""

from babel.dates import format_date

from bot.words.language import SOURCE, Trusted, date_locale, say
from flows.culture_cards import POINTS, CultureCard, culture_card


def card_text(country: str, language: str) -> Trusted:
    """The card of a country, one line a point; empty where there is none."""
    card = culture_card(country)
    if card is None:
        return Trusted("")
    points = card.points.get(language) or card.points[SOURCE]
    lines = [f"- {say(f'culture.point_{point}', language)}: {getattr(points, point)}" for point in POINTS]
    return Trusted("\n".join((_read_by(card, language), "", *lines)))


def _read_by(card: CultureCard, language: str) -> str:
    if not card.reviewed or card.reviewed_on is None:
        return say("culture.unreviewed", language)
    return say("culture.reviewed", language, when=format_date(card.reviewed_on, "long", locale=date_locale(language)))
