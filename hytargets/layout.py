"""What the columns of a progress table mean, read from its header."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from hytargets.names import folded
from hytargets.period import MalformedPeriod, parse_period
from hytargets.problems import Code
from hytargets.terms import Reporting


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
_WITH_UNIT = re.compile(r"(.+?)[(（]([^()（）]+)[)）]")
_HEADER_WITHIN = 20


class ValueColumn(NamedTuple):
    """A column of figures: which reporting it serves, and what its header says of them."""

    at: int
    header: str
    reporting: Reporting | None = None
    period: str | None = None
    region: str | None = None
    unit: str = ""


class Layout(NamedTuple):
    """The header of a table, understood."""

    line: int
    headers: tuple[str, ...]
    roles: dict[Role, tuple[int, ...]]
    values: tuple[ValueColumn, ...]
    ignored: tuple[str, ...] = ()
    blank: tuple[int, ...] = ()

    @property
    def needed_width(self) -> int:
        """How many cells a row must have: blank headers at the end need none."""
        return max(index for index, header in enumerate(self.headers, start=1) if header)

    def columns(self) -> dict[str, str]:
        """What was understood: each role, and the header or the span of headers that has it."""
        named = {role.value: "、".join(self.headers[i] for i in indices) for role, indices in self.roles.items()}
        for kind in ("period", "region"):
            wide = [column.header for column in self.values if getattr(column, kind)]
            if wide:
                named[kind] = f"{wide[0]} … {wide[-1]}"
        return named


def known_headers(cells: Sequence[str]) -> int:
    """How many cells of a row are names of columns: the more, the likelier it is the header."""
    return sum(_role(cell)[0] is not None for cell in cells)


def _role(header: str) -> tuple[Role | None, str]:
    """The role of a header, and the unit it states: 完成数(万户)."""
    if role := _ROLES.get(folded(header)):
        return role, ""
    if (match := _WITH_UNIT.fullmatch(header.strip())) and (role := _ROLES.get(folded(match[1]))) in _VALUES:
        return role, match[2]
    return None, ""


class HeaderProblem(ValueError):
    """A header that cannot be used; `code`, its line and the header seen say why."""

    def __init__(self, code: Code, line: int | None, seen: Sequence[str], **facts: str) -> None:
        self.code, self.line, self.facts = code, line, facts
        self.seen = " | ".join(seen)
        super().__init__(code)


def read_header(
    early_rows: Sequence[tuple[int, list[str]]], is_region: Callable[[str], bool], *, period_given: bool
) -> Layout:
    """The layout of a table from its first rows; `period_given` says that its rows need no period of their own.

    Raises HeaderProblem: file.empty, header.missing, header.repeated, column.missing.
    """
    rows = [(line, cells) for line, cells in early_rows if any(cell.strip() for cell in cells)]
    if not rows:
        raise HeaderProblem(Code.FILE_EMPTY, None, ())
    line, cells = max(rows, key=lambda row: known_headers(row[1]))
    if not known_headers(cells):
        raise HeaderProblem(Code.HEADER_MISSING, *rows[0])
    headers = tuple(cell.strip() for cell in cells)

    def refuse(code: Code, **facts: str) -> HeaderProblem:
        return HeaderProblem(code, line, headers, **facts)

    roles: dict[Role, tuple[int, ...]] = {}
    plain: list[ValueColumn] = []
    others: list[int] = []
    seen: set[str] = set()
    for index, header in enumerate(headers):
        role, unit = _role(header)
        if folded(header) in seen or (role in roles and role is not Role.TARGET):
            raise refuse(Code.HEADER_REPEATED, name=header)
        seen.add(folded(header) or f"blank {index}")
        if role is None:
            others.append(index)
            continue
        roles[role] = (*roles.get(role, ()), index)
        if role in _VALUES:
            plain.append(ValueColumn(index, header, _VALUES[role], unit=unit))
    if Role.VALUE in roles and len(plain) > 1:
        raise refuse(Code.COLUMN_AMBIGUOUS, names="、".join(column.header for column in plain))
    period_given |= Role.PERIOD in roles
    wide = _wide_columns(headers, others, is_region, period_given=period_given)
    values = plain if plain and period_given else wide or plain
    if Role.TARGET not in roles:
        raise refuse(Code.COLUMN_MISSING, role=Role.TARGET)
    if not values:
        raise refuse(Code.COLUMN_MISSING, role=Role.VALUE)
    if not (period_given or values[0].period):
        raise refuse(Code.COLUMN_MISSING, role=Role.PERIOD)
    keys = {index for role, indices in roles.items() if role not in _VALUES for index in indices}
    used = keys | {column.at for column in values}
    return Layout(
        line,
        headers,
        roles if values is plain else {role: indices for role, indices in roles.items() if role not in _VALUES},
        tuple(values),
        ignored=tuple(header for index, header in enumerate(headers) if header and index not in used),
        blank=tuple(index for index, header in enumerate(headers) if not header),
    )


def _wide_columns(
    headers: Sequence[str], others: Sequence[int], is_region: Callable[[str], bool], *, period_given: bool
) -> list[ValueColumn]:
    """The columns of a crosstab: periods side by side, or regions."""
    if not period_given:
        return [
            ValueColumn(index, headers[index], period=headers[index]) for index in others if _is_period(headers[index])
        ]
    return [ValueColumn(index, headers[index], region=headers[index]) for index in others if is_region(headers[index])]


def _is_period(header: str) -> bool:
    try:
        parse_period(header, 2000)
    except MalformedPeriod:
        return False
    return True
