"""`python -m flows.extraction`: write the gettext template from the texts and bring the translations up to date.

The context of a text is the flow and step it stands in, so one English sentence may be translated differently in two
places. A translation whose English has changed is kept and marked fuzzy: the tests stay red until someone has read it.
With `--check` nothing is written, and the exit code is 1 when a file would change.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from flows.catalogue import CATALOGUE
from flows.notices import NOTICES
from flows.steps import Flag, Flow, Question, Say

LOCALE = Path(__file__).parent / "locale"
TEMPLATE = LOCALE / "placemate.pot"
LANGUAGES = ("nb",)
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Placemate\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def texts() -> Iterator[tuple[str, str]]:
    """Every text people read, as (context, English)."""
    for flow in CATALOGUE:
        yield f"flow.{flow.id}", flow.title
        yield from _flow_texts(flow)
    yield from ((f"notice.{key}", text) for key, text in NOTICES.items())


def _flow_texts(flow: Flow) -> Iterator[tuple[str, str]]:
    for item in flow.items:
        context = f"{flow.id}.{item.id}"
        if isinstance(item, Say | Question):
            yield context, item.text
        if isinstance(item, Flag) and item.remark:
            yield context, item.remark
        if isinstance(item, Question):
            ends = (("low", item.low), ("high", item.high))
            yield from ((f"{context}.{end}", words) for end, words in ends if words)
            yield from ((f"{context}.{option.id}", option.label) for option in item.options)


def translations(language: str) -> Path:
    """The file that holds a language's translations."""
    return LOCALE / language / "LC_MESSAGES" / "placemate.po"


def template() -> Catalog:
    """A catalogue of every text, untranslated."""
    catalog = Catalog()
    for context, english in texts():
        catalog.add(english, context=context)
    return catalog


def updated(path: Path) -> Catalog:
    """The translations of a file for the texts of today; what was translated for other English is marked fuzzy."""
    with path.open("rb") as file:
        known = {message.context: message for message in read_po(file) if message.id}
    catalog = Catalog()
    for context, english in texts():
        earlier = known.get(context)
        fuzzy = earlier is not None and (earlier.fuzzy or (earlier.id != english and bool(earlier.string)))
        words = earlier.string if earlier else ""
        catalog.add(english, words, context=context, flags=("fuzzy",) if fuzzy else ())
    return catalog


def written(catalog: Catalog, language: str) -> str:
    """A catalogue as the text of its file; nothing in it depends on when or where it is made."""
    body = BytesIO()
    write_po(body, catalog, width=100, omit_header=True)
    return _HEADER.format(language=language) + body.getvalue().decode()


def files() -> dict[Path, str]:
    """What each file should hold."""
    translated = {translations(language): language for language in LANGUAGES}
    return {TEMPLATE: written(template(), "")} | {
        path: written(updated(path), language) for path, language in translated.items()
    }


def stale() -> list[Path]:
    """The files that do not hold the texts of today."""
    return [path for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` only say whether they are up to date."""
    outdated = stale()
    if "--check" in arguments:
        return 1 if outdated else 0
    contents = files()
    for path in outdated:
        path.write_text(contents[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
