"""A conversation played at the terminal on the pure engine."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import typer

from bot.cli.talks.as_test import as_test
from bot.clock import SystemClock
from bot.config import Programme
from bot.engine import turn
from bot.engine.readings import read_words
from bot.engine.script import Script
from bot.engine.turn import Answered, Asked, Effect, Ended, FlagRaised, Opened, Progress, Refused, Spoken, Ticked
from bot.engine.understand import Control, Misread, Understood, understand
from bot.intake.triage import assess
from bot.words.language import translate
from flows.conditions import Situation, Value, reading
from flows.placeholders import EVERYWHERE
from flows.severity import Severity
from flows.steps import Flow, Kind, Question

_INPUTS: Mapping[str, turn.Input] = {"skip": turn.Answer(None), "back": turn.Back(), "done": turn.Done()}


class Stage:
    """One conversation being played. Placeholders stand as they are written: nobody is talked about."""

    def __init__(self, flow: Flow, language: str, facts: Mapping[str, Value], programme: Programme) -> None:
        self._script = Script(flow)
        self._flow = flow
        self._language = language
        self._facts = facts
        self._today: date = SystemClock().now().astimezone(programme.zone).date()
        self._progress = Progress()
        self._heard: dict[str, Severity] = {}

    def play(self) -> None:
        """Ask and listen to the end, or to the end of what is typed."""
        self._progress, effects = turn.begin(self._script, self._facts)
        self._tell(effects)
        while not self._progress.ended:
            try:
                typed = input("> ")
            except EOFError:
                return
            self._hear(typed)

    def as_test(self) -> str:
        """What was played as a test, to paste into a file below tests/flows."""
        return as_test(self._flow, self._progress.answers, self._facts, self._heard)

    def _hear(self, typed: str) -> None:
        question = self._flow.question(self._progress.step)
        assert question is not None, "a conversation that has not ended waits on a question"
        match understand(self._flow.id, self._offered(question), typed, self._today):
            case Control(word) if word in _INPUTS:
                self._take(_INPUTS[word])
            case Control(word):
                typer.echo(f"  ({word}: leaves the conversation)")
            case Misread(reason):
                typer.echo(f"  ({reason}: not understood; options are typed by number or words)")
            case Understood(value):
                self._screen(question, value)
                self._take(turn.Answer(value))

    def _screen(self, question: Question, value: Value) -> None:
        if question.kind is Kind.TEXT:
            found = assess(str(value), self._language)
            self._heard[question.id] = found.severity
            if wanted := self._flow.readings.get(question.id):
                self._facts = {**self._facts, reading(question.id): read_words(str(value), wanted, self._today)}
            self._progress = replace(self._progress, heard=max(self._progress.heard, found.severity))
            typer.echo(f"  (triage: {found.severity.word} {' '.join(found.patterns)})")

    def _take(self, given: turn.Input) -> None:
        self._progress, effects = turn.take_turn(self._script, self._progress, given, self._facts)
        self._tell(effects)

    def _tell(self, effects: list[Effect]) -> None:
        for effect in effects:
            if line := self._line(effect):
                typer.echo(line)

    def _line(self, effect: Effect) -> str:
        match effect:
            case Spoken(said):
                return self._text(said.id, said.text)
            case Asked(question, number, total):
                return (
                    f"{self._text(question.id, question.text)}  ({number}/{total})\n"
                    f"{self._options(self._offered(question))}".rstrip()
                )
            case FlagRaised(flag):
                return (
                    f"  (flag {flag.id}: {flag.severity.word}, {flag.topic}{', restricted' if flag.restricted else ''})"
                )
            case Ticked(_, picks):
                return f"  (chosen: {', '.join(picks) or '–'}; done ends it)"
            case Opened(conversation, days):
                return f"  (opens {conversation}{f', {days} days later' if days else ''})"
            case Refused(_, reason):
                return f"  ({reason})"
            case Ended():
                return "  (the end)"
            case Answered():
                return ""

    def _offered(self, question: Question) -> Question:
        """The question with the options that are there as things stand."""
        situation = Situation(self._progress.answers, self._facts, self._progress.heard)
        return replace(question, options=tuple(each for each in question.options if each.when.holds(situation)))

    def _options(self, question: Question) -> str:
        if question.kind is Kind.SCALE:
            low, high = (translate(f"{self._flow.id}.{question.id}.{end}", words, self._language)
                         for end, words in (("low", question.low), ("high", question.high)))  # fmt: skip
            return f"  {question.lowest} {low} … {question.highest} {high}"
        labels = (
            translate(f"{self._flow.id}.{question.id}.{one.id}", one.label, self._language) for one in question.options
        )
        return "\n".join(f"  {place}. {label}" for place, label in enumerate(labels, 1))

    def _text(self, item: str, english: str) -> str:
        said = translate(f"{self._flow.id}.{item}", english, self._language)
        return said.format_map({name: f"{{{name}}}" for name in EVERYWHERE})
