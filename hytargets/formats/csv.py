"""CSV for data tools and Excel: bare numbers, and no text that starts a formula."""

import csv
import io

from hytargets.documents.document import Cell, Document
from hytargets.formats.clean import spreadsheet


def render(document: Document) -> str:
    """Every table of the document with its header; rows end with LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for table in document.tables:
        writer.writerow(column.heading for column in table.columns)
        for row in table.rows:
            writer.writerow(_field(cell) for cell in row.cells)
    return stream.getvalue()


def _field(cell: Cell) -> str:
    return spreadsheet(cell.text) if cell.number is None else cell.number
