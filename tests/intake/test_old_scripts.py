"""A conversation ends on the script it began with, whatever was released meanwhile."""

from pathlib import Path

import orjson
import pytest

from flows import steps
from flows.catalogue import by_id
from flows.steps import Flow
from storage import conversations
from storage.conversations import Conversation
from tests.intake.chatting import Chat

RECORDED = sorted((Path(__file__).parent.parent / "released_scripts").glob("*.json"))
OLD_CHECKIN = next(path for path in RECORDED if path.name.startswith("checkin-"))


def flow_in(path: Path) -> Flow:
    return steps.from_json(orjson.loads(path.read_bytes()))


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_every_recorded_script_is_read_back_to_the_letter(path: Path) -> None:
    flow = flow_in(path)
    assert path.stem == f"{flow.id}-{flow.revision}"
    assert steps.to_json(flow) == orjson.loads(path.read_bytes())


def test_a_check_in_of_an_earlier_release_is_finished_as_it_began(chat: Chat) -> None:
    flow = flow_in(OLD_CHECKIN)
    today = by_id("checkin")
    assert today is not None
    assert flow.revision != today.revision
    with chat.work() as uow:
        conversations.remember_script(uow.db, flow.revision, flow.id, OLD_CHECKIN.read_text(encoding="utf-8"))
        begun = Conversation(
            person_id="s1", flow="checkin", revision=flow.revision, step="mood", answers='{"start":"start"}',
            opened_at=uow.now, touched_at=uow.now,
        )  # fmt: skip
        conversations.start(uow.db, begun)
    assert "How have you slept?" in chat.say("4")
    assert "Do you feel safe at work?" in chat.say("3")
    assert "Thank you." in chat.say("no")
    assert "URGENT" in chat.cards()[0].title
    assert "How much work do you have?" not in "\n".join(chat.transcript)


def test_the_next_check_in_is_todays(chat: Chat) -> None:
    chat.say("checkin", "start", "4")
    assert "How much work do you have?" in chat.transcript[-1]
