"""All conversations, in one tuple."""

from flows.absence import absence
from flows.checkin import checkin
from flows.conflict.afterwards import AFTERWARDS
from flows.conflict.reporting import conflict
from flows.culture import culture
from flows.first_week import first_week
from flows.fixed_time import fixed_time
from flows.goal_step import goal_step
from flows.goals import goals
from flows.human import human
from flows.leaving import leaving, leaving_after
from flows.lift_share import lift_match, lift_share
from flows.logistics.asking import logistics
from flows.mentor import mentor
from flows.mentoring.expectations import mentee_expectations, mentor_expectations
from flows.mentoring.goodbye import mentorship_end, mentorship_goodbye
from flows.mentoring.match import mentor_match
from flows.mentoring.meetings.action import action_due
from flows.mentoring.meetings.afterwards import meeting_after, meeting_confirm
from flows.mentoring.meetings.before import meeting_prep, meeting_soon
from flows.mentoring.meetings.booking import meeting_nudge, meeting_times
from flows.mentoring.mentees import mentees
from flows.mentoring.refer import refer
from flows.mentoring.request import mentor_request, request_answer
from flows.mentoring.review import mentee_review, mentor_review
from flows.mentoring.round import mentor_round
from flows.mentoring.start import mentor_start
from flows.mentoring.still_wanted import still_wanted
from flows.monthly import monthly
from flows.new_country import new_country
from flows.onboarding import onboarding
from flows.pausing import pausing
from flows.privacy import privacy
from flows.problem import problem
from flows.pulse import halfway, pulse
from flows.question_time import question_time, questions_today
from flows.remote import remote
from flows.resources import resources
from flows.self_assessment import self_assessment
from flows.small_talks import exporting, forgetting, language, stopping
from flows.steps import Flow
from flows.still_ok import still_ok
from flows.unsafe_work import unsafe_work, unsafe_work_after
from flows.urgent import urgent
from flows.wages import wages, wages_after
from flows.wellbeing import wellbeing, wellbeing_after
from flows.workload import workload
from flows.workload_after import workload_after

CATALOGUE: tuple[Flow, ...] = (
    onboarding,
    fixed_time,
    first_week,
    checkin,
    monthly,
    halfway,
    urgent,
    problem,
    conflict,
    *AFTERWARDS,
    workload,
    workload_after,
    remote,
    culture,
    new_country,
    wellbeing,
    wellbeing_after,
    unsafe_work,
    unsafe_work_after,
    wages,
    wages_after,
    leaving,
    leaving_after,
    logistics,
    lift_share,
    lift_match,
    human,
    language,
    stopping,
    pausing,
    absence,
    pulse,
    still_ok,
    exporting,
    forgetting,
    self_assessment,
    goals,
    goal_step,
    resources,
    mentor,
    mentor_start,
    mentor_round,
    mentor_match,
    mentee_expectations,
    mentor_expectations,
    meeting_nudge,
    meeting_times,
    meeting_prep,
    meeting_soon,
    meeting_after,
    meeting_confirm,
    action_due,
    still_wanted,
    mentees,
    mentor_request,
    request_answer,
    mentor_review,
    mentee_review,
    mentorship_end,
    mentorship_goodbye,
    refer,
    privacy,
    question_time,
    questions_today,
)
COMPLAINTS = frozenset(flow.id for flow in CATALOGUE if flow.complaint)
"""The ids of those that are about somebody at work."""
_BY_ID = {flow.id: flow for flow in CATALOGUE}


def by_id(flow_id: str) -> Flow | None:
    """The conversation with this id as it is written today, or None."""
    return _BY_ID.get(flow_id)
