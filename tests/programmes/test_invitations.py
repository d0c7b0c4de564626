import re
from datetime import timedelta

import pytest

from bot.programmes.invitations import VALID_FOR, hash_of, invite, telegram_link
from storage import people, roster
from storage.people import Person
from tests.conftest import Work
from tests.privacy.conftest import everything_in


@pytest.fixture
def person(work: Work) -> Person:
    with work() as uow:
        roster.add_person(uow.db, {"id": "1", "name": "Example Student", "role": "student"})
        person = people.find_person(uow.db, "1")
    assert person is not None
    return person


def test_only_a_tokens_hash_is_kept_and_it_ends_after_two_weeks(work: Work, person: Person) -> None:
    with work() as uow:
        token = invite(uow, person)
        kept = people.find_invitation(uow.db, hash_of(token))
        assert kept is not None
        assert kept.expires_at - uow.now == VALID_FOR == timedelta(days=14)
        assert token not in everything_in(uow.db)


def test_a_new_invitation_voids_the_unused_ones_and_no_used_one(work: Work, person: Person) -> None:
    with work() as uow:
        used, unused = hash_of(invite(uow, person)), ""
        people.use_invitation(uow.db, used, uow.now)
        unused = hash_of(invite(uow, person))
        invite(uow, person)
        assert people.find_invitation(uow.db, unused) is None
        assert people.find_invitation(uow.db, used) is not None


def test_the_link_is_one_telegram_takes(work: Work, person: Person) -> None:
    with work() as uow:
        link = telegram_link("@example_bot", invite(uow, person))
    assert re.fullmatch(r"https://t\.me/example_bot\?start=[A-Za-z0-9_-]{20,64}", link)
