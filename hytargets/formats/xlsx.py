"""Excel for meetings: a sheet a table, figures as numbers, no text that is a formula."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from hytargets.documents.document import Cell, Document, Table
from hytargets.formats.clean import lines_kept, one_line

_DIGITS_OF_EXCEL = 15
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # the same input gives the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class _Styles(NamedTuple):
    heading: Any
    several_lines: Any


def render(document: Document) -> bytes:
    """A workbook."""
    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as workbook:
        workbook.set_properties({"created": _NEVER})
        styles = _Styles(
            heading=workbook.add_format({"bold": True}),
            # Excel shows the lines of a cell only where it wraps; Alt+Enter sets this too.
            several_lines=workbook.add_format({"text_wrap": True}),
        )
        for table in document.tables:
            _fill(workbook.add_worksheet(), table, styles)
    return stream.getvalue()


def _fill(sheet: Any, table: Table, styles: _Styles) -> None:
    """The table on an empty sheet, its header in sight when the rows are scrolled."""
    sheet.freeze_panes(1, 0)
    for index, column in enumerate(table.columns):
        sheet.write_string(0, index, one_line(column.heading), styles.heading)
    for line, row in enumerate(table.rows, start=1):
        for index, cell in enumerate(row.cells):
            _write(sheet, line, index, cell, styles)
    sheet.autofit()


def _write(sheet: Any, line: int, index: int, cell: Cell, styles: _Styles) -> None:
    """A number where Excel keeps all its digits, else a text; an empty cell stays empty."""
    if cell.number is not None and _keeps_digits(cell.number):
        sheet.write_number(line, index, Decimal(cell.number))
        return
    text = lines_kept(cell.text)
    if "\n" in text:
        sheet.write_string(line, index, text, styles.several_lines)
    elif text:
        sheet.write_string(line, index, text)


def _keeps_digits(number: str) -> bool:
    return sum(character.isdigit() for character in number) <= _DIGITS_OF_EXCEL
