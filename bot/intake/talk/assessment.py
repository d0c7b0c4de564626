"""After a self-assessment: goals from what she picked, the picture with its words, and whom she shows it."""

from bot.facts.levels import Assessment, assessments_of
from bot.facts.planning.milestones import APART
from bot.intake.talk.coming import plan_next
from bot.intake.talk.keeping import Talk
from bot.intake.talk.news import tell_coordinator
from bot.intake.talk.session import Session
from bot.words.language import say, translate
from bot.words.outgoing import Chart, Picture
from flows.competences import COMPETENCES, LEVEL_NUMBERS, LEVELS, MOMENTS
from flows.conditions import Value
from storage.goals import add_goal, goals_of

FLOW = "self_assessment"
MOST_GOALS = 3
_IN_PLAY = ("draft", "active")


def finished(session: Session, talk: Talk) -> None:
    """She has answered to the end, or put it off."""
    answers = talk.progress.answers
    if answers.get("start") != "start":
        return
    plan_next(session, FLOW, session.context.now + APART)  # not so soon after the one she has just finished
    _draft_goals(session, answers.get("work_on"))
    session.post(_in_words(session, session.language))
    session.post(picture_of(session, assessments_of(session.context)))
    if "coordinator" in _picked(answers.get("show_to")):
        tell_coordinator(
            session.context, "news.assessment_shown", levels=_in_words(session, session.context.team_language)
        )


def picture_of(session: Session, assessments: list[Assessment]) -> Picture:
    """Start, middle and end beside one another, as a chart and in words."""
    language = session.language
    latest = {each.moment: each for each in assessments}
    moments = [moment for moment in MOMENTS if moment in latest]
    rows = tuple(
        (_label(competence, language), tuple(latest[moment].number(competence) for moment in moments))
        for competence in COMPETENCES
    )
    title = say("assessment.title", language)
    columns = tuple(say(f"assessment.{moment}", language) for moment in moments)
    chart = Chart(title, columns, rows, min(LEVEL_NUMBERS.values()), max(LEVEL_NUMBERS.values()))
    caption = say("assessment.picture", language)
    return Picture(say("assessment.filename", language), chart, caption, _in_words(session, language))


def _in_words(session: Session, language: str) -> str:
    """A line for each competence: its levels from the first to the last, as she read them."""
    latest = {each.moment: each for each in assessments_of(session.context)}
    moments = [moment for moment in MOMENTS if moment in latest]
    head = " → ".join(say(f"assessment.{moment}", language) for moment in moments)
    lines = [
        f"{_label(competence, language)}: "
        + " → ".join(_level(latest[moment], competence, language) for moment in moments)
        for competence in COMPETENCES
    ]
    return "\n".join((f"{say('assessment.title', language)} ({head})", *lines))


def _level(assessment: Assessment, competence: str, language: str) -> str:
    level = str(assessment.answers.get(competence) or "")
    if not level:
        return say("assessment.skipped", language)
    return translate(f"{FLOW}.{competence}.{level}", LEVELS[level], language)


def _label(competence: str, language: str) -> str:
    return translate(f"{FLOW}.work_on.{competence}", COMPETENCES[competence], language)


def _draft_goals(session: Session, work_on: Value) -> None:
    """What she picked becomes a draft in her words' place; she makes a goal of it when she likes."""
    context = session.context
    room = MOST_GOALS - sum(goal.state in _IN_PLAY for goal in goals_of(context.uow.db, context.person.id))
    for competence in _picked(work_on)[: max(room, 0)]:
        words = session.notice("assessment.goal", title=_label(competence, session.language))
        add_goal(context.uow.db, context.person.id, context.uow.seal(context.person, words), context.now)


def _picked(answer: Value) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()
