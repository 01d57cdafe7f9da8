"""What every format must do, and the table that names them."""

import csv
import io
import json
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sample_report import sample_report

import hytargets
from hytargets.documents.document import Document
from hytargets.formats import FORMATS, UnknownFormat, format_named, format_of_suffix
from hytargets.language import Language
from hytargets.problems import Code, Place, Problem

MISSING = Problem(Code.FILE_MISSING, Place(file="none.csv"))
NOT_JUDGED = {Language.ZH: "没有评估任何目标。", Language.EN: "No target was judged. "}


def read_back(format: str, content: str | bytes) -> list[list[object]]:
    """The rows of the first table, or the assessments."""
    if isinstance(content, bytes):
        sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
        return [list(row) for row in sheet.to_python()]
    if format == "json":
        return [[one] for one in json.loads(content)["assessments"]]
    if format == "csv":
        return [list(row) for row in csv.reader(io.StringIO(content))]
    return [[line] for line in content.splitlines()]


def without_a_book(*problems: Problem) -> hytargets.Report:
    return hytargets.Report(None, Counter(), problems=problems)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("problems", [(), (MISSING,)])
def test_a_report_without_a_book(
    format: str, language: Language, problems: tuple[Problem, ...]
) -> None:
    content = hytargets.render(without_a_book(*problems), format, language)
    rows = read_back(format, content)
    if not FORMATS[format].is_for_people:
        assert rows == []
        return
    assert NOT_JUDGED[language] in str(rows[-1][0])
    assert ("[file.missing]" in str(content).replace("\\", "")) is bool(problems)
    assert str(content).count("none.csv") == len(problems)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("format", FORMATS)
def test_a_report_without_progress(tmp_path: Path, format: str, language: Language) -> None:
    book = sample_report(tmp_path).book
    assert book is not None
    report = hytargets.assess(book, hytargets.Progress())
    rows = read_back(format, hytargets.render(report, format, language))
    if FORMATS[format].is_for_people:
        assert not any(rows[index] == rows[index + 1] == [""] for index in range(len(rows) - 1))
        assert {Language.ZH: "退出码 2", Language.EN: "Exit code 2"}[language] in str(rows[-1][0])
    else:
        header = 0 if format == "json" else 1
        assert len(rows) == len(book.targets) + header


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_an_empty_document(format: str) -> None:
    content = FORMATS[format].write_document(Document("", (), Language.ZH))
    assert isinstance(content, bytes | str)


@pytest.mark.parametrize(
    ("suffix", "format"),
    [
        (".md", "markdown"),
        (".MARKDOWN", "markdown"),
        (".csv", "csv"),
        (".xlsx", "xlsx"),
        (".json", "json"),
        (".txt", "terminal"),
    ],
)
def test_a_suffix_names_a_format(suffix: str, format: str) -> None:
    assert format_of_suffix(suffix) is FORMATS[format]


@pytest.mark.parametrize("suffix", ["", ".docx", "md", "."])
def test_other_suffixes_name_none(suffix: str) -> None:
    assert format_of_suffix(suffix) is None


def test_no_suffix_names_two() -> None:
    suffixes = [suffix for row in FORMATS.values() for suffix in row.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_an_unknown_format_names_the_known() -> None:
    for ask in (format_named, lambda name: hytargets.render(without_a_book(), name)):
        with pytest.raises(UnknownFormat, match="no format 'docx'; known are terminal, ") as raised:
            ask("docx")
        assert raised.value.known == tuple(FORMATS)
        assert isinstance(raised.value, ValueError)


def test_listing_the_formats_loads_none() -> None:
    code = (
        "import sys; before = set(sys.modules); import hytargets.formats; "
        "print(*set(sys.modules) - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if "." in name or name == "pydantic"}
    ours = {name for name in loaded if name.startswith("hytargets.")}
    below = {"language", "problems", "version"}
    assert ours == {"hytargets.formats", *(f"hytargets.{name}" for name in below)}
    assert not loaded & {"pydantic", "rich.cells", "xlsxwriter", "json.decoder"}
