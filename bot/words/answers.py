"""An answer in words: what a person would read where the database holds an option's id."""

from datetime import date

from babel.dates import format_date

from bot.words.language import date_locale, translate
from flows.conditions import Value
from flows.steps import Kind, Question


def chosen_words(flow: str, question: Question, value: Value, language: str) -> str:
    """A given answer that is not free text, as it is said in a language; an unknown option stands as it is."""
    if question.kind is Kind.DATE:
        return format_date(date.fromisoformat(str(value)), "long", locale=date_locale(language))
    labels = {option.id: option.label for option in question.options}
    picked = value if isinstance(value, tuple) else (value,)
    return ", ".join(
        translate(f"{flow}.{question.id}.{each}", labels[str(each)], language) if str(each) in labels else str(each)
        for each in picked
    )
