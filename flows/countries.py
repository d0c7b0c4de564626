"""Country packs: emergency numbers, help lines and services of the country where a placement is.

They are data in `flows/content/countries/`, one TOML file a country. `verified_on` and `verified_by` stay empty until
a named person at the institution has called the numbers; `placemate check` warns until then.
"""

import tomllib
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from flows.opening_hours import ALWAYS_OPEN, UnreadableHours, is_open, read_hours

_FOLDER = Path(__file__).parent / "content" / "countries"
FALLBACK = "other"


class BrokenPack(Exception):
    """A country pack cannot be used; the message names the file, the key and the remedy."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """A service that listens. `hours` is as in `flows.opening_hours`; `sms` and `chat` are other ways in."""

    name: str
    phone: str = ""
    sms: str = ""
    chat: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    free: bool = False

    def open_at(self, moment: datetime) -> bool:
        """Somebody answers at this moment of the country's own clock."""
        return is_open(self.hours, moment)


@dataclass(frozen=True, slots=True)
class CountryPack:
    """What is open to somebody in one country; an empty field means that we know of none."""

    country: str
    emergency: str
    helplines: tuple[Helpline, ...]
    police: str = ""
    medical: str = ""
    student_service: str = ""
    labour_inspectorate: str = ""
    equality_body: str = ""
    legal_aid: str = ""
    confidential_contact: str = ""
    duty_to_report_notice: str = ""
    legal_hours: int = 0
    verified_on: date | None = None
    verified_by: str = ""


def country_pack(country: str) -> CountryPack:
    """The pack of a two-letter country, in any case; the fallback where there is none of its own."""
    return packs().get(country.upper(), packs()[FALLBACK])


@cache
def packs() -> dict[str, CountryPack]:
    """Every pack by its country; the fallback stands under `FALLBACK`.

    Raises:
        BrokenPack: a file is not what it should be.
    """
    return {pack.country: pack for pack in map(read_pack, sorted(_FOLDER.glob("*.toml")))}


def read_pack(path: Path) -> CountryPack:
    """Read one file.

    Raises:
        BrokenPack: it cannot be read, lacks a number, or holds a key that we do not know.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenPack(f"{path.name} cannot be read: {error}") from None
    lines = tuple(_helpline(path, line) for line in data.pop("helplines", ()))
    known = {field.name for field in fields(CountryPack)} - {"helplines"}
    _refuse_unknown(path, data, known)
    if not data.get("country") or not data.get("emergency"):
        raise BrokenPack(f"{path.name}: country and emergency are needed; write both as text")
    if not any(line.hours == ALWAYS_OPEN for line in lines):
        raise BrokenPack(f'{path.name}: helplines needs at least one with hours = "24/7"')
    return CountryPack(helplines=lines, **data)


def _helpline(path: Path, data: dict[str, Any]) -> Helpline:
    _refuse_unknown(path, data, {field.name for field in fields(Helpline)})
    if not data.get("name") or not (data.get("phone") or data.get("sms") or data.get("chat")):
        raise BrokenPack(f"{path.name}: a helpline needs a name and a phone, sms or chat")
    if (hours := data.get("hours")) and hours != ALWAYS_OPEN:
        try:
            read_hours(hours)
        except UnreadableHours as error:
            raise BrokenPack(f"{path.name}, helpline {data['name']!r}: {error}") from None
    return Helpline(**{**data, "languages": tuple(data.get("languages", ()))})


def _refuse_unknown(path: Path, data: dict[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(data) - known):
        raise BrokenPack(f"{path.name}: unknown key {unknown[0]!r}; use one of {', '.join(sorted(known))}")
