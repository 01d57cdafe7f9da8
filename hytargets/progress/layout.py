"""The columns of a table, once its header is understood."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from hytargets.book.terms import Reporting
from hytargets.values.number import is_missing


class Role(StrEnum):
    """What a column holds."""

    TARGET = "target"
    PERIOD = "period"
    UNIT = "unit"
    REGION = "region"
    REPORTED_ON = "reported_on"
    NOTE = "note"
    VALUE = "value"
    TO_DATE = "to_date"
    PER_PERIOD = "per_period"


class Written(NamedTuple):
    """A text and the header it stands under; None where it is no column's: a title, a file name."""

    header: str | None
    text: str


class ValueColumn(NamedTuple):
    """A column of figures: which reporting it serves, and what its header says of them."""

    position: int  # from 0
    header: str
    reporting: Reporting | None = None
    period: str | None = None
    region: str | None = None
    unit: str = ""


class Layout(NamedTuple):
    """The header of a table, understood."""

    line: int
    headers: tuple[str, ...]
    roles: Mapping[Role, Sequence[int]]  # the positions of each
    values: tuple[ValueColumn, ...]
    ignored: tuple[str, ...]
    blank: tuple[int, ...]  # columns without a header

    @property
    def needed_width(self) -> int:
        """How many cells a row must have: blank headers at the end need none."""
        return max(index for index, header in enumerate(self.headers, start=1) if header)

    @property
    def has_both_reportings(self) -> bool:
        """Do 累计 and 本月 stand side by side?"""
        return len(self.values) > 1 and self.values[0].reporting is not None

    def columns_of(self, reporting: Reporting) -> tuple[ValueColumn, ...]:
        """The columns of figures that are called so."""
        return tuple(column for column in self.values if column.reporting is reporting)

    def written(self, role: Role, cells: Sequence[str]) -> Written:
        """What a row says in the column of a role; no header and no text where there is none."""
        positions = self.roles.get(role)
        if positions is None:
            return Written(None, "")
        first = positions[0]
        return Written(self.headers[first], cells[first])

    def written_region(self, column: ValueColumn, cells: Sequence[str]) -> Written:
        """The region that a figure's header names, or its row."""
        if column.region:
            return Written(column.header, column.region)
        return self.written(Role.REGION, cells)

    def written_period(self, column: ValueColumn, cells: Sequence[str]) -> Written:
        """The period that a figure's header names, or its row."""
        if column.period:
            return Written(column.header, column.period)
        return self.written(Role.PERIOD, cells)

    def written_units(self, column: ValueColumn, cells: Sequence[str]) -> tuple[Written, ...]:
        """The units that a figure's row and header state; a / in the row states none."""
        of_row = self.written(Role.UNIT, cells)
        of_header = Written(column.header, column.unit)
        return tuple(unit for unit in (of_row, of_header) if not is_missing(unit.text))

    def named_columns(self) -> dict[str, str]:
        """What was understood: each role, and the header or the span of headers that has it."""
        named = {}
        for role, positions in self.roles.items():
            named[role.value] = "、".join(self.headers[position] for position in positions)
        periods = [column.header for column in self.values if column.period]
        if periods:
            named[Role.PERIOD.value] = _span(periods)
        regions = [column.header for column in self.values if column.region]
        if regions:
            named[Role.REGION.value] = _span(regions)
        return named


def _span(headers: Sequence[str]) -> str:
    """Columns side by side, by the first and the last of them."""
    return f"{headers[0]} … {headers[-1]} ({len(headers)})"
