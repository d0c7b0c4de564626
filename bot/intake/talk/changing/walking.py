"""Walking a talk again with a changed answer, and past answers that need not be given twice. Pure."""

from dataclasses import replace

from bot.engine import turn
from bot.intake.talk.keeping import Talk


def walked_again(talk: Talk) -> turn.Turn:
    """Where the script leads with the answers as they are now, and what of it is new to her.

    Answers behind a question that was not asked before are kept in `talk.later`.
    """
    before, left = talk.progress, dict(talk.progress.answers)
    progress, effects = turn.begin(talk.script, talk.facts, before.heard, before.said)
    while not progress.ended and progress.step in left:
        given = turn.Answer(left.pop(progress.step))
        progress, effects = turn.take_turn(talk.script, progress, given, talk.facts)
    talk.later |= left
    progress = replace(progress, flags=progress.flags | before.flags)
    if progress.step == before.step:
        return replace(progress, picks=before.picks), []
    return progress, _new_in(effects)


def walked_on(talk: Talk, happened: turn.Turn) -> turn.Turn:
    """Past the questions whose answers she gave before a changed answer put another question in front of them."""
    progress, effects = happened
    while not progress.ended and progress.step in talk.later:
        given = turn.Answer(talk.later.pop(progress.step))
        progress, more = turn.take_turn(talk.script, progress, given, talk.facts)
        kept = [effect for effect in effects if not isinstance(effect, turn.Asked)]
        effects = [*kept, *_new_in(more), *(each for each in more if isinstance(each, turn.FlagRaised))]
    return progress, effects


def _new_in(effects: list[turn.Effect]) -> list[turn.Effect]:
    """What was said on the way to a question was said when she came there first; a closing was not."""
    ended = any(isinstance(effect, turn.Ended) for effect in effects)
    done: tuple[type, ...] = (
        (turn.Answered, turn.FlagRaised) if ended else (turn.Answered, turn.FlagRaised, turn.Spoken)
    )
    return [effect for effect in effects if not isinstance(effect, done)]
