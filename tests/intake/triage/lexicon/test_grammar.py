"""The language in which phrases are written, and the mistakes it names."""

import pytest

from bot.intake.triage.lexicon.grammar import Grammar, PatternMistake, words
from bot.intake.triage.lexicon.matcher import build
from bot.intake.triage.line import Line
from bot.intake.triage.normalise import line_up, tokens

CLASSES = {"boss": "boss | team lead | manage*", "chief": "{boss} | chief", "loop": "{pool}", "pool": "{loop}"}


def _line(text: str) -> Line:
    return line_up(tokens(text))


def _found(pattern: str, text: str, barred: tuple[str, ...] = ()) -> bool:
    matchers = build(Grammar(CLASSES, barred).parse(pattern), common=())
    return any(True for matcher in matchers for _ in matcher.spans(_line(text)))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("want out", "i want out"),
        ("want out", "i want, out"),
        ("harass*", "he harasses me"),
        ("(a b | c) d", "a b d"),
        ("(a b | c) d", "c d"),
        ("so? tired", "tired"),
        ("so? tired", "so tired"),
        ("very (so much)? tired", "very so much tired"),
        ("hit <2> me", "hit with it me"),
        ("hit <2> me", "hit me"),
        ("my {boss}", "my team lead"),
        ("my {boss}", "my managers"),
        ("my {chief}", "my boss"),
        ("done $", "i am done"),
        ("done $", "done, thanks"),
        ("done $", "done. thanks"),
        ("done $", "i am done and gone"),
        ("done $", "done today"),
        ("^ help", "please, help"),
        ("^ help", "ok. help"),
        ("knife & scared", "he has a knife and i am scared"),
        ("knife & scared", "i am scared of the knife"),
        ("(big knife) & (so scared | afraid)", "afraid of his big knife"),
    ],
)
def test_a_pattern_is_found(pattern: str, text: str) -> None:
    assert _found(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("want out", "i want to go out"),
        ("want out", "want. out"),
        ("want out", "unwant out"),
        ("harass*", "sharass"),
        ("hit <2> me", "hit with all of it me"),
        ("hit <2> me", "hit it. me"),
        ("done $", "done with it"),
        ("^ help", "please help"),
        ("knife & scared", "a knife. i am scared"),
        ("knife & scared", "a knife lay on the table in the kitchen of the house scared"),
    ],
)
def test_a_pattern_is_not_found(pattern: str, text: str) -> None:
    assert not _found(pattern, text)


def test_no_gap_crosses_a_masked_span() -> None:
    (matcher,) = build(Grammar({}).parse("hit <2> me"), common=())
    assert list(matcher.spans(Line(("hit", "it", "me")))) == [(0, 3)]
    assert list(matcher.spans(Line(("hit", "#", "me")))) == []


def test_no_gap_swallows_a_barred_word() -> None:
    assert _found("i am <2> bored", "i am really bored", barred=("not",))
    assert not _found("i am <2> bored", "i am not bored", barred=("not",))


def test_the_span_is_the_whole_of_what_was_said() -> None:
    (matcher,) = build(Grammar({}).parse("so? tired (of it)?"), common=())
    assert list(matcher.spans(_line("i am so tired of it and tired"))) == [(2, 6), (3, 6), (7, 8)]


def test_a_pattern_is_looked_for_only_where_its_rarest_word_stands() -> None:
    (matcher,) = build(Grammar({}).parse("i want (die | death*) now?"), common={"i", "want"})
    assert matcher.keys == {"die", "death*"}


def test_the_words_of_a_pattern_are_those_written_in_it() -> None:
    assert words("my {boss} (hit | harass*) <2> me & knife $") == {"my", "hit", "harass*", "me", "knife"}


@pytest.mark.parametrize(
    ("pattern", "mistake"),
    [
        ("", "nothing stands before 'the end': write a word there"),
        ("a | ", "nothing stands before 'the end': write a word there"),
        ("( | a)", "nothing stands before '|': write a word there"),
        ("(a b", "a bracket is left open: close it with ')'"),
        ("a b)", "')' closes nothing: remove it or open a bracket before it"),
        ("a ? b", "'?' must touch what may be absent: write so? or (a b)?"),
        ("a{2,}", "cannot read '{2,}': use words, word*, ( | ), ?, &, <3>, {class}, ^ and $ only"),
        ("(a+)+", "cannot read '+)+': use words, word*, ( | ), ?, &, <3>, {class}, ^ and $ only"),
        ("a [bc]", "cannot read '[bc]': use words, word*, ( | ), ?, &, <3>, {class}, ^ and $ only"),
        ("(a* b)*", "cannot read '*': use words, word*, ( | ), ?, &, <3>, {class}, ^ and $ only"),
        ("my {cat}", "unknown word class {cat}: add it to vocabulary.toml"),
        ("my {loop}", "word class {loop} names itself in a circle: let it list its words"),
        ("a <9> b", "<9> is not a gap: use <1> to <8>"),
        ("a <0> b", "<0> is not a gap: use <1> to <8>"),
        ("a & b & c", "'&' joins two: put one of them and a third in brackets"),
        ("a? <3>", "no word in it is always present: make one word obligatory"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(pattern: str, mistake: str) -> None:
    with pytest.raises(PatternMistake) as raised:
        build(Grammar(CLASSES).parse(pattern), common=())
    assert str(raised.value) == mistake
