"""What may stand in an overlay file, conversation by conversation."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, model_validator

LONGEST_TEXT_ANSWER = 800
_OWN_ID = r"^[a-z][a-z0-9_]{0,14}$"
"""With `own_` before it and `_flag` behind, it still fits on a button."""


class Part(BaseModel):
    """A table of the file. Nothing is guessed: unknown keys and values of another type are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class Words(Part):
    """A text in every language we speak."""

    en: str
    nb: str


class OwnOption(Words):
    """One possible answer to a programme's own question."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,20}$")]


class OwnFlag(Part):
    """Tells a person. Emergencies stay ours: they call people out of bed."""

    severity: Literal["info", "attention", "urgent"]
    topic: Literal["safety", "wellbeing", "workload", "practical"]


class NumberFlag(OwnFlag):
    """Raised by a low or a high number."""

    at_most: int | None = None
    at_least: int | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.at_most is None) == (self.at_least is None):
            raise ValueError("needs one of at_most and at_least")
        return self


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


class PickFlag(OwnFlag):
    """Raised by one of these options."""

    options: Annotated[list[str], BeforeValidator(_listed), Field(alias="is", min_length=1)]


class ManyFlag(OwnFlag):
    """Raised when this option is among those picked."""

    includes: str


class Own(Part):
    """What every question of a programme's own has; it can always be skipped, so `optional` may only say so."""

    id: Annotated[str, Field(pattern=_OWN_ID)]
    text: Words
    optional: Literal[True] = True
    reader: Literal["coordinator", "safeguarding"] | None = None


class OwnScale(Own):
    """From 1 to 5, with words at both ends."""

    kind: Literal["scale"]
    low: Words
    high: Words
    flag: NumberFlag | None = None


class OwnYesNo(Own):
    """Yes or no, and with `not_sure` a third way."""

    kind: Literal["yes_no"]
    not_sure: bool = False
    flag: PickFlag | None = None


class OwnChoice(Own):
    """One of several."""

    kind: Literal["choice"]
    options: list[OwnOption]
    flag: PickFlag | None = None


class OwnMany(Own):
    """Any of several, at most `limit`; an option in `alone` is the whole answer."""

    kind: Literal["many"]
    options: list[OwnOption]
    limit: Annotated[int, Field(ge=1)] | None = None
    alone: list[str] = []
    flag: ManyFlag | None = None

    @model_validator(mode="after")
    def _fits_its_options(self) -> Self:
        if self.limit is not None and self.limit > len(self.options):
            raise ValueError(f"has a limit of {self.limit} and {len(self.options)} options: set a lower one")
        return self


class OwnText(Own):
    """Words, at most `limit` characters. Triage reads them as it reads all she writes, so there is no flag here."""

    kind: Literal["text"]
    limit: Annotated[int, Field(ge=1, le=LONGEST_TEXT_ANSWER)] = 300


class OwnNumber(Own):
    """A whole number."""

    kind: Literal["number"]
    lowest: int
    highest: int
    flag: NumberFlag | None = None


class OwnDate(Own):
    """A day."""

    kind: Literal["date"]


OwnQuestion: TypeAlias = Annotated[
    OwnScale | OwnYesNo | OwnChoice | OwnMany | OwnText | OwnNumber | OwnDate, Field(discriminator="kind")
]
KINDS: Mapping[str, type[Own]] = {
    "scale": OwnScale, "yes_no": OwnYesNo, "choice": OwnChoice, "many": OwnMany, "text": OwnText, "number": OwnNumber,
    "date": OwnDate,
}  # fmt: skip

Days = Annotated[int, Field(ge=7, le=56)]


class Rhythms(Part):
    """The days of each rhythm a student may choose."""

    two_weeks: Days | None = None
    monthly: Days | None = None


class Conversation(Part):
    """What a programme says about one conversation."""

    every_days: Days | None = None
    first_after_days: Annotated[int, Field(ge=0, le=28)] | None = None
    expires_after_days: Annotated[int, Field(ge=1, le=14)] | None = None
    rhythms: Rhythms = Rhythms()
    off: list[str] = []
    words: dict[str, Words] = {}
    thresholds: dict[str, int] = {}
    rooms: dict[str, list[OwnQuestion]] = {}


FILE = TypeAdapter(dict[str, Conversation])
"""The whole file: a table for each conversation."""
