"""What stands above and below a table: titles that hold for all of it, and footnotes."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hytargets.book.lookup import Lookup
from hytargets.book.target import Target
from hytargets.files.grid import Record
from hytargets.progress.cells import unit_in_brackets
from hytargets.progress.layout import Layout
from hytargets.values.characters import plain_forms
from hytargets.values.period import is_period

# Python compiles a pattern when it is first needed: most tables have neither titles nor footnotes.
# A label, a colon and what it says, up to the next label: 单位：万人  时间：2020年6月.
_LABELLED = (
    r"(?<![\u4e00-\u9fff])(指标|计量单位|单位|时间|期间|截至): *([^;]+?)"
    r"(?=$|;| {2,}|[(（]?(?:计量单位|单位|时间): *)"
)
_FOOTNOTE = r"(?:注|说明|备注|附注|数据来源|资料来源|来源|填报人|审核人|填报单位|制表)[0-9]? *:"

_OTHER_DELIMITERS = ",;\t|，；、 "


class Titles(NamedTuple):
    """What the rows above a header say of the whole table; what they do not say is empty."""

    target: str
    unit: str
    period: str
    lines: tuple[int, ...]  # of the rows that were passed over


def read_titles(records: Sequence[Record], lookup: Lookup) -> Titles:
    """What the rows above a header say: 指标：…, 单位：…, 时间：…."""
    said = _labelled(records)
    target = said.get("指标", "")
    unit = _first_of(said, "单位", "计量单位")
    if lookup.target(target) is None:
        target, unit_of_target = unit_in_brackets(target)
        unit = unit or unit_of_target
    period = _first_of(said, "时间", "期间", "截至")
    return Titles(
        target=target,
        unit=unit,
        period=period if is_period(period) else "",
        lines=tuple(record.line for record in records if not record.is_blank),
    )


def _labelled(records: Iterable[Record]) -> dict[str, str]:
    """Labels, and what was said last under each."""
    said = {}
    for record in records:
        for cell in record.cells:
            if not _has_colon(cell):
                continue
            for match in re.finditer(_LABELLED, plain_forms(cell)):
                said[match[1]] = _without_closing_bracket(match[2].strip())
    return said


def _without_closing_bracket(text: str) -> str:
    """（单位：万人） is a title in brackets, 指标：新增就业(万人) has them of its own."""
    return text if "(" in text else text.removesuffix(")")


def _first_of(said: dict[str, str], *labels: str) -> str:
    for label in labels:
        if said.get(label):
            return said[label]
    return ""


def target_of_title(cells: Sequence[str], lookup: Lookup) -> Target | None:
    """The target whose figure a row above the header seems to hold; if it does, it is no title."""
    target = None
    has_digits = False
    for cell in cells:
        named = lookup.target(cell)
        if named is None:
            has_digits = has_digits or any(character.isdigit() for character in cell)
        target = target or named
    return target if has_digits else None


def is_footnote(cells: Sequence[str], layout: Layout, lookup: Lookup) -> bool:
    """Does a row tell of the table only: 注：…, 数据来源：…, or a lone heading?

    What holds a figure is never passed over.
    """
    first, *others = cells
    names_target = any(lookup.target(cell) for cell in cells)
    if not first.strip() or names_target or _has_figure(cells, layout):
        return False
    if _begins_as_footnote(first):
        return True
    is_lone = not any(cell.strip() for cell in others)
    return is_lone and not _fell_into_one_cell(first, len(layout.headers), lookup)


def _has_figure(cells: Sequence[str], layout: Layout) -> bool:
    """Does anything stand under the header of a value?"""
    positions = [column.position for column in layout.values if column.position > 0]
    return any(cells[position].strip() for position in positions if position < len(cells))


def _fell_into_one_cell(text: str, width: int, lookup: Lookup) -> bool:
    """Is a lone cell a whole row, for which the table's delimiter was not used?"""
    if not any(character.isdigit() for character in text):
        return False  # no figure is lost
    if lookup.begins_with_target(text):
        return True
    counts = [len(text.split(delimiter)) for delimiter in _OTHER_DELIMITERS]
    # Two pieces are a heading as often as a row: 一、民生（2020年）.
    return any(count > 2 and abs(count - width) <= 1 for count in counts)


def _begins_as_footnote(text: str) -> bool:
    return _has_colon(text) and re.match(_FOOTNOTE, plain_forms(text)) is not None


def _has_colon(text: str) -> bool:
    return ":" in text or "：" in text
