"""A drawing says what the script says, and no text can break it."""

import re

import pytest
from inline_snapshot import snapshot

from bot.engine.draw import draw, draw_all
from flows.catalogue import CATALOGUE
from flows.language import Talk, conversation
from flows.steps import Flag, Flow, Kind, Opening, Question, Say, from_json, to_json


@conversation("example", title="Example", expires_after_days=3)
def example(talk: Talk) -> None:
    mood = talk.scale("mood", "How are you?", low="Very bad", high="Very good")
    talk.flag("low_mood", mood.at_most(2), severity="attention", topic="wellbeing")
    with talk.when(mood.at_most(2)):
        why = talk.text("why", "What made it hard?", limit=300)
    with talk.or_when(mood.is_(3)):
        talk.say("middling", "All right.")
        talk.say("tip", "A walk may help.")
    with talk.otherwise():
        talk.say("good", "Good to hear.")
    with talk.when(why.is_given & talk.fact("has_mentor").is_true):
        mentor = talk.yes_no("mentor", "Shall your mentor know?")
        with talk.when(mentor.is_yes):
            talk.opens("open_goals", "goals")
    talk.room_for("more")


def test_a_drawing_runs_down_and_comes_back_from_every_branch() -> None:
    assert draw(example) == snapshot("""\
%%{init: {"flowchart": {"wrappingWidth": 400}}}%%
flowchart TD
  begin(["<b>Example</b>"])
  s_mood["<b>mood</b> scale<br/>How are you?"]
  begin --> s_mood
  s_why["<b>why</b> text<br/>What made it hard?"]
  s_mood -->|"mood ≤ 2"| s_why
  s_middling("All right.<br/>(and 1 more)")
  s_mood -->|"mood = 3"| s_middling
  s_good("Good to hear.")
  s_mood -->|"otherwise"| s_good
  joint1{ }
  s_why --> joint1
  s_middling --> joint1
  s_good --> joint1
  s_mentor["<b>mentor</b> yes/no<br/>Shall your mentor know?"]
  joint1 -->|"why answered and has<br/>mentor"| s_mentor
  s_more{{"room for more"}}
  s_mentor --> s_more
  joint1 -->|"otherwise"| s_more
  finish(("end"))
  s_more --> finish
  n_low_mood>"<b>attention</b>: low_mood<br/>mood ≤ 2"]:::attention
  s_mood -.- n_low_mood
  n_open_goals>"<b>opens</b> goals<br/>mentor = yes"]:::none
  s_mentor -.- n_open_goals
  classDef none fill:#f4f4f4,stroke:#777777,color:#222222
  classDef info fill:#e3edf7,stroke:#4a6f94,color:#1b2a38
  classDef attention fill:#fff3c4,stroke:#a67c00,color:#3a2c00
  classDef urgent fill:#ffd9b0,stroke:#b85c00,color:#3d1f00
  classDef emergency fill:#ffc9c9,stroke:#b00020,color:#3d0008
""")


def _edges(drawing: str) -> list[tuple[str, str]]:
    return re.findall(r"^  (\w+) -->(?:\|\".*\"\|)? (\w+)$", drawing, re.MULTILINE)


def test_alternatives_that_leave_no_gap_have_no_edge_past_them() -> None:
    from_mood = [target for source, target in _edges(draw(example)) if source == "s_mood"]
    assert from_mood == ["s_why", "s_middling", "s_good"]


@pytest.mark.parametrize("flow", CATALOGUE, ids=lambda flow: flow.id)
def test_every_question_flag_and_opening_of_a_conversation_is_drawn(flow: Flow) -> None:
    drawing = draw(flow)
    for item in flow.items:
        match item:
            case Question():
                assert f"  s_{item.id}[" in drawing
            case Flag():
                assert f"</b>: {item.id}" in drawing
            case Opening():
                assert f"<b>opens</b> {item.conversation}" in drawing
            case _:
                pass


@pytest.mark.parametrize("flow", CATALOGUE, ids=lambda flow: flow.id)
def test_everything_drawn_is_reached_from_the_beginning_and_leads_to_the_end(flow: Flow) -> None:
    edges = _edges(draw(flow))
    nodes = {node for edge in edges for node in edge}
    assert {source for source, _ in edges} == nodes - {"finish"}
    assert {target for _, target in edges} == nodes - {"begin"}


@pytest.mark.parametrize("flow", CATALOGUE, ids=lambda flow: flow.id)
def test_forks_never_meet_in_every_pair_of_branches(flow: Flow) -> None:
    edges = _edges(draw(flow))
    forks = {source for source, _ in edges if [s for s, _ in edges].count(source) > 1}
    joins = {target for _, target in edges if [t for _, t in edges].count(target) > 1}
    assert sum(source in forks and target in joins for source, target in edges) <= len(forks)


def test_no_text_breaks_the_diagram() -> None:
    nasty = 'He said: "end" `x` <b>[no]</b> #1; {name} & **bold**\nsubgraph'
    drawing = draw(Flow("end", nasty, 5, (Question("end", nasty, Kind.DATE), Say("click", nasty))))
    for line in drawing.splitlines()[2:]:
        assert line.count('"') in (0, 2)
    assert "<b>[no]" not in drawing
    assert "`" not in drawing
    assert "bold" in drawing
    assert "**" not in drawing


def test_a_script_that_was_stored_is_drawn_the_same() -> None:
    assert [draw(from_json(to_json(flow))) for flow in CATALOGUE] == [draw(flow) for flow in CATALOGUE]


def test_all_conversations_stand_on_one_page() -> None:
    page = draw_all(CATALOGUE)
    assert page.count("```mermaid\n") == len(CATALOGUE) + 1
    assert "  c_checkin --> c_urgent\n" in page
    assert '  c_self_assessment -. "3 days later" .-> c_self_assessment\n' in page
    assert all(f"## {flow.title} (`{flow.id}`)\n" in page for flow in CATALOGUE)
