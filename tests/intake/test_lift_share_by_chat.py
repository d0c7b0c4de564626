"""Sharing lifts: two are asked, and neither learns anything of the other before both have said yes."""

from datetime import timedelta

import pytest

from bot.facts.context import Context
from bot.intake.talk.lifts import alike
from bot.privacy.export import send_export
from bot.privacy.forget import forget
from bot.schedule.tick import tidy
from storage import people
from storage.lifts import LIFT_PAIR, LIFT_WISH
from storage.outbox import OUTBOX
from tests.conftest import Work
from tests.intake.chatting import SETTINGS
from tests.intake.sharing_lifts import Phone
from tests.settable_clock import SettableClock

ANNA, BERIT = "Anna at 000 00 001", "write to @example_berit"
ASKED = "wants to share lifts"


def wish(phone: Phone, area: str, reach: str, *, arrive: str = "08:00") -> str:
    """She puts herself on the list, by way of housing and travel."""
    phone.begin("logistics")
    phone.say("Travel to work", "skip", "20", "I want to share lifts", "no")
    return phone.say(area, arrive, reach, "yes")


@pytest.fixture
def two(work: Work) -> tuple[Phone, Phone]:
    """Two students of one workplace who want to share lifts from about the same area."""
    anna = Phone(work)
    berit = Phone(work, "Berit Example", "s2", "600")
    wish(anna, "Grünerløkka", ANNA)
    wish(berit, "grunerløkka!", BERIT, arrive="08:45")
    berit.speaks("nb")
    return anna, berit


def kept(work: Work) -> tuple[int, int]:
    with work() as uow:
        return len(uow.db.execute(LIFT_WISH.select()).all()), len(uow.db.execute(LIFT_PAIR.select()).all())


def test_both_are_asked_and_told_nothing_but_that_somebody_is_there(two: tuple[Phone, Phone]) -> None:
    anna, berit = two
    asked, spurt = anna.tick(), berit.reads()
    assert ASKED in asked
    assert "vil dele skyss" in spurt
    for other in ("Berit", "@example_berit", "løkka"):
        assert other not in asked
    for other in ("Anna", "000 00 001", "løkka"):
        assert other not in spurt


def test_only_when_both_say_yes_each_gets_the_others_first_name_and_contact(two: tuple[Phone, Phone]) -> None:
    anna, berit = two
    anna.tick()
    berit.reads()
    assert "as soon as the other person says yes too" in anna.say("yes")
    assert "Berit" not in "\n".join(anna.transcript)
    found = berit.say("ja")
    assert "Anna" in found
    assert "000 00 001" in found
    told = anna.reads()
    assert "**Berit** travels from your area to Example Host Ltd" in told
    assert r"@example\_berit" in told


def test_whoever_sleeps_reads_it_in_the_morning(two: tuple[Phone, Phone], clock: SettableClock) -> None:
    anna, berit = two
    anna.tick()
    berit.reads()
    anna.say("yes")
    clock.skip(hours=14)
    berit.say("ja")
    assert anna.reads() == ""
    clock.skip(hours=9)
    assert "Berit" in anna.reads()


def test_a_no_tells_the_other_nothing(two: tuple[Phone, Phone]) -> None:
    anna, berit = two
    anna.tick()
    berit.reads()
    anna.say("yes")
    assert "får ikke vite noe om deg" in berit.say("nei")
    assert anna.reads() == ""


def test_whoever_leaves_the_list_takes_the_open_question_with_her(two: tuple[Phone, Phone], work: Work) -> None:
    anna, berit = two
    anna.tick()
    berit.reads()
    assert "not on the list" in anna.say("No, and take me off the list")
    assert kept(work) == (1, 0)
    assert "leter ikke lenger" in berit.say("ja")


def test_leaving_before_the_question_came_spares_the_other_the_question(
    two: tuple[Phone, Phone], work: Work, clock: SettableClock
) -> None:
    anna, berit = two
    anna.say("/stop", "Stop for good")
    clock.skip(days=2)
    berit.tick()
    assert "skyss" not in "\n".join(berit.transcript[-1:])
    assert kept(work) == (1, 0)


@pytest.mark.parametrize(
    ("area", "arrive", "host"),
    [("Tøyen", "08:00", "Example Host Ltd"), ("Grünerløkka", "12:00", "Example Host Ltd"),
     ("Grünerløkka", "08:00", "Another Host Ltd")],
)  # fmt: skip
def test_another_area_hour_or_workplace_does_not_fit(work: Work, area: str, arrive: str, host: str) -> None:
    anna, berit = Phone(work), Phone(work, "Berit Example", "s2", "600", host=host)
    wish(anna, "Grünerløkka", ANNA)
    wish(berit, area, BERIT, arrive=arrive)
    assert kept(work) == (2, 0)


def test_what_she_writes_anew_is_what_the_other_will_read(two: tuple[Phone, Phone], work: Work) -> None:
    anna, berit = two
    assert "Stay on it" in anna.begin("lift_share")
    anna.say("Change what I wrote", "Grünerløkka", "08:00", "Anna at 000 00 009", "yes")
    assert kept(work) == (2, 1)
    anna.tick()
    berit.reads()
    anna.say("yes")
    assert "000 00 009" in berit.say("ja")


def test_areas_and_contacts_are_sealed_and_end_with_the_placement(two: tuple[Phone, Phone], work: Work) -> None:
    anna, _ = two
    with work() as uow:
        rows = repr(uow.db.execute(LIFT_WISH.select()).all())
        people.change_placement(uow.db, "s1", ends_on=uow.now.date() - timedelta(days=1))
    assert "løkka" not in rows
    assert "000 00 001" not in rows
    with work() as uow:
        tidy(uow, anna.house())
    assert kept(work) == (1, 0)


def test_her_copy_holds_her_wish_and_forgetting_deletes_it(two: tuple[Phone, Phone], work: Work) -> None:
    with work() as uow:
        person = people.find_person(uow.db, "s1")
        assert person is not None
        context = Context(uow, SETTINGS, person)
        send_export(context, None)
        packed = uow.db.execute(OUTBOX.select().order_by(OUTBOX.c.id.desc())).first()
        assert packed is not None
        content = uow.open(person, packed.packed)
        forget(context, None)
    assert "Grünerløkka" in content
    assert "Berit" not in content
    assert kept(work) == (1, 0)


def test_what_is_heard_in_the_area_is_still_heard(work: Work) -> None:
    anna = Phone(work)
    anna.begin("lift_share")
    assert "call 113 now" in anna.say("I want to kill myself")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Grünerløkka", "Grunerlokka", True), ("City centre", "city center", True), ("north side", "south side", False),
        ("Oslo east", "Oslo west", False), ("Torshov", "Torshov, Oslo", True), ("", "Oslo", False),
    ],
)  # fmt: skip
def test_areas_are_alike_when_their_words_are(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
