"""How often a conversation comes, and how long an unfinished one stays open."""

from dataclasses import replace

from bot.programmes.overlay.form.shapes import Conversation
from bot.programmes.overlay.report import Report
from flows.steps import Flow


def timed(flow: Flow, said: Conversation, report: Report) -> Flow:
    """The conversation in the programme's cadence; what does not fit goes into the report."""
    given = said.model_dump(include={"every_days", "first_after_days"}, exclude_none=True)
    given |= said.rhythms.model_dump(exclude_none=True)
    if said.expires_after_days is not None:
        flow = replace(flow, expires_after_days=said.expires_after_days)
        report.changed(flow.id, f"it stays open for {flow.expires_after_days} days")
    if given and flow.cadence is None:
        report.refuse((flow.id, _key_of(min(given))), "has no meaning here: it comes in no rhythm; take it out")
        return flow
    if flow.cadence is None:
        return flow
    cadence = replace(flow.cadence, **given)
    for name, days in given.items():
        report.changed(flow.id, f"{name} is {days}")
    if flow.expires_after_days >= min(cadence.every_days, cadence.two_weeks, cadence.monthly):
        report.refuse(
            (flow.id, "expires_after_days"),
            f"is {flow.expires_after_days}: the next one would come while the last is open; choose fewer days",
        )
    return replace(flow, cadence=cadence)


def _key_of(name: str) -> str:
    return "rhythms" if name in ("two_weeks", "monthly") else name
