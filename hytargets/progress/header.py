"""What the columns of a progress table mean, read from its header."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from hytargets.book.terms import Reporting
from hytargets.problems import Code
from hytargets.values.characters import plain_forms
from hytargets.values.names import folded
from hytargets.values.period import is_period


class Names(Protocol):
    """The names a book knows."""

    def target(self, text: str) -> object | None:
        """Find the target with this id or name."""

    def is_region(self, text: str) -> bool:
        """Tell whether it is a region's name, or the whole's."""


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


_HEADERS = {
    Role.TARGET: "target target_id id 指标 指标编号 指标名称 目标任务 任务名称 项目",
    Role.PERIOD: "period date month 日期 时间 期间 截至",
    Role.UNIT: "unit 单位",
    Role.REGION: "region area 地区 区域 县市区",
    Role.REPORTED_ON: "reported_on 报送日期 填报日期",
    Role.NOTE: "note 备注 说明",
    Role.VALUE: "value actual 数值 实际 实际值 完成数 完成值 完成情况",
    Role.TO_DATE: "累计 累计数 累计完成",
    Role.PER_PERIOD: "本月 当月 本期",
}
_ROLES = {folded(header): role for role, headers in _HEADERS.items() for header in headers.split()}
_VALUES = {Role.VALUE: None, Role.TO_DATE: Reporting.TO_DATE, Role.PER_PERIOD: Reporting.PER_PERIOD}
_TITLE = re.compile(
    r"(?<![\u4e00-\u9fff])(指标|计量单位|单位|时间|期间|截至): *([^;]+?)(?=$|;| {2,}|[(（]?(?:计量单位|单位|时间): *)"
)
_FOOTNOTE = re.compile(
    r"(?:注|说明|备注|附注|数据来源|资料来源|来源|填报人|审核人|填报单位|制表)[0-9]? *:"
)
Row = tuple[int, list[str]]  # the physical line it starts on, and its cells
_WITH_UNIT = re.compile(r"(.+?)[(（]([^()（）]+)[)）]")


class ValueColumn(NamedTuple):
    """A column of figures: which reporting it serves, and what its header says of them."""

    at: int
    header: str
    reporting: Reporting | None = None
    period: str | None = None
    region: str | None = None
    unit: str = ""


class Titles(NamedTuple):
    """What stands above a header, for the whole table; `lines` are those of the rows that were passed over."""

    target: str = ""
    unit: str = ""
    period: str = ""
    lines: tuple[int, ...] = ()


class Layout(NamedTuple):
    """The header of a table, understood."""

    line: int
    headers: tuple[str, ...]
    roles: dict[Role, tuple[int, ...]]
    values: tuple[ValueColumn, ...]
    ignored: tuple[str, ...] = ()
    blank: tuple[int, ...] = ()
    titles: Titles = Titles()

    @property
    def needed_width(self) -> int:
        """How many cells a row must have: blank headers at the end need none."""
        return max(index for index, header in enumerate(self.headers, start=1) if header)

    def columns(self) -> dict[str, str]:
        """What was understood: each role, and the header or the span of headers that has it."""
        named = {
            role.value: "、".join(self.headers[i] for i in indices)
            for role, indices in self.roles.items()
        }
        for kind in ("period", "region"):
            wide = [column.header for column in self.values if getattr(column, kind)]
            if wide:
                named[kind] = f"{wide[0]} … {wide[-1]} ({len(wide)})"
        return named


def known_headers(cells: Sequence[str]) -> int:
    """How many cells of a row are names of columns: the more, the likelier it is the header."""
    return sum(_role(cell)[0] is not None for cell in cells)


def _role(header: str) -> tuple[Role | None, str]:
    """The role of a header, and the unit it states: 完成数(万户)."""
    if role := _ROLES.get(folded(header)):
        return role, ""
    if (match := _WITH_UNIT.fullmatch(header.strip())) and (
        role := _ROLES.get(folded(match[1]))
    ) in _VALUES:
        return role, match[2]
    return None, ""


class HeaderProblem(ValueError):
    """A header that cannot be used; `code`, its line and the header seen say why."""

    def __init__(self, code: Code, line: int | None, seen: Sequence[str], **facts: str) -> None:
        self.code, self.line, self.facts = code, line, facts
        self.seen = " | ".join(seen)
        super().__init__(code)


def read_header(
    early_rows: Sequence[Row], names: Names, *, period_given: bool, skip_rows: int | None = None
) -> Layout:
    """The layout of a table from its first rows; `period_given` says that its rows need no period of their own.

    The header is the row that names the most columns, or the one after `skip_rows`; what stands above are titles.
    Raises HeaderProblem: file.empty, header.missing, header.repeated, column.missing, column.ambiguous.
    """
    rows = [row for row in early_rows[skip_rows or 0 :] if any(cell.strip() for cell in row[1])]
    if not rows:
        raise HeaderProblem(Code.FILE_EMPTY, None, ())
    line, cells = (
        rows[0] if skip_rows is not None else max(rows, key=lambda row: known_headers(row[1]))
    )
    if not known_headers(cells):
        raise HeaderProblem(Code.HEADER_MISSING, *rows[0])
    titles = _titles([row for row in early_rows if row[0] < line], names)
    return _Header(line, cells, titles, names, period_given or bool(titles.period)).layout()


def _titles(rows: Sequence[Row], names: Names) -> Titles:
    """What the rows above a header say of the whole table: 指标：…, 单位：…, 时间：…."""
    said: dict[str, str] = {}
    for _, cells in rows:
        for cell in cells:
            said |= {match[1]: match[2].strip() for match in _TITLE.finditer(plain_forms(cell))}
    target = said.get("指标", "")
    unit = said.get("单位") or said.get("计量单位") or ""
    if not names.target(target) and (stated := _WITH_UNIT.fullmatch(target)):
        target, unit = stated[1], unit or stated[2]
    period = said.get("时间") or said.get("期间") or said.get("截至") or ""
    lines = tuple(line for line, cells in rows if any(cell.strip() for cell in cells))
    return Titles(target, unit, period if is_period(period) else "", lines)


class _Header:
    """A header's cells, and what they can mean."""

    def __init__(
        self, line: int, cells: Sequence[str], titles: Titles, names: Names, period_given: bool
    ) -> None:
        self.line, self.titles, self.names = line, titles, names
        self.headers = tuple(cell.strip() for cell in cells)
        self.roles: dict[Role, tuple[int, ...]] = {}
        self.plain: list[ValueColumn] = []
        self.others: list[int] = []
        self._sort_columns()
        self.period_given = period_given or Role.PERIOD in self.roles

    def _refuse(self, code: Code, **facts: str) -> HeaderProblem:
        return HeaderProblem(code, self.line, self.headers, **facts)

    def _sort_columns(self) -> None:
        seen: set[str] = set()
        for index, header in enumerate(self.headers):
            role, unit = _role(header)
            if folded(header) in seen or (role in self.roles and role is not Role.TARGET):
                raise self._refuse(Code.HEADER_REPEATED, name=header)
            seen.add(folded(header) or f"blank {index}")
            if role is None:
                self.others.append(index)
                continue
            self.roles[role] = (*self.roles.get(role, ()), index)
            if role in _VALUES:
                self.plain.append(ValueColumn(index, header, _VALUES[role], unit=unit))
        if Role.VALUE in self.roles and len(self.plain) > 1:
            raise self._refuse(
                Code.COLUMN_AMBIGUOUS, names="、".join(column.header for column in self.plain)
            )

    def layout(self) -> Layout:
        """The columns of figures chosen, and what is needed there."""
        values = self._values()
        if Role.TARGET not in self.roles and not self.titles.target:
            raise self._refuse(Code.COLUMN_MISSING, role=Role.TARGET)
        if not values:
            raise self._refuse(Code.COLUMN_MISSING, role=Role.VALUE)
        if not (self.period_given or values[0].period):
            raise self._refuse(Code.COLUMN_MISSING, role=Role.PERIOD)
        keys = {role: indices for role, indices in self.roles.items() if role not in _VALUES}
        used = {index for indices in keys.values() for index in indices} | {
            column.at for column in values
        }
        return Layout(
            self.line,
            self.headers,
            self.roles if values == self.plain else keys,
            tuple(values),
            ignored=tuple(
                header for index, header in enumerate(self.headers) if header and index not in used
            ),
            blank=tuple(index for index, header in enumerate(self.headers) if not header),
            titles=self.titles,
        )

    def _values(self) -> list[ValueColumn]:
        """Plain columns where the period is known; else periods side by side, or regions."""
        if self.plain and self.period_given:
            return self.plain
        named = [(index, self.headers[index]) for index in self.others if self.headers[index]]
        if Role.PERIOD not in self.roles:
            periods = [
                ValueColumn(index, name, period=name) for index, name in named if is_period(name)
            ]
            if periods:
                return periods
        if Role.REGION not in self.roles:
            regions = [
                ValueColumn(index, name, region=name)
                for index, name in named
                if self.names.is_region(name)
            ]
            if regions:
                return regions
        return self.plain


def is_footnote(cells: Sequence[str]) -> bool:
    """Does a row that names no target only tell something of the table: 注：…, 数据来源：…, or a lone heading?"""
    first, *rest = cells
    return bool(first.strip()) and (
        not any(map(str.strip, rest)) or _FOOTNOTE.match(plain_forms(first)) is not None
    )
