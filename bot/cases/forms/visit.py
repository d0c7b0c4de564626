"""A coordinator at a case: what she may do now, and the pages she is answered with."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cases.case_file import CaseFile
from bot.cases.rules.permissions import is_kept_from, is_staff
from bot.cases.telling.texts import language_of, plain, worded
from bot.cases.views import Field, Passage, View
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Visit:
    """One click or form of one coordinator."""

    file: CaseFile
    staff: Person
    fields: Mapping[str, str]

    @property
    def language(self) -> str:
        """The language she reads."""
        return language_of(self.staff, self.file.context)

    def text(self, key: str, **values: object) -> str:
        """A notice in her language, for a place where nothing is read as formatting."""
        return plain(worded(key, self.file.context.person), self.language, **values)

    def field(self, name: str) -> str:
        """What she filled in, without white space around it."""
        return self.fields.get(name, "").replace("\r\n", "\n").strip()

    def page(
        self, title: str, *passages: Passage, fields: tuple[Field, ...] = (), verb: str = "", submit: str = "",
        buttons: tuple[str, ...] = (), kept: dict[str, str] | None = None, error: str = "",
    ) -> View:  # fmt: skip
        """A form or a page about this case; `title` and `submit` are keys, `buttons` are verbs, `error` is a text."""
        return View(
            title=self.text(title, number=self.file.case.number), case=self.file.id, passages=passages, fields=fields,
            verb=verb, submit=self.text(submit) if submit else "",
            close=self.text("modal.cancel" if verb else "modal.close"),
            buttons=tuple((each, self.text(f"act.{each.removesuffix('_here')}")) for each in buttons),
            kept=kept or {}, error=error,
        )  # fmt: skip

    def refused(self, key: str, **values: object) -> View:
        """A page that says why this cannot be done."""
        return self.page("modal.refused", Passage("", self.text(key, **values)))

    def not_permitted(self, verb: str) -> View:
        """A page for somebody who may not do this; that she tried is written down."""
        self.file.note(self.staff.id, "refused", verb)
        if not is_staff(self.staff, self.file.case):
            return self.refused("refused.not_staff")
        kept = is_kept_from(self.staff, self.file.context, self.file.case)
        return self.refused("refused.kept_from" if kept else "refused.restricted")

    def not_now(self) -> View:
        """A page that tells the state which is in the way, and whose case it is."""
        return self.refused("refused.state", state_word=self.text(f"card_state.{self.file.case.state}"))
