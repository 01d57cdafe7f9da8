"""Workbooks: a cell is read as Excel shows it, by the number format it has."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from hytargets.files.excel import read_worksheets


def shown(value: date | float, number_format: int | str) -> str:
    """A cell of a workbook, as it is read; a number is that of a format built into Excel."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        style = workbook.add_format({"num_format": number_format})
        workbook.add_worksheet("表").write(0, 0, value, style)
    (sheet,) = read_worksheets("p.xlsx", stream.getvalue())
    ((_, (cell,)),) = sheet.records
    return cell


FIRST_OF_JUNE = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("number_format", "text"),
    [
        (14, "2020-06-01"),  # as the computer writes a date
        (17, "2020-06"),  # mmm-yy
        (27, "2020-06"),  # yyyy年m月, of East Asian Excel
        (31, "2020-06-01"),  # yyyy年m月d日
        (55, "2020-06"),
        (57, "2020-06"),
        (58, "2020-06-01"),  # m月d日
        ("yyyy-mm", "2020-06"),
        ('yyyy"年"m"月"', "2020-06"),
        ("[$-804]yyyy/m", "2020-06"),
        ("yyyy-mm-dd", "2020-06-01"),
        ('yyyy"mm"dd', "2020-06-01"),
    ],
)
def test_a_date_is_a_month_where_excel_shows_its_month_alone(
    number_format: int | str, text: str
) -> None:
    assert shown(FIRST_OF_JUNE, number_format) == text


@pytest.mark.parametrize(
    ("number_format", "text"),
    [(0, "0.0395"), (9, "3.95%"), (10, "3.95%"), ("0.0%", "3.95%"), ('0.00"%"', "0.0395")],
)
def test_a_share_is_a_percentage_where_excel_shows_its_sign(
    number_format: int | str, text: str
) -> None:
    assert shown(0.0395, number_format) == text
