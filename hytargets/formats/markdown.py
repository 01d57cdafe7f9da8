"""Markdown for memos: the trouble on top."""

from hytargets.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Lights,
    Paragraph,
    Problems,
    Reader,
    Table,
)
from hytargets.documents.problems import problem_lines
from hytargets.formats.clean import markdown, visible
from hytargets.judging.statuses import Light
from hytargets.language import Text
from hytargets.wording.voice import Voice

_MARKS = {
    Light.RED: "🔴",
    Light.MAGENTA: "🟣",
    Light.YELLOW: "🟡",
    Light.GREEN: "🟢",
    Light.GREY: "⚪",
}
# Chinese text has wide spaces and wide punctuation; an English memo takes narrow ones.
_SPACE = Text("　", " ")
_REMARK = Text("　·　{remark}", " ({remark})")


def render(document: Document) -> str:
    """Blocks with an empty line between them."""
    voice = Voice(document.language)
    parts = []
    if document.title:
        parts.append(f"## {markdown(document.title)}")
    blocks = document.blocks_for(Reader.MEMO)
    parts += [_block(block, voice) for block in blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, voice: Voice) -> str:
    match block:
        case Lights():
            return _lights(block, voice)
        case Paragraph():
            return markdown(block.text)
        case Table():
            return _table(block, voice)
        case Problems():
            return _problems(block)


def _lights(block: Lights, voice: Voice) -> str:
    counts = [f"{_MARKS[light]} {count}" for light, _, count in block.counts]
    text = voice.labelled(markdown(block.heading), voice(_SPACE).join(counts))
    if block.remark:
        text += voice(_REMARK, remark=markdown(block.remark))
    return text


def _problems(block: Problems) -> str:
    # What is wrong in an input is quoted as it is, with its line breaks to be seen.
    lines = [f"- {markdown(visible(line.text))}" for line in problem_lines(block)]
    return "\n".join(lines)


def _table(table: Table, voice: Voice) -> str:
    """One table without its groups: the rows in trouble on top, remarks in a last column."""
    rows = table.rows_by_urgency
    headings = [markdown(column.heading) for column in table.columns]
    rules = [_rule(column) for column in table.columns]
    lines = [[_cell(cell) for cell in row.cells] for row in rows]
    if any(row.remarks for row in rows):
        headings.append(voice(_SPACE))
        rules.append("---")
        for line, row in zip(lines, rows, strict=True):
            line.append(markdown(" · ".join(row.remarks)))
    return "\n".join([_line(headings), f"|{'|'.join(rules)}|", *map(_line, lines)])


def _rule(column: Column) -> str:
    return "--:" if column.is_figure else "---"


def _cell(cell: Cell) -> str:
    text = markdown(cell.text)
    if cell.light:
        return f"{_MARKS[cell.light]} {text}"
    return text


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
