"""A table as a file has it: records of cells, before anybody knows what they mean."""

from collections.abc import Iterator
from typing import NamedTuple

from hytargets.problems import Place, Problem


class Record(NamedTuple):
    """One row of a file: the physical line it starts on, counted from 1, and its cells."""

    line: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Does no cell hold more than spaces?"""
        return not any(cell and not cell.isspace() for cell in self.cells)


class Grid(NamedTuple):
    """A file's table, or one sheet of a workbook; `problems` fill as the records are read."""

    file: str
    encoding: str
    delimiter: str
    records: Iterator[Record]
    problems: list[Problem]
    sheet: str | None = None
    # False where a share may be a percentage, and a day a month, for all that can be known.
    is_formatted: bool = True

    def place(self, line: int | None) -> Place:
        """The place of a record, or, without a line, of the table."""
        return Place(file=self.file, line=line, sheet=self.sheet)


def cell_name(line: int, column: int) -> str:
    """A cell as Excel names it: row 12, column 3 (from 0) is D12."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{line}"
