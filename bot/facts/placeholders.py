"""Values for `{placeholders}` in what a student reads, looked up only when a text asks for them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from babel.dates import format_date, format_time

from bot.config import Settings
from bot.facts.context import Context
from bot.facts.culture import card_text
from bot.facts.goals import to_look_at
from bot.facts.planning.ahead import next_sent
from bot.facts.planning.circumstances import planned
from bot.facts.promise import promised_by
from bot.words.language import Trusted, date_locale, say
from bot.words.moments import written
from flows.countries import Helpline
from flows.goals import ACTIVE, DRAFTS
from storage.cases import Case, cases_of, find_case
from storage.goals import goals_of

_AHEAD = timedelta(weeks=2)


class Placeholders(Mapping[str, object]):
    """All placeholders of one student; `extra` adds or replaces some; a function is called when it is asked for."""

    def __init__(self, context: Context, extra: Mapping[str, object] | None = None) -> None:
        self._context = context
        self._extra = extra or {}

    def __getitem__(self, name: str) -> object:
        value = self._extra[name] if name in self._extra else _VALUES[name](self._context)
        return value() if callable(value) else value

    def __iter__(self) -> Iterator[str]:
        return iter({*self._extra, *_VALUES})

    def __len__(self) -> int:
        return len({*self._extra, *_VALUES})


def readers(context: Context, without: frozenset[str]) -> Mapping[str, object]:
    """The names of who looks after her where these must not read what is spoken of; nothing where all may."""
    if not without:
        return {}
    duty = context.on_duty(without)
    return {
        "coordinator": lambda: duty.coordinator.name if duty.coordinator else _else(context, "coordinator"),
        "safeguarding": lambda: duty.guardians[0].name if duty.guardians else _else(context, "safeguarding"),
        "role": lambda: duty.on_call[0].name if duty.on_call else _else(context, "role"),
    }


def when(context: Context, moment: datetime) -> str:
    """A moment on her own clock, such as "Thursday 3 December, 15:00"."""
    return written(moment.astimezone(context.zone), context.language)


def clock_time(context: Context, moment: datetime) -> str:
    """A time of day on her own clock, `21:40`."""
    return format_time(moment.astimezone(context.zone), "HH:mm", locale=date_locale(context.language))


def _day(context: Context, day: date | None, otherwise: str) -> str:
    return format_date(day, "long", locale=date_locale(context.language)) if day else _else(context, otherwise)


def _else(context: Context, name: str) -> str:
    """Words for something the roster does not say."""
    return say(f"someone.{name}", context.language)


def _goal(context: Context) -> str:
    goal = to_look_at(goals_of(context.uow.db, context.person.id))
    return context.uow.open(context.person, goal.words) if goal else _else(context, "goal")


def _deadline(context: Context) -> str:
    """By when a person looks at what is spoken of."""
    moment = promised_by(context)
    return when(context, moment) if moment else _else(context, "deadline")


def _closed_last(context: Context) -> Case | None:
    closed = [case for case in cases_of(context.uow.db, context.person.id) if case.resolved_at]
    return max(closed, key=lambda case: case.resolved_at or case.opened_at, default=None)


def about_case(context: Context, case_id: object) -> Mapping[str, object]:
    """The placeholders of a conversation that speaks of one case of hers: its number, and the day it was closed."""
    mine = cases_of(context.uow.db, context.person.id) if isinstance(case_id, int) else []
    return next((_case_words(context, case) for case in mine if case.id == case_id), {})


def number_of(context: Context, case_id: int) -> str:
    """The number of a case."""
    case = find_case(context.uow.db, case_id)
    return case.number if case else _else(context, "case_number")


def _case_words(context: Context, case: Case | None) -> Mapping[str, object]:
    closed = case.resolved_at.astimezone(context.zone).date() if case and case.resolved_at else None
    return {
        "case_number": case.number if case else _else(context, "case_number"),
        "case_closed_on": _day(context, closed, "case_closed_on"),
    }


def _next_checkin(context: Context) -> str:
    """When it will really come: a holiday or her own absence moves it."""
    moment = next_sent(planned(context), context.now)
    return when(context, moment) if moment else _else(context, "next_checkin")


def _helpline(context: Context, place: int) -> str:
    lines = context.pack.helplines
    return _reached(lines[min(place, len(lines) - 1)]) if lines else context.pack.emergency


def _helplines_open(context: Context) -> str:
    lines = (_reached(line) for line in context.pack.helplines if line.open_at(context.local_now))
    return Trusted(", ".join(lines) or context.pack.emergency)


def _reached(line: Helpline) -> str:
    reached_by = line.phone or (f"SMS {line.sms}" if line.sms else line.chat)
    return Trusted(f"{line.name} {reached_by}" if line.chat != reached_by else line.name)


def _service(context: Context, name: str) -> str:
    """A service of the country pack, else what to look for."""
    return getattr(context.pack, name) or _else(context, name)


def call_minutes(settings: Settings) -> str:
    """How many minutes lie between two calls while nobody has taken an emergency."""
    return f"{settings.team.emergency_minutes:g}"


def in_language(wording: Mapping[str, str], language: str) -> str:
    """The programme's own words in a language, else in English or in whatever they are written; "" for none."""
    return wording.get(language) or wording.get("en") or next(iter(wording.values()), "")


