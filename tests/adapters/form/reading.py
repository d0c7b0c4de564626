"""A page as whoever reads it finds it: its fields, its code, and whether everything on it has a name."""

import re
from html import unescape
from html.parser import HTMLParser

CODE = re.compile(r"(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}")
_ALONE = frozenset({"input", "meta", "link", "img", "br", "wbr"})


class Page(HTMLParser):
    """`fields` are what a form would post, `labels` the ids that a label names, `ids` every id, `text` the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.labels: set[str] = set()
        self.ids: list[str] = []
        self.inputs: set[str] = set()
        self.text = ""
        self._inside: list[str] = []
        self._area = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.labels |= {given["for"]} if tag == "label" and "for" in given else set()
        if tag not in _ALONE:
            self._inside.append(tag)
        if tag == "input" and (given.get("type") != "radio" or "checked" in given):
            self.fields[given["name"]] = given.get("value", "")
        if (tag == "input" and given.get("type") == "text") or tag == "textarea":
            self.inputs.add(given["id"])
        if tag == "textarea":
            self._area = given["name"]
            self.fields[self._area] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._inside, f"</{tag}> closes nothing"
        assert self._inside.pop() == tag, f"</{tag}> closes something else"
        self._area = "" if tag == "textarea" else self._area

    def handle_data(self, data: str) -> None:
        if self._area:
            # A browser drops the first line end.
            self.fields[self._area] += unescape(data).removeprefix("\n")
        elif self._inside and self._inside[-1] not in ("style", "title"):
            self.text += data


def code_on(html: str) -> str:
    """The code that a page shows."""
    found = CODE.search(html)
    assert found, html
    return found[0]
