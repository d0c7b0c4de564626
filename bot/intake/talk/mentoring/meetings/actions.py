"""Whether something that one of the two set out to do is done."""

from datetime import date

import orjson

from bot.facts.about import About
from bot.facts.mentoring.meetings import asking
from bot.intake.talk.keeping import Talk
from bot.intake.talk.mentoring.following import Following
from bot.intake.talk.mentoring.meetings.hand import in_hand
from bot.intake.talk.session import Session
from bot.mentoring.looking import plan_look
from storage.meetings import change_action, find_action


def asked_after(session: Session, talk: Talk) -> Following:
    """Note what she said; what else is due of hers is asked after in the same breath."""
    hand, context, answers = in_hand(session, talk), session.context, talk.progress.answers
    row = talk.facts.get("about_action")
    action = find_action(context.uow.db, row) if isinstance(row, int) else None
    if hand is None or action is None or action.owner_id != context.person.id:
        return ()
    columns: dict[str, object] = {"told": orjson.dumps([*orjson.loads(action.told), asking(action, context)]).decode()}
    match answers.get("done"):
        case "done":
            columns["state"] = "done"
        case "drop":
            columns["state"] = "dropped"
        case "more" if isinstance(day := answers.get("until"), str):
            if date.fromisoformat(day) <= context.local_now.date():
                session.post(session.notice("stop.date_passed"))
            else:
                columns["due_on"] = date.fromisoformat(day)
    change_action(context.uow.db, action, **columns)
    plan_look(context.uow, context.settings, hand.pair)
    return [("action_due", About(mentorship=hand.pair.id or 0))] if hand.known.due_action() else ()
