"""A result made ready to be read: lines, tables and problems, in one language and in no format."""

from enum import Flag, auto
from fractions import Fraction
from typing import NamedTuple

from hytargets.judging.statuses import Light
from hytargets.language import Language
from hytargets.problems import Problem

# Trouble, the most pressing first; what is in no trouble keeps its place below.
_URGENCY = (Light.RED, Light.MAGENTA, Light.YELLOW)


class Reader(Flag):
    """For whom something is meant: who reads a terminal, a memo, or a data file."""

    TERMINAL = auto()
    MEMO = auto()  # Markdown
    DATA = auto()  # CSV, Excel, JSON
    PEOPLE = TERMINAL | MEMO
    ALL = PEOPLE | DATA


class Bar(NamedTuple):
    """Completion drawn, with a mark where the schedule stands; both as shares of the whole."""

    completion: Fraction
    schedule: Fraction | None


class Cell(NamedTuple):
    """A text; of a figure also the bare number, without sign, unit or scale."""

    text: str = ""
    number: str | None = None
    light: Light | None = None
    bar: Bar | None = None

    @property
    def is_empty(self) -> bool:
        """Has it nothing to show?"""
        return not self.text and self.bar is None


class Column(NamedTuple):
    """A column of a table. Where there is no room, those with the highest `drop` go first; 0 never.

    One that is `vital` becomes a remark below the rows in trouble where it goes.
    """

    key: str
    heading: str
    is_figure: bool = False
    wraps: bool = False
    drop: int = 0
    shown: Reader = Reader.ALL
    vital: bool = False


class Row(NamedTuple):
    """Cells, with remarks that stand below them; a row told of elsewhere is left to data files."""

    cells: tuple[Cell, ...]
    light: Light | None = None
    remarks: tuple[str, ...] = ()
    is_told_elsewhere: bool = False

    @property
    def urgency(self) -> int:
        """Its place among rows in trouble, from 0 on; the same for all that are in none."""
        if self.light not in _URGENCY:
            return len(_URGENCY)
        return _URGENCY.index(self.light)


class Group(NamedTuple):
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


class Table(NamedTuple):
    """Rows in groups under common columns; of a ranked one a memo shows the trouble on top."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    is_ranked: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def rows_by_urgency(self) -> tuple[Row, ...]:
        """Of a ranked table the rows in trouble first; of another all rows in order."""
        if not self.is_ranked:
            return self.rows
        return tuple(sorted(self.rows, key=lambda row: row.urgency))

    def for_reader(self, reader: Reader) -> "Table":
        """What is meant for a reader; people see no row told of elsewhere, and no empty column."""
        if reader is Reader.DATA:
            return self._keeping(self._columns_for(reader))
        shown = self._without_what_is_told_elsewhere()
        return shown._keeping(shown._filled(shown._columns_for(reader)))

    def _columns_for(self, reader: Reader) -> list[int]:
        return [index for index, column in enumerate(self.columns) if reader in column.shown]

    def _filled(self, columns: list[int]) -> list[int]:
        rows = self.rows
        return [index for index in columns if not all(row.cells[index].is_empty for row in rows)]

    def _without_what_is_told_elsewhere(self) -> "Table":
        groups = []
        for group in self.groups:
            rows = tuple(row for row in group.rows if not row.is_told_elsewhere)
            if rows:
                groups.append(group._replace(rows=rows))
        return self._replace(groups=tuple(groups))

    def _keeping(self, columns: list[int]) -> "Table":
        groups = []
        for group in self.groups:
            rows = [
                row._replace(cells=tuple(row.cells[index] for index in columns))
                for row in group.rows
            ]
            groups.append(group._replace(rows=tuple(rows)))
        kept = tuple(self.columns[index] for index in columns)
        return self._replace(columns=kept, groups=tuple(groups))


class Lights(NamedTuple):
    """How many of each colour, with words for each."""

    heading: str
    counts: tuple[tuple[Light, str, int], ...]
    remark: str = ""


class Paragraph(NamedTuple):
    """A line of prose; a light gives its tone."""

    text: str
    light: Light | None = None


class Problems(NamedTuple):
    """What is wrong with the inputs."""

    problems: tuple[Problem, ...]
    language: Language


Block = Lights | Table | Paragraph | Problems


class Document(NamedTuple):
    """What a command's result becomes, whatever it is written as."""

    title: str
    blocks: tuple[Block, ...]
    language: Language

    def blocks_for(self, reader: Reader) -> tuple[Block, ...]:
        """The blocks as a reader is shown them; people see no table that has no row for them."""
        shown: list[Block] = []
        for block in self.blocks:
            if not isinstance(block, Table):
                shown.append(block)
                continue
            table = block.for_reader(reader)
            if table.groups or reader is Reader.DATA:
                shown.append(table)
        return tuple(shown)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, as data files hold them."""
        blocks = self.blocks_for(Reader.DATA)
        return tuple(block for block in blocks if isinstance(block, Table))
