"""The sections about people: who is called when one is in danger, and what they are told about their data."""

import re
from pathlib import Path

from pydantic import Field, field_validator

from bot.config.section import RosterIds, Secret, Section, Text, Wording


class Safeguarding(Section):
    """Who is called when someone may be in danger, by roster id; left out, the roster's roles serve."""

    on_call: RosterIds = Field(
        default=(),
        description="Paged in this order at an emergency; left out: everyone with the role safeguarding.",
        examples=[("guard-1", "guard-2")],
    )
    deputy: Text = Field(
        default=None,
        description="Told when a deadline has passed; left out: the next on call.",
        examples=["coordinator-2"],
    )
    lead: Text = Field(
        default=None, description="Told after the deputy; left out: whoever has the role lead.", examples=["lead-1"]
    )
    rota: Path = Field(
        default=Path("rota.toml"),
        description="Who covers for whom while on leave; a TOML file beside this one, which may be missing.",
    )
    direct_question: bool = Field(
        default=True,
        description="Ask whoever feels low whether she wants to go on; false: numbers and a person instead.",
    )
    second_channel: Text = Field(
        default=None,
        description="Emergencies are told there too, without name or words: telegram:CHAT or mail:ADDRESS.",
        examples=["telegram:-1001234567890"],
    )

    @field_validator("second_channel")
    @classmethod
    def _a_way_out(cls, channel: str | None) -> str | None:
        if channel and not re.fullmatch(r"telegram:(-?\d{1,20}|@\w{4,32})|mail:[^@\s]+@[^@\s]+", channel, re.ASCII):
            raise ValueError(
                'write "telegram:" and the id of a chat that the bot is in, like telegram:-1001234567890, '
                'or "mail:" and an address, like mail:on-call@example.org'
            )
        return channel


class Privacy(Section):
    """What people are told about their data, and how it is locked."""

    controller: str = Field(
        default="",
        description="Who answers for the data, named in the consent; left out: the programme's name.",
        examples=["Example University"],
    )
    authority: str = Field(
        default="",
        description="The authority a student can complain to.",
        examples=["Example Data Protection Authority"],
    )
    retention_months: int = Field(
        default=6, ge=1, le=120, description="Months after a placement's end until its check-ins are deleted."
    )
    key_file: Path = Field(
        default=Path("placemate.key"),
        description="Made at the first start where no master key is given; back it up apart from the database.",
    )
    master_key: Secret = Field(
        default=None,
        description="Wraps every person's key, in place of the key file; better in the environment than here.",
        examples=["replace-me"],
    )
    duty_to_report_notice: Wording = Field(
        default={},
        description="What staff must pass on, said before sensitive questions: one text, or one for each language.",
        examples=[{"en": "Staff must report abuse.", "nb": "Ansatte må melde fra om overgrep."}],
    )
    confidential_contact: Wording = Field(
        default={},
        description="A service that passes nothing on: one text, or one for each language.",
        examples=["Example Student Line, phone 000 00 000"],
    )
    anonymous_form: bool = Field(
        default=True,
        description="the form for reports without a name, at /anonymous of [web] public_url",
    )
    anonymous_consequence: Wording = Field(
        default={},
        description="What a report without a name means for what can be done: one text, or one for each language.",
        examples=[{"en": "Without a name we can do less.", "nb": "Uten navn kan vi gjøre mindre."}],
    )
