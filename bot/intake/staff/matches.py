"""A coordinator and the matches: asking for a batch, looking at one, deciding on its pairs."""

from bot.cases.telling.texts import language_of, plain
from bot.cases.verbs import APPROVE_ALL, REVIEW, REVIEW_PAGE, SETTLE
from bot.cases.views import Passage, View
from bot.config import Settings
from bot.facts.context import Context
from bot.facts.duty.on_duty import STAFF
from bot.intake.inbound import CaseAct
from bot.intake.talk.session import Session
from bot.mentoring.matching.batch import Bar
from bot.mentoring.matching.match import match
from bot.mentoring.pool import read_pool
from bot.mentoring.proposals.proposing import post_batch, propose
from bot.mentoring.proposals.review import APPROVE_ONE, LEAVE_OUT_ONE, SWAP, Review
from bot.mentoring.proposals.settling import approve, leave_out, swap
from storage.people import Person
from storage.unit_of_work import UnitOfWork

MOST_AT_ONCE = 300
"""With more mentees others would wait for this answer: the command line matches beside the program."""


def ask_for_matches(session: Session) -> str:
    """Compute a batch and propose it; gives what she is answered."""
    uow, settings = session.context.uow, session.context.settings
    pool = read_pool(uow, settings)
    if len(pool.mentees) > MOST_AT_ONCE:
        return session.notice("matches.too_many", count=MOST_AT_ONCE)
    found = propose(uow, settings, match(pool))
    key = "matches.proposed" if found.pairs or found.left else "matches.nobody"
    return session.notice(key, count=found.pairs, total=found.left)


def about_matches(event: CaseAct) -> bool:
    """Whether this button or form is about a batch of matches."""
    return event.verb.partition(":")[0] in (REVIEW, REVIEW_PAGE, APPROVE_ALL, SETTLE)


def act_on_matches(uow: UnitOfWork, settings: Settings, staff: Person, event: CaseAct) -> View:
    """Show or do what a coordinator asked for, where her role allows it at the click."""
    language = language_of(staff, Context(uow, settings, staff))
    review = Review.read(uow, str(event.case), language)
    if staff.role not in STAFF:
        return _refused(language, "refused.not_staff")
    if not (review.pairs or review.left):
        return _refused(language, "refused.matches_gone")
    verb, _, page = event.verb.partition(":")
    if verb == APPROVE_ALL:
        done = review.say("matches.approved", count=approve(uow, review.proposed))
        return _after(uow, settings, review, done=done)
    if verb == SETTLE:
        return _settle(uow, settings, review, event.fields)
    return review.view(int(page) if page.isdecimal() else 0)


def _settle(uow: UnitOfWork, settings: Settings, review: Review, fields: dict[str, str]) -> View:
    """One pair is decided on; what cannot be done is said on the same page."""
    page = int(fields["page"]) if fields.get("page", "").isdecimal() else 0
    open_now = {str(pair.id): pair for pair in review.proposed}
    pair, other = open_now.get(fields.get("pair", "")), open_now.get(fields.get("other", ""))
    if pair is None:
        return review.view(page, error=review.say("refused.match_settled"))
    deed = fields.get("deed", "")
    if deed == SWAP and other is not None and other is not pair:
        if (bar := swap(uow, settings, pair, other)) is not Bar.OPEN:
            reason = review.say(f"bar.{bar.name.lower()}")
            return review.view(page, error=review.say("refused.swap", reason_word=reason))
    elif deed == APPROVE_ONE:
        approve(uow, [pair])
    elif deed == LEAVE_OUT_ONE:
        leave_out(uow, pair)
    else:
        return review.view(page, error=review.say("refused.nothing_to_swap"))
    return _after(uow, settings, review, page, done=review.say(f"matches.done_{deed}"))


def _after(uow: UnitOfWork, settings: Settings, review: Review, page: int = 0, *, done: str) -> View:
    post_batch(uow, settings, review.batch)
    return Review.read(uow, review.batch, review.language).view(page, done=done)


def _refused(language: str, key: str) -> View:
    text = plain(key, language)
    return View(plain("modal.refused", language), 0, (Passage("", text),), close=plain("modal.close", language))
