"""Everything the bot says outside its conversations: notice id → English text. Translations stand in the catalogues.

Texts use `**bold**`, `*italic*` and lists, and `{placeholders}` from `flows.placeholders`. A notice `a.b` has the
gettext context `notice.a.b`.
"""

from flows.notices.anonymous import ANONYMOUS_PAGE, ANONYMOUS_STAFF
from flows.notices.arrival import ARRIVAL
from flows.notices.assessment import ASSESSMENT
from flows.notices.attachments import ATTACHMENTS
from flows.notices.case_steps import CASE_STEPS
from flows.notices.case_work import STAFF_WORK, STUDENT_WORK
from flows.notices.changing import CHANGING
from flows.notices.climbing import CLIMBING_STAFF, CLIMBING_STUDENT
from flows.notices.complaints import COMPLAINTS
from flows.notices.goals import GOALS
from flows.notices.holding import HOLDING, HOLDING_LOG
from flows.notices.mail import MAIL
from flows.notices.matches import MATCHES
from flows.notices.meetings import MEETINGS
from flows.notices.mentoring import MENTORING
from flows.notices.mentors import MENTORS
from flows.notices.mentors_cases import MENTORS_CASES
from flows.notices.menu import MENU_TEXTS
from flows.notices.operator import OPERATOR
from flows.notices.own_questions import OWN_QUESTIONS
from flows.notices.parties import PARTIES
from flows.notices.practical import PRACTICAL
from flows.notices.privacy import PRIVACY
from flows.notices.question_time import QUESTION_TIME
from flows.notices.questions import QUESTIONS
from flows.notices.resources import RESOURCES
from flows.notices.schedule import SCHEDULE
from flows.notices.silence import SILENCE
from flows.notices.slack import SLACK
from flows.notices.staff_cards import STAFF_CARDS
from flows.notices.staff_news import STAFF_NEWS
from flows.notices.student_cases import STUDENT_CASES
from flows.notices.support import CARD_FOR, SUPPORT
from flows.notices.working_life import WORKING_LIFE

SECTIONS = (
    ARRIVAL, QUESTIONS, OWN_QUESTIONS, PRIVACY, STUDENT_CASES, STUDENT_WORK, SUPPORT, STAFF_CARDS, STAFF_WORK,
    STAFF_NEWS, SLACK, SILENCE, HOLDING, HOLDING_LOG, MAIL, ATTACHMENTS, OPERATOR,
    MENU_TEXTS,
    SCHEDULE,
    WORKING_LIFE,
    ASSESSMENT,
    GOALS,
    QUESTION_TIME,
    CASE_STEPS,
    MENTORING, MENTORS_CASES,
    MEETINGS,
    RESOURCES,
    PRACTICAL,
    MENTORS, MATCHES,
    CLIMBING_STAFF, CLIMBING_STUDENT, PARTIES, CHANGING,
    COMPLAINTS,
    ANONYMOUS_PAGE, ANONYMOUS_STAFF,
)  # fmt: skip
NOTICES: dict[str, str] = {key: text for section in SECTIONS for key, text in section.items()}

__all__ = ["CARD_FOR", "NOTICES", "SECTIONS"]
