"""An answer in words: what a person would read where the database holds an option's id."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from babel.dates import format_date

from bot.words.language import date_locale, translate
from flows.conditions import Value
from flows.steps import Kind, Question


def chosen_words(
    flow: str, question: Question, value: Value, language: str, known: Mapping[str, object] = MappingProxyType({})
) -> str:
    """A given answer that is not free text, as it is said in a language; an unknown option stands as it is.

    `known` are the placeholders that may stand in a label: words of hers, which are not escaped.
    """
    if question.kind is Kind.DATE:
        return format_date(date.fromisoformat(str(value)), "long", locale=date_locale(language))
    labels = {option.id: option.label for option in question.options}
    picked = value if isinstance(value, tuple) else (value,)
    return ", ".join(
        translate(f"{flow}.{question.id}.{each}", labels[str(each)], language).format_map(known)
        if str(each) in labels
        else str(each)
        for each in picked
    )
