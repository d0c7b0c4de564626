"""Mail: a second channel for emergencies, and a way to whoever cannot be reached in chat."""

from typing import Literal

from pydantic import ConfigDict, Field

from bot.config.section import Secret, Section, Text


class Mail(Section):
    """A mail server to send through; no mail is sent while this section is absent."""

    model_config = ConfigDict(validate_by_name=True)

    host: str = Field(min_length=1, description="The mail server's name.", examples=["smtp.example.org"])
    port: int = Field(default=587, ge=1, le=65535, description="Its port: 587, 465 for tls, 25 within a house.")
    sender: str = Field(
        alias="from",
        pattern=r"^[^@\s]+@[^@\s]+$",
        description="The address mails come from.",
        examples=["placemate@example.org"],
    )
    security: Literal["starttls", "tls", "none", "auto"] = Field(
        default="auto", description="starttls, tls from the start, none; auto: tls on port 465, else what is offered."
    )
    username: Text = Field(default=None, description="To log in with; left out: no login.", examples=["placemate"])
    password: Secret = Field(default=None, description="Better in the environment than here.", examples=["replace-me"])
    timeout: float = Field(default=20, gt=0, description="Seconds to wait for the server's answer.")