def _worded(context: Context, wording: Mapping[str, str]) -> str:
    return in_language(wording, context.language)


_VALUES: Mapping[str, Callable[[Context], object]] = {
    "name": lambda c: c.person.name.split()[0] if c.person.name.split() else "",
    "bot": lambda c: c.settings.programme.bot_name,
    "org": lambda c: c.settings.programme.name,
    "controller": lambda c: c.settings.controller,
    "authority": lambda c: c.settings.privacy.authority or _else(c, "authority"),
    "months": lambda c: c.settings.privacy.retention_months,
    "host": lambda c: c.placement.host or _else(c, "host"),
    "supervisor": lambda c: c.placement.supervisor or _else(c, "supervisor"),
    "placement_role": lambda c: c.placement.role or _else(c, "placement_role"),
    "coordinator": lambda c: c.coordinator.name if c.coordinator else _else(c, "coordinator"),
    "safeguarding": lambda c: c.safeguarding[0].name if c.safeguarding else _else(c, "safeguarding"),
    "mentor": lambda c: c.mentor.name if c.mentor else _else(c, "mentor"),
    "partner": lambda c: _else(c, "partner"),
    "match_reason": lambda c: _else(c, "match_reason"),
    "hoped_for": lambda c: _else(c, "hoped_for"),
    "words_to_send": lambda c: "",
    "days_since": lambda c: 0,
    **dict.fromkeys(("partner_first", "request_kind"), lambda c: _else(c, "partner")),
    "partner_field": lambda c: _else(c, "field"),
    "partner_hopes": lambda c: _else(c, "hopes"),
    **dict.fromkeys(("request_words", "mentees_list"), lambda c: ""),
    "waiting_before": lambda c: 0,
    "round": lambda c: "",
    **{f"pair_{place}": (lambda c: _else(c, "partner")) for place in range(1, 7)},
    **{f"slot_{place}": (lambda c: "") for place in range(1, 7)},
    "meeting_when": lambda c: _else(c, "meeting_when"),
    "meeting_time": lambda c: clock_time(c, c.now),
    **dict.fromkeys(("meeting_place", "summary", "open_actions", "own_actions"), lambda c: ""),
    "action": lambda c: _else(c, "action"),
    "action_when": lambda c: _else(c, "pair_ends_on"),
    "starts_on": lambda c: _day(c, c.placement.starts_on, "starts_on"),
    "ends_on": lambda c: _day(c, c.placement.ends_on, "ends_on"),
    "next_checkin": _next_checkin,
    "culture_card": lambda c: card_text(c.country, c.language),
    "question_time": lambda c: c.placement.question_clock or _else(c, "next_checkin"),
    "goal": _goal,
    **dict.fromkeys((*ACTIVE, *DRAFTS), _goal),
    "goal_card": _goal,
    "obstacle": lambda c: _else(c, "obstacle"),
    "first_step": lambda c: _else(c, "first_step"),
    "day_ahead": lambda c: c.local_now.date() + _AHEAD,
    "day_later": lambda c: c.local_now.date() + _AHEAD + timedelta(days=4),
    "deadline": _deadline,
    "case_number": lambda c: _case_words(c, _closed_last(c))["case_number"],
    "case_closed_on": lambda c: _case_words(c, _closed_last(c))["case_closed_on"],
    "call_minutes": lambda c: call_minutes(c.settings),
    "emergency": lambda c: c.pack.emergency,
    "police": lambda c: c.pack.police or c.pack.emergency,
    "medical": lambda c: c.pack.medical or c.pack.emergency,
    "helpline_1": lambda c: _helpline(c, 0),
    "helpline_2": lambda c: _helpline(c, 1),
    "helplines": lambda c: ", ".join(_helpline(c, place) for place in range(len(c.pack.helplines))),
    "helplines_open": _helplines_open,
    "student_service": lambda c: _service(c, "student_service"),
    "labour_inspectorate": lambda c: _service(c, "labour_inspectorate"),
    "legal_aid": lambda c: _service(c, "legal_aid"),
    "timezone": lambda c: c.zone.key,
    "time": lambda c: clock_time(c, c.now),
    "role": lambda c: c.on_call[0].name if c.on_call else _else(c, "role"),
    "anonymous_form": lambda c: c.settings.anonymous_form,
    "anonymous_consequence": lambda c: _worded(c, c.settings.privacy.anonymous_consequence)
    or say("duty.anonymous", c.language),
    "duty_to_report_notice": lambda c: _worded(c, c.settings.privacy.duty_to_report_notice)
    or say("duty.none_named", c.language),
    "confidential_contact": lambda c: _worded(c, c.settings.privacy.confidential_contact)
    or _helpline(c, 0),
}  # fmt: skip
