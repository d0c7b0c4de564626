"""A person's language: gettext for every text, and placeholders filled so that nobody's words become formatting."""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import flows
from flows.notices import NOTICES
from flows.wording import Wording

SOURCE = "en"
LANGUAGES: Mapping[str, str] = {"en": "English", "nb": "Norsk bokmål"}
_LOCALE = Path(flows.__file__).parent / "locale"
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~!])")


class Trusted(str):
    """Text of our own that may hold formatting: it is filled in as it stands."""

    __slots__ = ()


def known_language(language: str) -> str:
    """The language we speak that is nearest to a code such as `no`, `nb-NO` or `en_GB`; English when none is."""
    code = language.replace("_", "-").split("-")[0].lower()
    return {"no": "nb", "nn": "nb"}.get(code, code if code in LANGUAGES else SOURCE)


def date_locale(language: str) -> str:
    """How dates are written in a language: English ones put the day before the month."""
    return "en_GB" if language == "en" else language


@cache
def _written(language: str) -> Catalog:
    """What translators wrote."""
    with (_LOCALE / language / "LC_MESSAGES" / "placemate.po").open("rb") as po:
        return read_po(po, locale=language)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language, compiled in memory so that no built file can be stale."""
    if language == SOURCE:
        return gettext.NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, _written(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def translate(context: str, english: str, language: str) -> str:
    """A text of a flow in a language; `context` is `flow.step` or `flow.step.option`. A programme's own words stand."""
    if isinstance(english, Wording):
        return english.languages.get(language, english.languages[SOURCE])
    return _catalogue(language).pgettext(context, english) if english else ""


def translation(context: str, english: str, language: str) -> str | None:
    """A text as the catalogue of a language has it, or None where it has none: for checks, which must not fall back."""
    if isinstance(english, Wording):
        return english.languages.get(language)
    if language == SOURCE:
        return english
    message = _written(language).get(english, context)
    return str(message.string) or None if message else None


def every_language(context: str, english: str) -> tuple[str, ...]:
    """A text in each language we speak."""
    return tuple(translate(context, english, language) for language in LANGUAGES)


def say(key: str, language: str, values: Mapping[str, object] | None = None, **more: object) -> str:
    """One of the bot's own notices, filled.

    Raises:
        KeyError: there is no such notice, or it needs a value that was not given.
    """
    return fill(translate(f"notice.{key}", NOTICES[key], language), {**more} if values is None else values)


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put values into `{placeholders}`; whatever is not `Trusted` is escaped, so that it can never be formatting."""
    return text.format_map(_Escaping(values)) if "{" in text else text


class _Escaping(dict[str, str]):
    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__()
        self._values = values

    def __missing__(self, name: str) -> str:
        value = self._values[name]
        return value if isinstance(value, Trusted) else _MARKUP.sub(r"\\\1", str(value))
