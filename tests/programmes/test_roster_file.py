import pytest

from bot.programmes.roster_file import UnreadableRoster, read_table

HEAD = "id,name,role"
ROW = {"id": "1", "name": "Åse Eksempel", "role": "student"}


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}\n1,Åse Eksempel,student\n".encode(),
        f"{HEAD}\n1,Åse Eksempel,student\n".encode("utf-8-sig"),
        f"{HEAD}\r\n1,Åse Eksempel,student".encode("utf-16"),
        "id;name;role\r\n1;Åse Eksempel;student\r\n".encode("cp1252"),
        "ID\tName\tRole\n1\t Åse  Eksempel \tstudent\n".encode(),
        f'{HEAD}\n\n,,\n"1","Åse\nEksempel",student\n'.encode(),
    ],
    ids=["utf-8", "byte order mark", "utf-16", "a Norwegian Excel", "tabs", "empty lines and line breaks"],
)
def test_whatever_wrote_the_file_its_rows_are_read(content: bytes) -> None:
    (row,) = read_table(content).rows
    assert row.cells == ROW


def test_a_file_that_is_not_utf8_is_read_and_that_is_said() -> None:
    assert read_table("id;name;role\n".encode("cp1252") + b"1;\xc5se;student").notices == (
        "the file is not UTF-8; it was read as Windows-1252",
    )


def test_lines_are_counted_as_an_editor_shows_them() -> None:
    table = read_table(b'id,name,role\n1,"A\nB",student\n\n2,C,student\n')
    assert [row.line for row in table.rows] == [2, 5]


def test_unknown_columns_are_left_out_and_named() -> None:
    table = read_table(b"id,name,shoe size,role,\n1,A,43,student,\n")
    assert table.rows[0].cells == {"id": "1", "name": "A", "role": "student"}
    assert table.notices == ("ignored, because unknown: shoe_size",)


@pytest.mark.parametrize("content", [b"", b"\n", b"name;mail\nA;b", b"\x00\x01\x02"])
def test_what_is_no_roster_is_refused_with_the_columns_to_write(content: bytes) -> None:
    with pytest.raises(UnreadableRoster, match=r"begin the file with id,name,role,email"):
        read_table(content)


def test_a_column_twice_is_refused() -> None:
    with pytest.raises(UnreadableRoster, match="names a column twice: name"):
        read_table(b"id,name,role,Name\n")


def test_a_cell_too_many_is_counted() -> None:
    assert read_table(b"id,name,role\n1,Student, Example,student\n").rows[0].surplus == 1
