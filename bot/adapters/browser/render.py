"""Our words as the page shows them: pieces of HTML. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from mimetypes import guess_type
from pathlib import Path

from babel.dates import format_date, format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.adapters.browser.panes import DIRECT, Cast
from bot.cases.verbs import button_data
from bot.cases.views import View
from bot.words.buttons import ControlTap, read_tap
from bot.words.markup import Run, read
from bot.words.outgoing import Button, Card, Document, Enclosure, Home, Message, Picture, unpack
from storage.browser import Post

_LOCALE = "en_GB"
_OPENED = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Entry:
    """A post and what the page says beside it.

    `day` is set where a new day begins. Of a coordinator's direct message, `to` is her name and `recipient` her place
    in the cast. `thread` is what stands under it.
    """

    post: Post
    outgoing: Message | Card | Document | Picture | Enclosure | None
    time: str
    day: str = ""
    to: str = ""
    recipient: int | None = None
    thread: tuple["Entry", ...] = ()

    @property
    def kind(self) -> str:
        """Which of the templates shows it; `gone` is what was sealed with a key that is no more."""
        return type(self.outgoing).__name__.lower() if self.outgoing else "gone"


def page(cast: Cast, panes: dict[str, tuple[Post, ...]], home: Home | None, now: datetime, revision: int) -> str:
    """The whole page."""
    logs = {pane: entries(posts, cast) for pane, posts in panes.items()}
    return _template("page.html").render(
        cast=cast, logs=logs, home=home, now=_clock(cast, now), revision=revision, direct=DIRECT
    )


def changes(cast: Cast, pane: str, posts: Sequence[Post], since: int, revision: int) -> str:
    """What a pane that knows everything up to `since` has to add and to replace."""
    return _template("changes.html").render(
        cast=cast, pane=pane, log=entries(posts, cast), since=since, revision=revision
    )


def home(shown: Home | None) -> str:
    """A coordinator's own page."""
    return _template("home.html").render(home=shown)


def dialog(view: View) -> str:
    """A case's form or page."""
    return _template("dialog.html").render(view=view)


def clock(cast: Cast, now: datetime) -> str:
    """The demo's time."""
    return _template("clock.html").render(now=_clock(cast, now))


def toast(text: str) -> str:
    """A short note that answers a tap."""
    return _template("toast.html").render(text=text)


def entries(posts: Sequence[Post], cast: Cast) -> list[Entry]:
    """Posts in their order, each thread under its card, a day's name where a new day begins."""
    under = {
        root: tuple(_entry(post, cast) for post in answers)
        for root, answers in groupby(sorted(_answers(posts), key=lambda post: post.thread or 0), lambda p: p.thread)
    }
    roots = [post for post in posts if post.thread is None]
    days = ["", *(_new_day(before, post, cast) for before, post in pairwise(roots))]
    if roots:
        days[0] = _day(roots[0], cast)
    return [_entry(post, cast, day, under.get(post.id, ())) for post, day in zip(roots, days, strict=False)]


def text(message: Message) -> Markup:
    """The words: a person's own exactly as typed, ours in the small subset of CommonMark."""
    return _runs([Run(message.text)] if message.plain else read(message.text))


def caption(document: Document | Picture | Enclosure) -> Markup:
    """The words beside a file."""
    return _runs(read(document.caption))


def player(enclosure: Enclosure) -> str:
    """What the page shows a file with: img, audio, video, or "" for a link to it."""
    guessed = guess_type(enclosure.filename)[0] or ""
    return {"image": "img", "audio": "audio", "video": "video"}.get(guessed.partition("/")[0], "")


def _answers(posts: Iterable[Post]) -> list[Post]:
    return [post for post in posts if post.thread is not None]


def _entry(post: Post, cast: Cast, day: str = "", thread: tuple[Entry, ...] = ()) -> Entry:
    outgoing = unpack(post.packed) if post.packed else None
    time = format_time(post.at.astimezone(cast.zone), "HH:mm", locale=_LOCALE)
    shown = None if isinstance(outgoing, Home) else outgoing
    recipient = cast.recipient(post.chat)
    to = "" if recipient is None else cast.staff[recipient].name
    return Entry(post, shown, time, day, to, recipient, thread)


def _new_day(before: Post, post: Post, cast: Cast) -> str:
    return "" if _day(before, cast) == _day(post, cast) else _day(post, cast)


def _day(post: Post, cast: Cast) -> str:
    return format_date(post.at.astimezone(cast.zone), "full", locale=_LOCALE)


def _clock(cast: Cast, now: datetime) -> dict[str, str]:
    local = now.astimezone(cast.zone)
    day = format_date(local, "EEE d MMM yyyy", locale=_LOCALE)
    return {"iso": local.isoformat(timespec="minutes"), "day": day, "time": f"{local:%H:%M}"}


def _runs(runs: Iterable[Run]) -> Markup:
    return Markup().join(_run(run) for run in runs)


def _run(run: Run) -> Markup:
    """One run; an address that a browser should not open from here is written out after its label."""
    shown = escape(run.text)
    if run.link.startswith(_OPENED):
        shown = Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(run.link, shown)
    elif run.link and run.link not in run.text:
        shown = Markup("{} ({})").format(shown, run.link)
    if run.italic:
        shown = Markup("<em>{}</em>").format(shown)
    return Markup("<strong>{}</strong>").format(shown) if run.bold else shown


def _is_control(button: Button) -> bool:
    """Whether a button goes round the question instead of answering it. Urgent help is never made to look small."""
    tap = read_tap(button.data)
    return isinstance(tap, ControlTap) and tap.word in {"skip", "back", "later"}


def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters.update(text=text, caption=caption, player=player)
    found.tests.update(control=_is_control)
    found.globals.update(button_data=button_data)
    return found


_ENVIRONMENT = _environment()
_template = _ENVIRONMENT.get_template
