import pytest

from bot.cases.linking.names import same_host, same_person


@pytest.mark.parametrize("name", ["Example Host Ltd", "EXAMPLE  host", "Example Host, Limited", "Exámple-Host AS"])
def test_a_workplace_is_the_same_however_its_name_is_written(name: str) -> None:
    assert same_host(name) == "example host"


def test_a_name_of_nothing_but_what_firms_are_called_stays_a_name() -> None:
    assert same_host("AS") == "as"
    assert same_host("  ") == ""


@pytest.mark.parametrize("name", ["Example Persøn", "person, example", "Dr. Example Person", "EXAMPLE PERSON"])
def test_a_person_is_the_same_in_whatever_order_the_name_stands(name: str) -> None:
    assert same_person(name) == "example person"


@pytest.mark.parametrize("name", ["", "Example", "Mr Example", "…"])
def test_a_single_name_is_nobodys_alone(name: str) -> None:
    assert same_person(name) == ""
