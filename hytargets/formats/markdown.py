"""Markdown for memos: the trouble on top."""

from collections.abc import Iterator

from hytargets.documents.document import Cell, Document, Lights, Paragraph, Problems, Row, Table
from hytargets.documents.problems import problem_lines
from hytargets.formats.clean import markdown
from hytargets.judging.statuses import Light

_MARKS = {
    Light.RED: "🔴",
    Light.MAGENTA: "🟣",
    Light.YELLOW: "🟡",
    Light.GREEN: "🟢",
    Light.GREY: "⚪",
}
_URGENCY = [Light.RED, Light.MAGENTA, Light.YELLOW]


def render(document: Document) -> str:
    """Blocks with an empty line between them."""
    parts = [f"## {markdown(document.title)}"] if document.title else []
    for block in document.blocks:
        match block:
            case Lights():
                counts = [f"{_MARKS[light]} {count}" for light, _, count in block.counts]
                remark = f"　·　{markdown(block.remark)}" if block.remark else ""
                parts.append(f"{markdown(block.heading)}：{'　'.join(counts)}{remark}")
            case Paragraph():
                parts.append(markdown(block.text))
            case Table():
                parts.append("\n".join(_table(block.for_people())))
            case Problems():
                parts.append("\n".join(f"- {markdown(line.text)}" for line in problem_lines(block)))
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> Iterator[str]:
    rows = list(table.rows)
    if any(row.light for row in rows):
        rows.sort(
            key=lambda row: _URGENCY.index(row.light) if row.light in _URGENCY else len(_URGENCY)
        )
    kept = [i for i, _ in enumerate(table.columns) if any(row.cells[i].text for row in rows)]
    columns = [table.columns[index] for index in kept]
    with_remarks = any(row.remarks for row in rows)
    yield _line([markdown(column.heading) for column in columns] + ["　"] * with_remarks)
    yield (
        "|"
        + "|".join(
            ["--:" if column.is_figure else "---" for column in columns] + ["---"] * with_remarks
        )
        + "|"
    )
    for row in rows:
        remarks = [markdown(" · ".join(row.remarks))] * with_remarks
        yield _line([_cell(row.cells[index], row) for index in kept] + remarks)


def _cell(cell: Cell, row: Row) -> str:
    mark = f"{_MARKS[cell.light]} " if cell.light else ""
    return mark + markdown(cell.text)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
