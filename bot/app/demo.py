"""`placemate demo`: the same program with the page as its platform, an example roster and a clock that can skip."""

from contextlib import AsyncExitStack
from functools import partial

from bot import log
from bot.adapters.browser.files import ExampleFiles
from bot.adapters.browser.inbound import PLATFORM
from bot.adapters.browser.listen import demo_routes
from bot.adapters.browser.news import News
from bot.adapters.browser.panes import Cast, Phone, Staff
from bot.adapters.browser.routes.clock_bar import Controls
from bot.adapters.browser.transport import BrowserTransport
from bot.adapters.form.transport import FormTransport
from bot.app.anonymous import anonymous_routes
from bot.app.example import cast_roster
from bot.app.program import Program
from bot.app.running import alone_on, opened, stop_on_signals
from bot.app.steady.health import Health
from bot.app.steady.together import together
from bot.app.web import serve
from bot.clock import SkippingClock, SystemClock
from bot.config import Settings
from bot.config.care import Safeguarding
from bot.config.sections import Programme
from bot.delivery.attachments import Collector
from bot.mentoring.matching.match import match
from bot.mentoring.pool import read_pool
from bot.mentoring.proposals.proposing import propose
from storage import browser, people
from storage.database import connect
from storage.people import Person
from storage.schema import upgrade
from storage.unit_of_work import UnitOfWork

_log = log.get_logger(__name__)


async def demo(settings: Settings) -> int:
    """Run the demo until SIGTERM or SIGINT; gives the exit code.

    Raises:
        ConfigError: another program runs on this database.
        ValueError: others than this machine could reach the page.
    """
    settings = settings.model_copy(
        update={
            "telegram": None, "slack": None, "mail": None,
            "programme": _programme(settings), "safeguarding": _safeguarding(settings),
        }
    )  # fmt: skip
    log.configure(secrets=settings.secrets())
    stop = stop_on_signals()
    with alone_on(settings):
        engine = connect(settings.storage.url)
        upgrade(engine)
        with engine.begin() as db:
            clock = SkippingClock(SystemClock(), browser.clock_ahead(db))
        async with opened(settings, clock, engine) as program, AsyncExitStack() as stack:
            news = News()
            stack.callback(news.close)
            cast = await program.writer.write(partial(_prepare, program=program))
            transport = BrowserTransport(program.writer.write, news)
            controls = Controls(partial(_send_checkin, program), program.catch_up, partial(_match_mentors, program))
            routes = demo_routes(
                program.door, listen_host=settings.web.host, write=program.writer.write, news=news, cast=cast,
                clock=clock, controls=controls,
            )  # fmt: skip
            _log.info("the demo is open", page=f"http://{settings.web.listen}")
            await together(
                stop, program.run([transport, FormTransport()], stop),
                Collector([ExampleFiles()], program.writer, program.house).run(stop),
                serve(
                    settings, [*Health(program).routes(), *anonymous_routes(program), *routes], stop,
                    before_stopping=news.close,
                ),
            )  # fmt: skip
    return 0


def _programme(settings: Settings) -> Programme:
    """The programme of the configuration; without one, an example that fits the example roster."""
    if settings.programme != Programme():
        return settings.programme
    return Programme(name="Example University", timezone="Europe/Oslo", country="NO")


def _safeguarding(settings: Settings) -> Safeguarding:
    """Who is asked next, as configured; else the example roster's deputy and lead, so that one can see a case climb."""
    named = settings.safeguarding
    if named.on_call or named.deputy or named.lead:
        return named
    return named.model_copy(update={"deputy": "14", "lead": "15"})


def _safeguarding_first(member: Person) -> bool:
    """The page begins as somebody who may read every card on it."""
    return member.role != "safeguarding"


async def _send_checkin(program: Program, person_id: str) -> None:
    await program.writer.write(partial(_request, person_id))
    await program.catch_up()


async def _match_mentors(program: Program) -> None:
    await program.writer.write(partial(_propose, program.settings))


def _propose(settings: Settings, uow: UnitOfWork) -> None:
    propose(uow, settings, match(read_pool(uow, settings)))


def _request(person_id: str, uow: UnitOfWork) -> None:
    people.change_placement(uow.db, person_id, requested_at=uow.now)


def _prepare(uow: UnitOfWork, program: Program) -> Cast:
    """Bring the example roster in once, and give a student and a mentor a phone."""
    cast_roster(uow, program.house)
    students, mentors = (people.people_with_role(uow.db, role) for role in ("student", "mentor"))
    staff = people.people_with_role(uow.db, "coordinator", "safeguarding", "lead")
    colleagues = tuple(Staff(member.id, member.name, member.role) for member in sorted(staff, key=_safeguarding_first))
    for colleague in colleagues:
        _give_a_desk(uow, colleague)
    return Cast(
        programme=program.settings.programme.name,
        bot=program.settings.programme.bot_name,
        phones=tuple(Phone(person.id, person.name, person.role) for person in (*students[:1], *mentors[:1])),
        staff=colleagues,
        zone=program.settings.programme.zone,
    )


def _give_a_desk(uow: UnitOfWork, colleague: Staff) -> None:
    """On the page, as on Slack, the program knows who looks at a page of her own."""
    if people.who_writes(uow.db, PLATFORM, colleague.user) is None:
        people.link(uow.db, PLATFORM, colleague.user, colleague.user, colleague.person, uow.now)
