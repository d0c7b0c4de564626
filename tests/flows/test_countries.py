"""Country packs: whole, unconfirmed until a person confirms them, and clear when they are broken."""

from pathlib import Path

import pytest

from flows.countries import FALLBACK, BrokenPack, CountryPack, country_pack, packs, read_pack

WHOLE = """
country = "XX"
emergency = "112"

[[helplines]]
name = "Example Line"
phone = "000"
hours = "24/7"
"""


def _pack(tmp_path: Path, content: str) -> CountryPack:
    path = tmp_path / "XX.toml"
    path.write_text(content, encoding="utf-8")
    return read_pack(path)


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.country)
def test_every_pack_names_an_emergency_number_and_somebody_who_listens_at_night(pack: CountryPack) -> None:
    assert pack.emergency.replace(" ", "").isdigit()
    assert any(line.hours == "24/7" and (line.phone or line.sms or line.chat) for line in pack.helplines)


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.country)
def test_no_pack_counts_as_confirmed_by_whoever_wrote_it(pack: CountryPack) -> None:
    assert (pack.verified_on, pack.verified_by) == (None, "")


def test_the_four_countries_of_the_first_cohorts_have_packs() -> None:
    assert set(packs()) == {"ZA", "NO", "GB", "US", FALLBACK}


def test_a_country_is_found_in_any_case_and_any_other_country_falls_back() -> None:
    assert country_pack("no").emergency == "113"
    assert country_pack("DE") is packs()[FALLBACK]
    assert country_pack("") is packs()[FALLBACK]


def test_a_pack_is_read(tmp_path: Path) -> None:
    pack = _pack(tmp_path, WHOLE)
    assert (pack.country, pack.helplines[0].name) == ("XX", "Example Line")


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ("country =", "XX.toml cannot be read: "),
        (WHOLE.replace('country = "XX"', ""), "XX.toml: country and emergency are needed; write both as text"),
        (WHOLE.replace("24/7", "08:00-17:00"), 'XX.toml: helplines needs at least one with hours = "24/7"'),
        (WHOLE.replace("24/7", "9-17"), "XX.toml, helpline 'Example Line': hours are '9-17'; write "),
        (WHOLE.replace('phone = "000"', ""), "XX.toml: a helpline needs a name and a phone, sms or chat"),
        (WHOLE.replace("phone", "phon"), "XX.toml: unknown key 'phon'; use one of "),
        (WHOLE.replace("emergency", "emergancy"), "XX.toml: unknown key 'emergancy'; use one of "),
    ],
)
def test_a_broken_pack_names_file_key_and_remedy(tmp_path: Path, content: str, mistake: str) -> None:
    with pytest.raises(BrokenPack) as raised:
        _pack(tmp_path, content)
    assert mistake in str(raised.value)
