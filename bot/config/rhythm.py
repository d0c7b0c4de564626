"""The sections about time: when students are written to, and when the team works."""

from datetime import date, time
from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator
from pydantic_settings import NoDecode

from bot.config.section import Section
from bot.config.sections import Country

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _parts(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


Hours = Annotated[tuple[float, ...], BeforeValidator(_parts), NoDecode]
Days = Annotated[tuple[date, ...], BeforeValidator(_parts), NoDecode]
Weekdays = Annotated[tuple[str, ...], BeforeValidator(_parts), NoDecode]


def _days_of_the_week(days: tuple[str, ...]) -> tuple[str, ...]:
    days = tuple(day.lower() for day in days)
    if not days or set(days) - set(WEEK):
        raise ValueError(f"name at least one of {', '.join(WEEK)}")
    return days


class Schedule(Section):
    """When students are written to of the program's own accord."""

    reminder_hours: Hours = Field(
        default=(24, 72),
        description="Hours after a check-in until who has not answered is reminded; the last is the last.",
    )
    late_hours: float = Field(
        default=2, ge=0.25, le=24, description="What is later than this after an outage waits for her next window."
    )
    contacts_per_week: int = Field(
        default=4, ge=2, le=14, description="At most so many messages in seven days that a student did not ask for."
    )
    rest_hours_after_urgent: float = Field(
        default=48, ge=0, le=336, description="Nothing routine is sent so soon after an urgent report."
    )
    still_ok_days: int = Field(
        default=5, ge=1, le=60, description="Days after a case was closed until the student is asked if it still is OK."
    )
    confirm_first_send: bool = Field(
        default=True, description="Ask a coordinator before the first check-ins of a new cohort go out."
    )

    @field_validator("reminder_hours")
    @classmethod
    def _rising(cls, hours: tuple[float, ...]) -> tuple[float, ...]:
        if any(hour <= 0 for hour in hours) or list(hours) != sorted(set(hours)):
            raise ValueError("give rising numbers of hours, like [24, 72]; an empty list reminds nobody")
        return hours


class Mentoring(Section):
    """When mentors are written to, and how long a mentorship may be silent."""

    opens: time = Field(default=time(9), description="Mentors are written to from this time on, on their own clock.")
    closes: time = Field(default=time(16), description="And until this time.")
    workdays: Weekdays = Field(default=WEEK[:5], description="The days on which mentors are written to.")
    nudges_per_week: int = Field(
        default=1, ge=1, le=5, description="At most so many messages in seven days that a mentor did not cause."
    )
    every_days: int = Field(
        default=28, ge=7, le=92, description="Days between two meetings until the two have agreed on their own."
    )
    lasts_months: int = Field(
        default=6, ge=1, le=36, description="Months of a mentorship where the placement has no last day."
    )

    _week = field_validator("workdays")(_days_of_the_week)


class Team(Section):
    """When coordinators work, and how soon a person must have looked."""

    opens: time = Field(default=time(8), description="Working hours begin, in the programme's time zone.")
    closes: time = Field(default=time(16), description="Working hours end.")
    workdays: Weekdays = Field(default=WEEK[:5], description="The days on which the team works.")
    country: Country = Field(
        default="", description="Two letters; its public holidays are the team's. Left out: the programme's country."
    )
    closed_on: Days = Field(
        default=(), description="Further days on which nobody works.", examples=[(date(2026, 12, 24),)]
    )
    attention_days: float = Field(
        default=2, gt=0, le=20, description="Working days until a person must have looked at something that needs care."
    )
    urgent_hours: float = Field(
        default=4, gt=0, le=48, description="Hours for something urgent: by the clock for safety, else working hours."
    )
    emergency_minutes: float = Field(
        default=10, ge=1, le=60, description="Minutes between two calls while nobody has taken an emergency."
    )

    _week = field_validator("workdays")(_days_of_the_week)

    @field_validator("closes")
    @classmethod
    def _after_it_opens(cls, closes: time, info: object) -> time:
        opens = getattr(info, "data", {}).get("opens")
        if opens is not None and closes <= opens:
            raise ValueError("let it lie after opens")
        return closes
