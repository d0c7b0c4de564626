"""A flow is plain data: it survives JSON, and its revision is its words."""

import json
from dataclasses import replace

from flows.cadence import Cadence
from flows.language import Talk, conversation
from flows.steps import Flow, Kind, Option, Question, Say, from_json, to_json
from flows.wording import Wording


@conversation("example", title="Example", expires_after_days=3)
def example(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    before = talk.fact("previous_mood")
    talk.flag("fell", mood.fell_since(before, 2), severity="attention", topic="wellbeing", restricted=True)
    ways = talk.many("ways", "In the way?", {"pay": "Pay", "nothing": "Nothing"}, alone=("nothing",))
    with talk.when(mood.at_most(2) | ways.includes("pay")):
        talk.text("tell", "What happened?", limit=300, required=True)
        talk.choice("which", "Which?", {"one": "{goal_1}", "none": "None"}, offered={"one": before.is_known})
        talk.time("hour", "When shall we call?", common=("09:00", "16:00"))
    with talk.otherwise():
        talk.opens("open_goals", "goals")
    talk.room_for("more")
    with talk.when(~talk.heard("urgent")):
        talk.say("thanks", "Takk, {name} – ha det bra!", locked=True)


def _through_json(flow: Flow) -> Flow:
    return from_json(json.loads(json.dumps(to_json(flow))))


def test_a_flow_comes_back_from_json_as_it_went() -> None:
    assert _through_json(example) == example


def test_the_revision_survives_json() -> None:
    assert _through_json(example).revision == example.revision


def test_the_revision_is_the_same_on_every_machine_and_day() -> None:
    flow = Flow("hello", "Hello", 5, (Say("hi", "Hi, {name}."), Question("day", "Which day?", Kind.DATE)))
    assert flow.revision == "30cc8bd3197c660b"


def test_another_word_is_another_revision() -> None:
    first, *rest = example.items
    assert isinstance(first, Question)
    other = replace(example, items=(replace(first, text="How are you today?"), *rest))
    assert other.revision != example.revision


def test_what_a_programme_may_change_is_no_part_of_the_script_that_is_asked() -> None:
    def said(removable: bool, tunable: tuple[int, int] | None, cadence: Cadence | None) -> Flow:
        talk = Talk()
        talk.say("hi", "Hi, {name}.", removable=removable)
        mood = talk.scale("mood", "How are you?", low="Bad", high="Good", removable=removable)
        talk.flag("low", mood.at_most(2), severity="info", topic="wellbeing", tunable=tunable)
        return Flow("hello", "Hello", 5, talk.items(), cadence)

    unmarked, marked = said(False, None, None), said(True, (1, 3), Cadence())
    assert marked.revision == unmarked.revision
    assert _through_json(marked) == unmarked


def test_a_programmes_own_words_are_part_of_the_script_in_every_language() -> None:
    words = Wording({"en": "Hello", "nb": "Hei"})
    flow = Flow("hello", "Hello", 5, (Question("hi", words, Kind.CHOICE, options=(Option("yes", words),)),))
    (kept,) = _through_json(flow).questions
    for text in (kept.text, kept.options[0].label):
        assert isinstance(text, Wording)
        assert (text, text.languages) == ("Hello", {"en": "Hello", "nb": "Hei"})
    other = replace(flow, items=(replace(flow.questions[0], text=Wording({"en": "Hello", "nb": "God dag"})),))
    assert other.revision != flow.revision


def test_a_field_that_an_older_release_did_not_know_takes_its_default() -> None:
    assert from_json(
        {"id": "a", "title": "A", "expires_after_days": 1, "items": [{"item": "say", "id": "s", "text": "x"}]}
    ) == Flow("a", "A", 1, (Say("s", "x"),))


def test_a_question_is_found_by_its_id_and_nothing_else_is_one() -> None:
    mood = example.question("mood")
    assert mood is not None
    assert (mood.id, example.place("mood")) == ("mood", 0)
    assert example.question("thanks") is None
    assert example.question("weather") is None


def test_an_option_that_is_always_there_is_written_as_before() -> None:
    always, sometimes = to_json(example)["items"][2], to_json(example)["items"][4]
    assert always["options"] == [["pay", "Pay"], ["nothing", "Nothing"]]
    assert sometimes["options"][0] == [
        "one",
        "{goal_1}",
        {"test": "fact", "name": "previous_mood", "op": "answered", "value": None},
    ]
    assert sometimes["options"][1] == ["none", "None"]


def test_a_flow_knows_what_it_wants_to_read_and_which_facts_its_options_need() -> None:
    talk = Talk()
    tell = talk.text("tell", "What?", limit=100)
    with talk.when(tell.lacks("date") | tell.says("result")):
        talk.choice("which", "Which?", {"one": "1", "two": "2"}, offered={"two": talk.fact("has_goal").is_true})
    flow = Flow("hello", "Hello", 5, talk.items())
    assert (flow.readings, flow.facts) == ({"tell": ("date", "result")}, ("has_goal",))
