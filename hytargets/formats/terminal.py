"""The terminal: colour where there is some, and words beside it; every line fits the width."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from hytargets.documents.document import (
    Bar,
    Cell,
    Column,
    Document,
    Lights,
    Paragraph,
    Problems,
    Row,
    Table,
)
from hytargets.documents.problems import problem_lines
from hytargets.formats.clean import visible
from hytargets.judging.statuses import Light
from hytargets.language import Language
from hytargets.problems import Severity
from hytargets.wording import report as words

_STYLES = {
    Light.GREEN: "green",
    Light.YELLOW: "yellow",
    Light.RED: "bold red",
    Light.GREY: "bright_black",
    Light.MAGENTA: "bold magenta",
}
_MARKS = {Light.GREEN: "●", Light.YELLOW: "▲", Light.RED: "■", Light.GREY: "○", Light.MAGENTA: "◆"}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", None: "bright_black"}
_BAR_WIDTH = 12
_NAME_COMFORTABLE = 20
_TABLE_WIDTH = 120
_ENDLESS = 1_000_000
_TOKENS = re.compile(r"[!-~]+|.[，。、；：？！）”%]*|\s", re.DOTALL)
_GAP = 2
_INDENT = 2
_NAME_AT_LEAST = 16


def render(document: Document) -> str:
    """Plain text, as a pipe gets it."""
    return "".join(f"{line.plain.rstrip()}\n" for line in lines(document))


def lines(document: Document, terminal_width: int | None = None) -> Iterator[Text]:
    """The lines of a document, none wider than the terminal; in a pipe tables are laid out and nothing wraps."""
    width, table_width = terminal_width or _ENDLESS, terminal_width or _TABLE_WIDTH
    if document.title:
        yield from _wrapped(Text(visible(document.title), "bold"), width)
    for block in document.blocks:
        match block:
            case Lights():
                yield from _wrapped(_lights(block, document.language), width)
            case Paragraph():
                yield from _wrapped(
                    Text(visible(block.text), _STYLES[block.light] if block.light else ""), width
                )
            case Table():
                yield Text()
                yield from _table(block.for_people(), table_width)
                yield Text()
            case Problems():
                yield Text()
                for line in problem_lines(block):
                    yield from _wrapped(
                        Text(visible(line.text), _SEVERITIES[line.severity]), width, hanging=6
                    )
                yield Text()


def _wrapped(text: Text, width: int, hanging: int = 0) -> Iterator[Text]:
    """The text in lines, broken at spaces and between Chinese characters; those after the first are indented."""
    start = end = used = 0
    indent = ""
    for token in _TOKENS.finditer(text.plain):
        size = cell_len(token[0])
        if used + size > width and used > len(indent):
            yield Text(indent) + text[start:end]
            indent = " " * hanging
            start, used = token.end() if token[0].isspace() else token.start(), len(indent)
        end = token.end()
        used += size if end > start else 0
    yield Text(indent) + text[start:end]


def _lights(block: Lights, language: Language) -> Text:
    text = Text(f"{block.heading}{words.COLON.to(language)}")
    for light, word, count in block.counts:
        text.append(f"{word} {count}  ", _STYLES[light])
    return text.append(f"({visible(block.remark)})" if block.remark else "")


def _table(table: Table, width: int) -> Iterator[Text]:
    shown = _fitting(table, width)
    widths = [_width(table, index) for index in shown]
    columns = [table.columns[index] for index in shown]
    spare = width - _INDENT - sum(widths) - _GAP * (len(widths) - 1)
    for position, column in enumerate(columns):
        if column.wraps and spare < 0:
            widths[position] = max(widths[position] + spare, _NAME_AT_LEAST)
    yield _line([Text(column.heading, "bright_black") for column in columns], columns, widths)
    for group in table.groups:
        if group.heading:
            yield from _wrapped(Text(visible(group.heading), "bold"), width)
        for row in group.rows:
            told = row._replace(remarks=(*row.remarks, *_vital(table, row, shown)))
            yield from _row(told, [row.cells[index] for index in shown], columns, widths, width)


def _vital(table: Table, row: Row, shown: Sequence[int]) -> Iterator[str]:
    """What a row in trouble must still tell when its column had no room."""
    if row.light in {Light.YELLOW, Light.RED}:
        for index, column in enumerate(table.columns):
            if column.vital and index not in shown and row.cells[index].text:
                yield f"{column.heading} {row.cells[index].text}"


def _fitting(table: Table, width: int) -> list[int]:
    """The columns that have something to show and room to show it in."""
    filled = [
        i
        for i, _ in enumerate(table.columns)
        if any(row.cells[i].text or row.cells[i].bar for row in table.rows)
    ]
    while True:
        needed = _INDENT + _GAP * (len(filled) - 1)
        for index in filled:
            natural = _width(table, index)
            needed += min(natural, _NAME_COMFORTABLE) if table.columns[index].wraps else natural
        drop = max(filled, key=lambda index: table.columns[index].drop, default=None)
        if needed <= width or drop is None or not table.columns[drop].drop:
            return filled
        filled.remove(drop)


def _width(table: Table, index: int) -> int:
    return max(
        [
            cell_len(table.columns[index].heading),
            *(cell_len(_text(row.cells[index]).plain) for row in table.rows),
        ]
    )


def _text(cell: Cell) -> Text:
    if cell.bar:
        return _bar(cell.bar)
    if cell.light:
        return Text(f"{_MARKS[cell.light]} {visible(cell.text)}", _STYLES[cell.light])
    return Text(visible(cell.text))


def _bar(bar: Bar) -> Text:
    """Completion in twelfths, full only when complete; the mark stands where the schedule is, a lag is left blank."""
    done = (
        _BAR_WIDTH
        if bar.completion >= 1
        else min(max(round(bar.completion * _BAR_WIDTH), 0), _BAR_WIDTH - 1)
    )
    if bar.schedule is None:
        return Text("█" * done + "░" * (_BAR_WIDTH - done))
    due = min(max(round(bar.schedule * _BAR_WIDTH), 0), _BAR_WIDTH)
    if bar.completion < bar.schedule:
        done = min(done, due)
    before = "█" * min(done, due) + " " * (due - done)
    after = "█" * (done - due)
    return Text(before + "┃" + after + "░" * (_BAR_WIDTH - max(done, due)))


def _row(
    row: Row, cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], width: int
) -> Iterator[Text]:
    stacks = [
        list(_wrapped(_text(cell), size)) if column.wraps else [_text(cell)]
        for cell, column, size in zip(cells, columns, widths, strict=True)
    ]
    for level in range(max(map(len, stacks))):
        yield _line(
            [stack[level] if level < len(stack) else Text() for stack in stacks], columns, widths
        )
    if row.remarks:
        indent = _INDENT + widths[0] + _GAP
        for line in _wrapped(
            Text(visible(" · ".join(row.remarks)), "bright_black"), width - indent
        ):
            yield Text(" " * indent) + line


def _line(texts: Sequence[Text], columns: Sequence[Column], widths: Sequence[int]) -> Text:
    line = Text(" " * _INDENT)
    for text, column, size in zip(texts, columns, widths, strict=True):
        padding = " " * (size - cell_len(text.plain))
        line.append_text(Text(padding) + text if column.is_figure else text + Text(padding))
        line.append(" " * _GAP)
    line.rstrip()
    return line
