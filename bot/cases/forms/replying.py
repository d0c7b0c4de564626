"""Replying: written, read once more exactly as she will read it, then sent. A remark in a thread never gets here.

What a colleague writes stays in a field of the form. The form itself keeps only a fingerprint of what was shown, so
that words which were changed under the preview are shown again before they are sent.
"""

from datetime import timedelta
from hashlib import sha256

from bot.cases.clock.restart import restart_clock
from bot.cases.forms.visit import Visit
from bot.cases.rules.life_cycle import LIFE_CYCLE
from bot.cases.rules.life_cycle import REPLY as REPLY_WORD
from bot.cases.rules.permissions import may_work
from bot.cases.sharing.showing import terms
from bot.cases.telling.card import log, post_card
from bot.cases.telling.holding import begin
from bot.cases.telling.night import her_morning
from bot.cases.telling.student import send
from bot.cases.telling.texts import plain, team_time
from bot.cases.verbs import REPLY, REPLY_PREVIEW, REPLY_SEND
from bot.cases.views import Field, Passage, View
from storage.cases import lines_of
from storage.posting import reachable_account

TEMPLATES = ("acknowledge", "consent", "summary", "closing")
LONGEST = 3000
A_MOMENT = timedelta(minutes=10)
_WORDS, _TEMPLATE, _SHOWN = "words", "template", "shown"


def reply(visit: Visit) -> View:
    """The empty form, with beginnings to choose from."""
    return _hindered(visit) or _form(visit)


def preview(visit: Visit) -> View:
    """What she will read, to the letter, with the words still open to change."""
    words = visit.field(_WORDS) or _begun(visit)
    if problem := _hindered(visit) or _wanting(visit, words):
        return problem
    return _preview(visit, words)


def send_reply(visit: Visit) -> View | None:
    """Send what was shown; nothing that she typed is lost when it cannot be sent."""
    file, words = visit.file, visit.field(_WORDS)
    if not may_work(visit.staff, file.context, file.case):
        return visit.not_permitted(REPLY)
    if wanting := _wanting(visit, words):
        return wanting
    if LIFE_CYCLE.after(file.case.state, REPLY_WORD) is None:
        return _preview(visit, words, error=visit.not_now().passages[0].text)
    if reachable_account(file.uow, file.context.person.id) is None:
        return _preview(visit, words, error=visit.text("refused.student_away"))
    if visit.field(_SHOWN) != _fingerprint(words):
        return _preview(visit, words)
    return _sent(visit, words)


def _sent(visit: Visit, words: str) -> View | None:
    file, staff = visit.file, visit.staff
    if _sent_already(visit, words):
        return None
    if not file.move(REPLY_WORD, staff.id):
        return _preview(visit, words, error=visit.not_now().passages[0].text)
    send(file, _as_she_reads_it(visit, words), button="case.reply_button", words=True)
    if said := begin(file, staff):
        send(file, said)
    restart_clock(file)
    file.add_line("reply", words, author=staff.id)
    post_card(file)
    log(file, "log.replied", person=staff.name)
    if morning := her_morning(file, words=True):
        zone, language = file.context.settings.programme.zone, file.context.team_language
        log(file, "log.her_morning", when=team_time(morning, file.uow.now, zone, language))
    return None


def _sent_already(visit: Visit, words: str) -> bool:
    """The same words again, a moment later: she was not told that the first time went well, and tries once more."""
    file = visit.file
    since = file.uow.now - A_MOMENT
    replies = [line for line in lines_of(file.uow.db, [file.id]) if line.kind == "reply" and line.at >= since]
    mine = [line for line in replies if line.author_id == visit.staff.id]
    return any(file.uow.open(file.context.person, line.body) == words for line in mine)


def _form(visit: Visit, error: str = "") -> View:
    templates = tuple((name, visit.text(f"template.{name}")) for name in TEMPLATES)
    fields = (
        Field(_TEMPLATE, visit.text("field.template"), "choice", templates, visit.field(_TEMPLATE), optional=True),
        Field(_WORDS, visit.text("field.reply"), "text", initial=visit.field(_WORDS), limit=LONGEST, optional=True),
    )
    return visit.page(
        "modal.reply", *terms(visit), fields=fields, verb=REPLY_PREVIEW, submit="modal.preview_submit", error=error
    )


def _preview(visit: Visit, words: str, error: str = "") -> View:
    shown = Passage(visit.text("passage.preview"), _as_she_reads_it(visit, words))
    field = Field(_WORDS, visit.text("field.reply"), "text", initial=words, limit=LONGEST)
    return visit.page(
        "modal.preview", shown, *terms(visit), fields=(field,), verb=REPLY_SEND, submit="modal.send",
        kept={_SHOWN: _fingerprint(words)}, error=error,
    )  # fmt: skip


def _hindered(visit: Visit) -> View | None:
    """A page that says why no reply can be written now."""
    file = visit.file
    if not may_work(visit.staff, file.context, file.case):
        return visit.not_permitted(REPLY)
    return visit.not_now() if LIFE_CYCLE.after(file.case.state, REPLY_WORD) is None else None


def _wanting(visit: Visit, words: str) -> View | None:
    """The form again, when there is nothing to send or too much of it."""
    if not words:
        return _form(visit, error=visit.text("refused.empty"))
    return _form(visit, error=visit.text("refused.too_long", limit=LONGEST)) if len(words) > LONGEST else None


def _begun(visit: Visit) -> str:
    """The beginning that was chosen, in the student's language."""
    chosen = visit.field(_TEMPLATE)
    return plain(f"template_text.{chosen}", visit.file.context.language) if chosen in TEMPLATES else ""


def _as_she_reads_it(visit: Visit, words: str) -> str:
    org = visit.file.context.settings.programme.name
    writes = plain("case.reply", visit.file.context.language, person=visit.staff.name, org=org)
    return f"{writes}\n\n{words}"


def _fingerprint(words: str) -> str:
    """Of the words alone: platforms give white space back as they like."""
    return sha256(" ".join(words.split()).encode()).hexdigest()[:16]
