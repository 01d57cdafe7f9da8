"""Workbooks, read back by another library: what is in a cell, of which type, and how it looks."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from python_calamine import CalamineWorkbook
from sample_report import sample_report

import hytargets
from hytargets.documents.document import Cell, Column, Document, Group, Row, Table
from hytargets.formats import FORMATS
from hytargets.language import Language


def workbook(report: hytargets.Report, language: Language = Language.ZH) -> bytes:
    content = hytargets.render(report, "xlsx", language)
    assert isinstance(content, bytes)
    return content


def rows_of(content: bytes) -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def part(content: bytes, name: str) -> str:
    return ZipFile(BytesIO(content)).read(f"xl/{name}.xml").decode()


def test_every_cell(tmp_path: Path, file_regression: FileRegressionFixture) -> None:
    """A line a cell that is not empty: texts in quotes, numbers without."""
    heading, *rows = rows_of(workbook(sample_report(tmp_path)))
    lines = []
    for row in rows:
        lines.append(str(row[0]))
        cells = zip(heading, row, strict=True)
        lines += [f"  {name}: {value!r}" for name, value in cells if value != ""]
    file_regression.check("\n".join(lines) + "\n", encoding="utf-8")


def test_the_headings_are_bold_and_stay_in_sight(tmp_path: Path) -> None:
    content = workbook(sample_report(tmp_path, "jobs"), Language.EN)
    assert rows_of(content)[0][:5] == ["id", "section", "status", "light", "target"]
    sheet, styles = part(content, "worksheets/sheet1"), part(content, "styles")
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert '<c r="A1" s="1"' in sheet
    assert re.findall(r"<font><b/>", styles)


def test_columns_are_as_wide_as_what_they_hold(tmp_path: Path) -> None:
    sheet = part(workbook(sample_report(tmp_path)), "worksheets/sheet1")
    widths = {
        int(column): float(width)
        for column, width in re.findall(r'<col min="(\d+)" max="\d+" width="([\d.]+)"', sheet)
    }
    heading = rows_of(workbook(sample_report(tmp_path)))[0]
    region, name, note = (heading.index(key) + 1 for key in ("地区", "目标", "备注"))
    assert widths[region] < widths[name] < widths[note]


def test_figures_have_no_format_but_excels_own(tmp_path: Path) -> None:
    """A percentage is the number printed before the sign: 93.5, never 0.935 shown as 93.5 %."""
    content = workbook(sample_report(tmp_path))
    assert set(re.findall(r'numFmtId="(\d+)"', part(content, "styles"))) == {"0"}


def test_the_lines_of_a_note_are_shown(tmp_path: Path) -> None:
    content = workbook(sample_report(tmp_path, "roads"))
    assert rows_of(content)[1][-1] == "a|b = <b>x</b> [red] `c` *d*\n第二行"
    assert '<c r="T2" s="2"' in part(content, "worksheets/sheet1")
    assert 'wrapText="1"' in part(content, "styles")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell("3万人", "30000"), 30000.0),
        (Cell("-0.05", "-0.05"), -0.05),
        (Cell("123456789012345", "123456789012345"), 123456789012345.0),
        # Excel would drop the last digit
        (Cell("1234567890123456", "1234567890123456"), "1234567890123456"),
        (Cell("2020"), "2020"),
        (Cell("=1+1"), "=1+1"),
        (Cell("http://example.org"), "http://example.org"),
        (Cell("a\x1b[31m"), "a\\x1b[31m"),
    ],
)
def test_numbers_are_numbers_and_texts_texts(cell: Cell, value: object) -> None:
    table = Table((Column("value", "数值"),), (Group("", (Row((cell,)),)),))
    content = FORMATS["xlsx"].write_document(Document("", (table,), Language.ZH))
    assert isinstance(content, bytes)
    assert rows_of(content) == [["数值"], [value]]
    assert "<f>" not in part(content, "worksheets/sheet1")


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    report = sample_report(tmp_path)
    assert workbook(report) == workbook(report)
