"""What a conversation may know besides the answers given in it.

Each fact has a meaning and the values that matter to some condition: the static checks walk every one of them.
`bot/facts.py` computes them before a turn.
"""

from dataclasses import dataclass

from flows.competences import COMPETENCES, MOMENTS
from flows.conditions import Value

ROTATING_ITEMS = ("useful", "why", "mistakes", "feedback", "energy", "breadth", "mentor_talk")


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact's meaning, and one value for each class that conditions tell apart; None means it may be unknown."""

    meaning: str
    values: tuple[Value, ...]


KNOWN_FACTS: dict[str, KnownFact] = {
    "previous_mood": KnownFact("the answer to `mood` in her last check-in, 1 to 5", (None, 1, 2, 3, 4, 5)),
    "previous_support": KnownFact("the answer to `support` in her last check-in, 1 to 5", (None, 1, 2, 3, 4, 5)),
    "mild_strain_before": KnownFact("in her last check-in the workload was a bit off and not all right", (False, True)),
    "fast_path_allowed": KnownFact("her last two check-ins did not both take the fast path", (True, False)),
    "rotating_item": KnownFact("which rotating question is due in this check-in", ROTATING_ITEMS),
    "rotating_low_before": KnownFact("she answered that question with 2 or less the last time", (False, True)),
    "has_goal": KnownFact("she has a goal to look at in this check-in", (False, True)),
    "goal_behind_before": KnownFact("she was behind with that goal the last time", (False, True)),
    "goals_active": KnownFact("how many goals she is at, three at most", (0, 1, 2, 3)),
    "goals_draft": KnownFact("how many goals she has written down and not begun; three are offered", (0, 1, 2, 3)),
    "goal_at_hand": KnownFact("it was opened to speak of one goal of hers", (False, True)),
    "first_highlight": KnownFact("she has kept no highlight before", (False, True)),
    "has_mentor": KnownFact("a mentor is named in her placement", (False, True)),
    "is_mentor": KnownFact("she is a mentor in the roster", (False, True)),
    "mentees": KnownFact("how many mentees a mentor has, six at most; 0 for everybody else", tuple(range(7))),
    "pair_warned": KnownFact("both were told that their mentorship has gone quiet", (False, True)),
    "pair_state": KnownFact(
        "where the mentorship stands that is spoken of, as in `bot.mentoring.life_cycle`; `none` where there is none",
        ("none", "approved", "accepted", "agreed", "active", "paused", "closing"),
    ),
    "request_waits": KnownFact("one of a mentor's mentees waits for the answer to a request", (False, True)),
    "waits_for_mentor": KnownFact("she is on the list for a mentor", (False, True)),
    "free_times": KnownFact("how many times to meet can be suggested, six at most", tuple(range(7))),
    "times_offered": KnownFact("how many of the times that the other one suggested are to come", (0, 1, 2, 3)),
    "pair_actions_open": KnownFact("something that the two set out to do is still open", (False, True)),
    "own_actions_open": KnownFact("a mentee has something to do until her next meeting", (False, True)),
    "action_at_hand": KnownFact(
        "something that one of the two set out to do is due and not asked after", (True, False)
    ),
    "meeting_held": KnownFact("the mentee has said that the meeting took place", (False, True)),
    "worth_low_before": KnownFact("the meeting before was hardly worth her time either", (False, True)),
    "starts_within_days": KnownFact("whole days until the placement starts; negative afterwards", (30, 3, -10)),
    "placement_known": KnownFact("the roster names her host", (True, False)),
    "conversations": KnownFact(
        "the ids of the conversations that exist",
        (
            (),
            (
                "workload",
                "conflict",
                "wages",
                "goals",
                "unsafe_work",
                "wellbeing",
                "logistics",
                "remote",
                "leaving",
                "culture",
            ),
        ),
    ),
    "phone_known": KnownFact("a number to call her on is known", (True, False)),
    "crisis_card_lately": KnownFact("she was shown the crisis card in the last ten minutes", (False, True)),
    "case_restricted": KnownFact("the case it asks after is read by safeguarding and its assignee only", (False, True)),
    "hours_agreed_most": KnownFact(
        "the agreed hours of a week and a fifth more; None where none are agreed", (None, 45)
    ),
    "hours_legal_most": KnownFact("the most hours of a week that the law allows where she works, 48 if unknown", (48,)),
    "case_severity": KnownFact("how serious the case is that it asks after, none where there is none", (0, 2, 3, 4)),
    "remote": KnownFact("she works from a distance, as the roster says", (False, True)),
    "new_country": KnownFact("she comes from another country than the one she works in", (False, True)),
    "anonymous_form": KnownFact("there is a web form for reports without a name", (False, True)),
    "conflict_before": KnownFact("she has reported a conflict before", (False, True)),
    "culture_card_known": KnownFact("there is a card about how people work in that country", (False, True)),
    "apart_before": KnownFact("in her last talk about remote work she felt little part of the team", (False, True)),
    "fixed_time_settled": KnownFact(
        "she has a fixed time for her questions, or was asked about it again", (False, True)
    ),
    "assessment_moment": KnownFact("the part of the placement that a self-assessment falls into", MOMENTS),
    "at_three_before": KnownFact(
        "the competences in which she was at level 3 or 4 the last time", ((), tuple(COMPETENCES))
    ),
    "at_four_before": KnownFact("the competences in which she was at level 4 the last time", ((), tuple(COMPETENCES))),
    "question_time_known": KnownFact("she was asked about her time for questions before", (False, True)),
    "question_time_dropped_before": KnownFact(
        "the time for questions before the last did not take place", (False, True)
    ),
    **{
        f"level_before_{competence}": KnownFact(
            "her level the last time, 1 to 4; None where it was not seen", (None, 2, 3, 4)
        )
        for competence in COMPETENCES
    },
    "today": KnownFact("the day on her own calendar when the talk began, as 2026-11-30", ("2026-11-30",)),
    "direct_question": KnownFact("the institution lets her be asked whether she wants to go on", (True, False)),
    "shares_lifts": KnownFact("she is among those who want to share lifts", (False, True)),
    "lift_waits": KnownFact("somebody who could share lifts with her waits for her answer", (True, False)),
    "on_call": KnownFact("an on-call person is named for emergencies", (True, False)),
}
