"""A result made ready to be read: lines, tables and problems, in one language and in no format."""

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from hytargets.judging.statuses import Light
from hytargets.language import Language
from hytargets.problems import Problem


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


class Shown(Enum):
    """Who is shown a column: people, data files, or both."""

    PEOPLE = "people"
    DATA = "data"
    BOTH = "both"


class Column(NamedTuple):
    """A column of a table. Where there is no room, those with the highest `drop` go first; 0 never goes.

    One that is `vital` becomes a remark below the rows in trouble where it goes.
    """

    key: str
    heading: str
    is_figure: bool = False
    wraps: bool = False
    drop: int = 0
    shown: Shown = Shown.BOTH
    vital: bool = False


class Row(NamedTuple):
    """Cells, with remarks that stand below them; a row told of elsewhere is left to data files."""

    cells: tuple[Cell, ...]
    light: Light | None = None
    remarks: tuple[str, ...] = ()
    is_told_elsewhere: bool = False


class Group(NamedTuple):
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


class Table(NamedTuple):
    """Rows in groups under common columns."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    def for_people(self) -> "Table":
        """Without what is meant for data files."""
        groups = (
            Group(group.heading, tuple(row for row in group.rows if not row.is_told_elsewhere))
            for group in self.groups
        )
        return Table(self.columns, tuple(group for group in groups if group.rows))._keeping(
            Shown.PEOPLE
        )

    def for_data(self) -> "Table":
        """Without what is meant for people."""
        return self._keeping(Shown.DATA)

    def _keeping(self, reader: Shown) -> "Table":
        kept = [
            index
            for index, column in enumerate(self.columns)
            if column.shown in {reader, Shown.BOTH}
        ]
        groups = (
            Group(
                group.heading,
                tuple(
                    Row(
                        tuple(row.cells[index] for index in kept),
                        row.light,
                        row.remarks,
                        row.is_told_elsewhere,
                    )
                    for row in group.rows
                ),
            )
            for group in self.groups
        )
        return Table(tuple(self.columns[index] for index in kept), tuple(groups))

    @property
    def rows(self) -> Iterator[Row]:
        """All rows in order."""
        return (row for group in self.groups for row in group.rows)


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
