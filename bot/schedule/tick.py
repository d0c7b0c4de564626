"""One tick: check-ins that are due, talks whose time is over, emergencies that nobody has taken."""

from datetime import timedelta

from bot.cases.clock.checking import check_due
from bot.cases.clock.climbing import climb_due, mend_clocks
from bot.cases.clock.paging import page_due
from bot.cases.delivery_trouble import news_waits
from bot.facts.planning.circumstances import A_WEEK
from bot.facts.windows import Importance
from bot.intake.receive import House
from bot.mentoring.adopting import adopt
from bot.privacy.forget import finish_forgetting
from bot.privacy.retention import delete_outlived, delete_outlived_reports
from bot.schedule.checkins import ask_due
from bot.schedule.first_sends import ask_about_cohorts
from bot.schedule.mentorships import look_at_pairs
from bot.schedule.promises import Promises
from bot.schedule.releasing import release_due
from bot.schedule.reminding import remind_due
from bot.schedule.silence import end_expired
from storage import attachments, contacts, inbox, lifts, outbox
from storage.unit_of_work import UnitOfWork

MOST_AT_ONCE = 25
"""More would hold the writer while people wait for replies; whoever ticks comes again at once while there is more."""
KEEP_SEEN = timedelta(days=3)
"""Telegram keeps undelivered updates for a day, Slack repeats for about an hour."""
KEEP_OFFERED = timedelta(days=3)
"""How long she may think about whether a person shall see what she sent; nothing but its reference is kept."""
KEEP_SENT = timedelta(days=30)


def page(uow: UnitOfWork, house: House) -> int:
    """Tell people where nobody has acted in time and what has not arrived, before everything else; gives how many."""
    settings = house.settings
    due = page_due(uow, settings) + climb_due(uow, settings) + check_due(uow, settings)
    return due + news_waits(uow, settings)


def tick(uow: UnitOfWork, house: House) -> int:
    """Do what is due now, at most `MOST_AT_ONCE` of each kind; gives the most of any kind: with as many, tick again.

    What matters most goes first, since a student is written to once a day at most.
    """
    release_due(uow, house)
    ask_about_cohorts(uow, house)
    ended = end_expired(uow, house, MOST_AT_ONCE)
    looked_at = look_at_pairs(uow, house, MOST_AT_ONCE)
    promises = Promises(uow, house, MOST_AT_ONCE)
    promises.keep(Importance.MEETING, Importance.CHECKIN)
    asked = ask_due(uow, house, MOST_AT_ONCE)
    reminded = remind_due(uow, house, MOST_AT_ONCE)
    promises.keep(Importance.REMINDER, Importance.NUDGE)
    return max(asked, ended, reminded, looked_at, len(promises))


def tidy(uow: UnitOfWork, house: House) -> None:
    """Drop what nobody needs any more, and finish what had to wait."""
    inbox.forget_seen(uow.db, uow.now - KEEP_SEEN)
    outbox.drop_sent(uow.db, uow.now - KEEP_SENT)
    attachments.drop_offered(uow.db, uow.now - KEEP_OFFERED)
    contacts.drop_contacts(uow.db, uow.now - 2 * A_WEEK)
    lifts.drop_ended(uow.db, uow.now.date())
    mend_clocks(uow, house.settings)
    adopt(uow, house.settings)
    finish_forgetting(uow)
    delete_outlived(uow, house.settings)
    delete_outlived_reports(uow)
