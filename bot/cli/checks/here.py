"""This machine and this database: the key, the tables, the people, the country packs."""

import stat
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from bot.cli.checks.finding import Finding, error, warning
from bot.cli.checks.rota import rota
from bot.config import ConfigError, Settings
from bot.privacy.keys import load_vault
from bot.programmes.overlay import read_overlay
from bot.programmes.resources import entries_of, overdue
from flows.countries import FALLBACK, CountryPack, packs
from flows.culture_cards import culture_card
from flows.entries import BrokenEntry
from storage import people, roster, schema
from storage.database import connect

_OLD = timedelta(days=365)
_STAFF = ("coordinator", "safeguarding", "lead")


def kept(settings: Settings, today: date) -> Iterator[Finding]:
    """The database, the key, who is in the roster, and the packs of the countries they are in."""
    engine = connect(settings.storage.url)
    try:
        schema.upgrade(engine)
        with engine.begin() as db:
            yield from _roster(settings, db)
            yield from rota(settings, db)
            yield from _packs(settings, db, today)
    except schema.DatabaseTooNew as trouble:
        yield error("[storage] url", str(trouble))
    except (DBAPIError, OSError) as trouble:
        yield error(
            "[storage] url", f"the database cannot be written ({type(trouble).__name__}); mend its address or rights"
        )
    else:
        yield from _key(settings)
    finally:
        engine.dispose()


def overlay(settings: Settings) -> Iterator[Finding]:
    """The programme's own words, where it has any."""
    if settings.programme.overlay is not None:
        for mistake in read_overlay(settings.programme.overlay).mistakes:
            yield error("[programme] overlay", mistake)


def shelf(settings: Settings, today: date) -> Iterator[Finding]:
    """The resources: a file that cannot be read, and how many entries somebody must look at."""
    where = "[programme] resources"
    path = settings.programme.resources
    if path is not None and not path.exists():
        yield error(where, f"{path.name} does not exist; create it or remove the setting")
        return
    try:
        waiting = [entry for entry, why in overdue(entries_of(path), today) if why != "unchecked"]
    except BrokenEntry as broken:
        yield error(where, str(broken))
        return
    if waiting:
        yield warning(where, f"{len(waiting)} are over or soon will be; `placemate resources check` names them")


def _key(settings: Settings) -> Iterator[Finding]:
    try:
        load_vault(settings)
    except ConfigError as trouble:
        yield error("[privacy]", str(trouble))
        return
    path: Path = settings.privacy.key_file
    if settings.privacy.master_key is None and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield warning("[privacy] key_file", f"others on this machine may read {path}; chmod 600 {path}")


def _roster(settings: Settings, db: Connection) -> Iterator[Finding]:
    count = people.count_people(db)
    where = "roster"
    if not count.get("student"):
        yield warning(where, "there is no student yet; `placemate people import` brings a roster in")
    if not count.get("coordinator"):
        yield error(where, "nobody has the role coordinator: nobody would answer a case")
    if not (count.get("safeguarding") or count.get("lead")):
        yield error(where, "nobody has the role safeguarding or lead: nobody could read a restricted case")
    care = settings.safeguarding
    if not (care.on_call or count.get("safeguarding")):
        yield warning(
            "[safeguarding] on_call", "names nobody, and nobody has the role safeguarding: who is paged at night?"
        )
    for key, ids in (("on_call", care.on_call), ("deputy", (care.deputy,)), ("lead", (care.lead,))):
        yield from _named(db, f"[safeguarding] {key}", [each for each in ids if each])
    yield from _unreached(settings, db)


def _named(db: Connection, where: str, ids: list[str]) -> Iterator[Finding]:
    found = people.find_people(db, set(ids))
    for person_id in ids:
        if person_id not in found:
            yield error(where, f"{person_id!r} is not in the roster; import the roster, or mend the id")
        elif found[person_id].role not in _STAFF:
            yield error(where, f"{person_id!r} has the role {found[person_id].role}; name one of {', '.join(_STAFF)}")


def _unreached(settings: Settings, db: Connection) -> Iterator[Finding]:
    if settings.slack is None:
        return
    for member in people.people_with_role(db, *_STAFF):
        if not (member.slack_id or member.email) and member.forgotten_at is None:
            yield warning("roster", f"{member.id} has neither slack_id nor email: she cannot be paged")


def _packs(settings: Settings, db: Connection, today: date) -> Iterator[Finding]:
    used = {placement.country for placement in roster.placements(db).values()} | {settings.programme.country}
    if not settings.programme.country:
        yield warning("[programme] country", "is empty: who has no country in the roster is shown no national numbers")
    for country in sorted(country for country in used if country):
        pack = packs().get(country)
        if pack is None:
            yield warning(
                f"country {country}", f"has no pack of numbers; {packs()[FALLBACK].emergency} is given instead"
            )
        else:
            yield from _verified(pack, today)
        yield from _read_by_somebody(country)


def _read_by_somebody(country: str) -> Iterator[Finding]:
    card = culture_card(country)
    if card is not None and not card.reviewed:
        remedy = "ask somebody to, and write reviewed_on and reviewed_by in its file"
        yield warning(f"country {country}", f"nobody from there has read the card about how people work; {remedy}")


def _verified(pack: CountryPack, today: date) -> Iterator[Finding]:
    where, remedy = f"country {pack.country}", "call them, and write verified_on and verified_by in its pack"
    if pack.verified_on is None or not pack.verified_by:
        yield warning(where, f"nobody has verified the numbers; {remedy}")
    elif today - pack.verified_on > _OLD:
        yield warning(where, f"the numbers were last verified on {pack.verified_on}; {remedy} anew")
