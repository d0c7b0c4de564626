"""What a goal says: until when, what will be there, who will see it."""

from datetime import date

import pytest

from bot.engine.readings import read_words
from flows.readings import READINGS

TODAY = date(2026, 12, 1)


def read(words: str) -> str:
    return " ".join(read_words(words, READINGS, TODAY))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I can lead the weekly meeting alone by 15 January", "date result"),
        ("The report is handed in by Friday", "date result"),
        ("I have written three articles before Christmas", "date result"),
        ("Present the prototype to customers in two weeks", "date result"),
        ("By 2027-01-31 the dashboard is in use", "date result"),
        ("The test plan is finished by 15.1.", "date result"),
        ("The manual is ready at the end of the internship", "date result"),
        ("My supervisor says that my emails are clear by March", "date observer"),
        ("The app is launched in week 50", "date result"),
        ("I get better at Python", ""),
        ("Learn more about how reports are written", ""),
        ("Improve my presentations", ""),
        ("I am more confident by the end of May", "date"),
        ("I understand the business", ""),
        ("I can plan a workshop on my own", "result"),
        ("Reach a grade of 3.5", "result"),
        ("I may become a better colleague", ""),
        ("I will march on and learn in this internship", ""),
        ("Ask 5 decisions makers what they do", "result"),
        ("My team notices that I speak up", "observer"),
        ("I am happy", ""),
        ("", ""),
    ],
)
def test_it_is_read_in_english(words: str, found: str) -> None:
    assert read(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Jeg kan lede ukemøtet alene innen 15. januar", "date result"),
        ("Rapporten er levert før jul", "date result"),
        ("Innen fredag har jeg skrevet testplanen", "date result"),
        ("Ha laget tre nettsider i løpet av måneden", "date result"),
        ("Sluttrapporten er ferdig om to uker", "date result"),
        ("Prototypen er klar i uke 50", "date result"),
        ("Veilederen min ser at jeg tar ordet i møter", "result observer"),
        ("Jeg blir flinkere til å skrive rapporter", ""),
        ("Lære mer om salg", ""),
        ("Bli tryggere innen utgangen av praksisen", "date"),
        ("Jeg forstår hva teamet gjør til sommeren", "date"),
        ("Få bedre kontakt med kolleger i praksisen", ""),
        ("Jeg klarer kundesamtaler på egen hånd", "result"),
        ("Få karakteren B i eksamen 12. desember", "date result"),
    ],
)
def test_it_is_read_in_norwegian(words: str, found: str) -> None:
    assert read(words) == found


def test_only_what_is_wanted_is_looked_for() -> None:
    assert read_words("The report is handed in by Friday", ("date",), TODAY) == ("date",)


def test_a_very_long_text_costs_no_more_than_a_page() -> None:
    assert read("end of the " * 50_000) == ""
