"""Tables open whatever their packing, separator and letters, and broken rows are put together again."""

from __future__ import annotations

import gzip
import zipfile

import pandas as pd
import pytest

from index.errors import SourceError
from index.sources import Report
from index.sources.tables import tables

TEXT = "id,Title,overview\n1,Amélie,A café.\n2,300,\n"


def read(path):
    report = Report(source=path.name)
    (table,) = tables(path)
    return table.columns, list(table.rows(report)), report


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("packing", ["plain", "gz", "zip"])
def test_any_packing_and_encoding(tmp_path, encoding, packing):
    data, path = TEXT.encode(encoding), tmp_path / "films.csv"
    if packing == "gz":
        path = tmp_path / "films.csv.gz"
        path.write_bytes(gzip.compress(data))
    elif packing == "zip":
        path = tmp_path / "films.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("folder/films.csv", data)
            archive.writestr("folder/readme.txt", "no table")
    else:
        path.write_bytes(data)
    columns, rows, report = read(path)
    assert columns == ("id", "title", "overview")
    assert rows == [
        {"id": "1", "title": "Amélie", "overview": "A café."},
        {"id": "2", "title": "300", "overview": ""},
    ]
    assert report.read == 2


def test_a_tsv_keeps_its_quotes_and_parquet_its_values(tmp_path):
    path = tmp_path / "akas.tsv"
    path.write_text('titleId\ttitle\n1\t"Weird Al\n2\tSo "so"\n')
    assert [row["title"] for row in read(path)[1]] == ['"Weird Al', 'So "so"']
    path = tmp_path / "credits.parquet"
    pd.DataFrame({"Movie_Id": [3, 4], "order": [0.0, None], "name": ["Ada", None]}).to_parquet(path)
    assert read(path)[1] == [
        {"movie_id": "3", "order": "0.0", "name": "Ada"},
        {"movie_id": "4", "order": "", "name": ""},
    ]


def test_a_row_that_a_line_end_broke_is_joined_and_said(tmp_path):
    path = tmp_path / "films.csv"
    path.write_text(
        'id,title,overview,votes\n1,One,First half\nsecond half\nthird,7\n2,Two,"quoted\nline",8\n3,Three,x,9\n'
    )
    _, rows, report = read(path)
    assert [tuple(row.values()) for row in rows] == [
        ("1", "One", "First half second half third", "7"),
        ("2", "Two", "quoted\nline", "8"),
        ("3", "Three", "x", "9"),
    ]
    assert report.read == 3
    assert report.mended == {"a line that was the rest of a broken row, joined to it": 2}


def test_a_short_row_before_a_whole_one_stays_by_itself(tmp_path):
    path = tmp_path / "films.csv"
    path.write_text("id,title,overview\n1,One\n2,Two,x\n\n3,Three\n")
    _, rows, report = read(path)
    assert rows == [
        {"id": "1", "title": "One"},
        {"id": "2", "title": "Two", "overview": "x"},
        {"id": "3", "title": "Three"},
    ]
    assert not report.mended


@pytest.mark.parametrize("separator", ["\t", ";", "|"])
def test_other_separators(tmp_path, separator):
    path = tmp_path / "films.csv"
    path.write_text(separator.join(("id", "title")) + "\n" + separator.join(("1", "Me, Myself")) + "\n")
    assert read(path)[1] == [{"id": "1", "title": "Me, Myself"}]


def test_a_file_that_is_cut_off_or_none_says_so(tmp_path):
    path = tmp_path / "films.csv.gz"
    path.write_bytes(gzip.compress(TEXT.encode() * 2000)[:-40])
    with pytest.raises(SourceError, match=r"films\.csv\.gz cannot be read"):
        read(path)
    path = tmp_path / "films.zip"
    path.write_bytes(b"no archive")
    with pytest.raises(SourceError, match=r"films\.zip cannot be read"):
        tables(path)
    path = tmp_path / "notes.txt"
    path.write_text("a,b\n")
    assert tables(path) == []
    (tmp_path / "empty.csv").write_text("")
    assert tables(tmp_path / "empty.csv") == []
