"""Tables laid out: which columns have room, how wide they are, and the lines of the rows."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from hytargets.documents.document import Cell, Column, Group, Row, Table
from hytargets.formats.clean import one_line
from hytargets.formats.terminal import bars, styles
from hytargets.formats.terminal.spans import Line, blanks, extended, styled, trimmed, width
from hytargets.formats.terminal.wrapping import wrapped
from hytargets.judging.statuses import Light

_INDENT = 2
_GAP = 2
# A column that wraps keeps others out only as far as a name of ten characters needs.
_COMFORTABLE = 20
_NARROWEST = 16
_IN_TROUBLE = frozenset({Light.YELLOW, Light.RED})


class _Slot(NamedTuple):
    """The place of a column, at first as wide as its widest cell."""

    position: int
    column: Column
    width: int

    @property
    def needed(self) -> int:
        """The width without which it is better to leave a column out."""
        if self.column.wraps:
            return min(self.width, _COMFORTABLE)
        return self.width


class _DrawnRow(NamedTuple):
    row: Row
    lines: list[Line]  # one a cell


class _DrawnGroup(NamedTuple):
    heading: str
    rows: list[_DrawnRow]


def table_lines(table: Table, room: int) -> Iterator[Line]:
    """A table under its headings; columns for which there is no room are left out."""
    groups = [_drawn_group(group) for group in table.groups]
    slots = _narrowed(_fitting(_slots(table.columns, groups), room), room)
    headings = [styled(slot.column.heading, styles.FAINT) for slot in slots]
    yield _joined(headings, slots)
    for group in groups:
        if group.heading:
            yield from wrapped(styled(group.heading, styles.STRONG), room)
        for row in group.rows:
            yield from _row(row, table.columns, slots, room)


def _drawn_group(group: Group) -> _DrawnGroup:
    rows = [_DrawnRow(row, [_drawn(cell) for cell in row.cells]) for row in group.rows]
    return _DrawnGroup(one_line(group.heading), rows)


def _drawn(cell: Cell) -> Line:
    if cell.bar:
        return styled(bars.drawn(cell.bar))
    text = one_line(cell.text)
    if cell.light:
        return styled(f"{styles.MARKS[cell.light]} {text}", styles.LIGHTS[cell.light])
    return styled(text)


def _slots(columns: Sequence[Column], groups: Sequence[_DrawnGroup]) -> list[_Slot]:
    rows = [row for group in groups for row in group.rows]
    slots = []
    for index, column in enumerate(columns):
        widest = max(width(row.lines[index]) for row in rows)
        slots.append(_Slot(index, column, max(widest, width(styled(column.heading)))))
    return slots


def _fitting(slots: list[_Slot], room: int) -> list[_Slot]:
    """Those that have room, the ones to drop first left out first."""
    slots = list(slots)
    while _taken([slot.needed for slot in slots]) > room:
        first_to_go = max(slots, key=_drop)
        if not first_to_go.column.drop:
            break
        slots.remove(first_to_go)
    return slots


def _drop(slot: _Slot) -> int:
    return slot.column.drop


def _taken(widths: Sequence[int]) -> int:
    """The width of a line of columns."""
    return _INDENT + sum(widths) + _GAP * (len(widths) - 1)


def _narrowed(slots: list[_Slot], room: int) -> list[_Slot]:
    """Where all columns are wider than the room, those that wrap give way."""
    excess = _taken([slot.width for slot in slots]) - room
    if excess <= 0:
        return slots
    narrowed = []
    for slot in slots:
        if slot.column.wraps:
            slot = slot._replace(width=max(slot.width - excess, _NARROWEST))
        narrowed.append(slot)
    return narrowed


def _row(
    drawn: _DrawnRow, columns: Sequence[Column], slots: Sequence[_Slot], room: int
) -> Iterator[Line]:
    stacks = []
    for slot in slots:
        stack = [drawn.lines[slot.position]]
        if slot.column.wraps:
            stack = list(wrapped(stack[0], slot.width))
        stacks.append(stack)
    for level in zip_longest(*stacks, fillvalue=()):
        yield _joined(level, slots)
    yield from _remarks(drawn.row, columns, slots, room)


def _joined(lines: Sequence[Line], slots: Sequence[_Slot]) -> Line:
    """One line of cells side by side: figures to the right, all else to the left."""
    joined = [blanks(_INDENT)]
    for line, slot in zip(lines, slots, strict=True):
        lacking = slot.width - width(line)
        if slot.column.is_figure:
            joined.append(blanks(lacking))
            joined += line
        else:
            joined += extended(line, lacking)
        joined.append(blanks(_GAP))
    return trimmed(tuple(joined))


def _remarks(
    row: Row, columns: Sequence[Column], slots: Sequence[_Slot], room: int
) -> Iterator[Line]:
    """What stands below a row, from its second column on."""
    remarks = [*row.remarks, *_left_out(row, columns, slots)]
    if remarks:
        indent = _INDENT + slots[0].width + _GAP
        line = styled(one_line(" · ".join(remarks)), styles.FAINT)
        for part in wrapped(line, room - indent):
            yield (blanks(indent), *part)


def _left_out(row: Row, columns: Sequence[Column], slots: Sequence[_Slot]) -> Iterator[str]:
    """What a row in trouble must still tell when its column had no room."""
    if row.light not in _IN_TROUBLE:
        return
    shown = {slot.position for slot in slots}
    for index, column in enumerate(columns):
        text = row.cells[index].text
        if column.vital and index not in shown and text:
            yield f"{column.heading} {text}"
