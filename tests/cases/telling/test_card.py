from datetime import timedelta

from bot.words.outgoing import pack
from flows.severity import Severity
from tests.cases.office import CHANNEL, HOST, NAME, Office, labels

UNTAKEN = ["Open case", "I take it", "Hand over"]
TAKEN = ["Open case", "Reply to student", "Hand over", "Resolve"]
RESOLVED = ["Open case", "Reopen"]


def test_the_card_shows_number_severity_deadline_and_nothing_of_her(office: Office) -> None:
    card = office.card(office.hear(Severity.URGENT, "safety", restricted=True))
    assert card.title == "[URGENT] Case 2026-0001 · respond by 14:00 (4 h)"
    assert card.fallback == "URGENT case 2026-0001. Open Slack."
    assert card.fields == (
        ("Type", "safety"),
        ("Source", "check-in"),
        ("Language", "en"),
        ("Assigned", "nobody yet"),
        ("Student", "hidden, open to see"),
        ("State", "open"),
    )
    assert card.urgent


def test_the_card_stands_in_the_coordinators_channel_and_later_rows_edit_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    rows = [each.row for each in office.posted() if each.row.key == f"card:{case}"]
    assert [(row.lane, row.chat, row.edits_key, row.case_id) for row in rows] == [
        ("slack", CHANNEL, f"card:{case}", case)
    ] * 2


def test_another_day_is_named(office: Office) -> None:
    assert "respond by Thu 5 Mar, 10:00 (2 d)" in office.card(office.hear(Severity.ATTENTION)).title


def test_how_long_there_is_stands_in_the_first_post_only(office: Office) -> None:
    case = office.hear(Severity.URGENT)
    office.later(hours=1)
    office.press("c1", "take", case)
    assert office.card(case).title == "[URGENT] Case 2026-0001 · respond by 15:00", "whoever has it, has as long"


def test_the_buttons_follow_the_state(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    assert labels(office.card(case)) == UNTAKEN
    office.press("c1", "take", case)
    assert labels(office.card(case)) == TAKEN
    office.reply("c1", case, "How are you?")
    assert labels(office.card(case)) == TAKEN
    office.press("c1", "resolve_as", case, outcome="solved")
    assert labels(office.card(case)) == RESOLVED
    assert ("Outcome", "Solved") in office.card(case).fields
    office.press("c1", "reopen", case)
    assert labels(office.card(case)) == UNTAKEN


def test_the_card_names_whoever_has_it_and_whoever_has_yet_to_take_it(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    assert ("Assigned", "Example Coordinator") in office.card(case).fields
    office.press("c1", "hand_over_to", case, to="c2")
    assert ("Assigned", "Example Colleague, not taken yet") in office.card(case).fields


def test_an_emergency_calls_now_and_the_time_since_the_alarm_is_kept_up_to_date(office: Office) -> None:
    case = office.hear(Severity.EMERGENCY, "safety", restricted=True)
    assert office.card(case).title == "[EMERGENCY] Case 2026-0001 · CALL NOW · respond by 10:10 (10 min)"
    office.later(minutes=20)
    office.tick()
    assert office.card(case).title == "[EMERGENCY] Case 2026-0001 · CALL NOW · overdue since Tue 3 Mar, 10:10"
    assert ("Alarm since", "10:00 (20 min)") in office.card(case).fields
    office.press("g1", "take", case)
    assert "CALL NOW" not in office.card(case).title


def test_the_card_is_written_in_the_language_of_the_team(office: Office) -> None:
    programme = office.settings.programme.model_copy(update={"language": "nb"})
    office.settings = office.settings.model_copy(update={"programme": programme})
    card = office.card(office.hear(Severity.ATTENTION))
    assert "svar innen tor. 5. mars kl. 10:00" in card.title


def test_the_deadline_stands_in_the_zone_of_the_programme(office: Office) -> None:
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    assert office.case(case).deadline_at == office.now + timedelta(hours=4)
    assert "respond by 14:00" in office.card(case).title, "Oslo's clock, not hers"


def test_the_log_stands_under_the_card_without_a_word_of_hers(office: Office) -> None:
    case = office.hear(Severity.ATTENTION)
    office.press("c1", "take", case)
    assert office.log(case) == [
        "Opened: attention, workload, from check-in. Remarks here stay in the team. To write to the student, use Reply "
        "to student.",
        "Taken by Example Coordinator.",
    ]


def test_nothing_that_leaves_for_the_team_holds_her_name_her_employer_or_her_words() -> None:
    office = Office(second_channel="telegram:-1007")
    case = office.hear(Severity.URGENT, "safety", restricted=True)
    office.hear(Severity.EMERGENCY, "safety", restricted=True)
    office.later(minutes=10)
    office.tick()
    office.press("g1", "take", case)
    office.press("g1", "open", case)
    office.reply("g1", case, "my own reply-sentinel")
    office.write(case, "sentinelwords again")
    office.press("g1", "hand_over_to", case, to="c2", note="note-sentinel on her")
    office.press("c2", "take", case)
    office.press("c2", "resolve_as", case, outcome="solved", note="note-sentinel", debrief="note-sentinel")
    office.write(case, "sentinelwords once more")
    for staff in ("c2", "g1"):
        office.press(staff, "open", case)
    office.die(key=f"card:{case}")
    to_team = [each for each in office.posted() if each.row.chat != "900"]
    assert len(to_team) > 20
    for each in to_team:
        packed = pack(each.outgoing).lower()
        for secret in (*NAME.lower().split(), HOST.lower().split()[0], "sentinel"):
            assert secret not in packed
    for change in office.changes(case):
        assert "sentinel" not in change.detail.lower()
