"""One conversation with all that a programme says about it, and the checks of our own conversations over the result."""

from collections.abc import Collection, Mapping

from bot.engine.check import check
from bot.programmes.overlay.changes.questions import furnished, own_flag_id, own_id
from bot.programmes.overlay.changes.removing import gone_with, switched_off
from bot.programmes.overlay.changes.thresholds import moved
from bot.programmes.overlay.changes.timing import timed
from bot.programmes.overlay.changes.wording import reworded
from bot.programmes.overlay.form.shapes import Conversation
from bot.programmes.overlay.report import Key, Report
from bot.words.language import LANGUAGES, SOURCE, translation
from flows.placeholders import EVERYWHERE
from flows.steps import Flow

_OTHERS = tuple(language for language in LANGUAGES if language != SOURCE)


def apply(flow: Flow, said: Conversation, report: Report) -> Flow:
    """A new script with a revision of its own. What cannot be done goes into the report and is left as it was."""
    changed = switched_off(flow, said.off, report)
    gone = gone_with(flow, changed)
    changed = reworded(changed, said.words, gone, report)
    changed = moved(changed, said.thresholds, gone, report)
    changed = furnished(changed, said.rooms, gone, report)
    return timed(changed, said, report)


def inspect(flow: Flow, said: Conversation, conversations: Collection[str], report: Report) -> None:
    """Whatever the checks find in a changed conversation, told where the programme wrote it."""
    written = _written(flow.id, said)
    findings = check(
        flow, known=conversations, placeholders=EVERYWHERE, languages=_OTHERS, translate=translation
    )  # fmt: skip
    for finding in findings:
        if finding.notice:
            report.changed(flow.id, f"{finding.item}: {finding.message}")
        else:
            report.found(written.get(finding.item, (flow.id,)), finding.message)


def _written(flow: str, said: Conversation) -> Mapping[str, Key]:
    """Where in the file each item comes from."""
    words: dict[str, Key] = {name.partition(".")[0]: (flow, "words", name) for name in reversed(said.words)}
    thresholds: dict[str, Key] = {name: (flow, "thresholds", name) for name in said.thresholds}
    own: dict[str, Key] = {
        item: (flow, "rooms", room, question.id)
        for room, questions in said.rooms.items()
        for question in questions
        for item in (own_id(question), own_flag_id(question))
    }
    return words | thresholds | own
