"""Excel for meetings: a sheet a table, figures as numbers, no text that is a formula. Needs `hytargets[excel]`."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from hytargets.documents.document import Cell, Document, Table
from hytargets.formats.clean import visible
from hytargets.problems import Code, InvalidInput, Problem

_DIGITS_OF_EXCEL = 15
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # the same input gives the same bytes


def render(document: Document) -> bytes:
    """A workbook. Raises InvalidInput: excel.missing."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise InvalidInput([Problem(Code.EXCEL_MISSING)]) from None
    stream = BytesIO()
    with Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as workbook:
        bold = workbook.add_format({"bold": True})
        for block in document.blocks:
            if not isinstance(block, Table):
                continue
            table = block.for_data()
            sheet = workbook.add_worksheet()
            sheet.freeze_panes(1, 0)
            for index, column in enumerate(table.columns):
                sheet.write_string(0, index, visible(column.heading), bold)
            for line, row in enumerate(table.rows, start=1):
                for index, cell in enumerate(row.cells):
                    _write(sheet, line, index, cell)
            sheet.autofit()
        workbook.set_properties({"created": _NEVER})
    return stream.getvalue()


def _write(sheet: Any, line: int, index: int, cell: Cell) -> None:
    """A number where Excel keeps all its digits, else a text; an empty cell stays empty."""
    if cell.number is not None and sum(map(str.isdigit, cell.number)) <= _DIGITS_OF_EXCEL:
        sheet.write_number(line, index, Decimal(cell.number))
    elif cell.text:
        sheet.write_string(line, index, visible(cell.text))
