"""CSV for data tools and Excel: bare numbers, and no text that starts a formula."""

import csv
import io

from hytargets.documents.document import Cell, Document, Table
from hytargets.formats.clean import spreadsheet


def render(document: Document) -> str:
    """Every table of the document with its header; lines end with LF."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for block in document.blocks:
        if isinstance(block, Table):
            table = block.for_data()
            writer.writerow(column.heading for column in table.columns)
            writer.writerows([_text(cell) for cell in row.cells] for row in table.rows)
    return stream.getvalue()


def _text(cell: Cell) -> str:
    return spreadsheet(cell.text) if cell.number is None else cell.number
