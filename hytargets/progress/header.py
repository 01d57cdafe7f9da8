"""What the columns of a progress table mean, read from its header."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hytargets.book.lookup import Lookup
from hytargets.book.terms import Reporting
from hytargets.files.grid import Record
from hytargets.problems import Code
from hytargets.progress.cells import unit_in_brackets
from hytargets.progress.layout import Layout, Role, ValueColumn
from hytargets.values.names import folded
from hytargets.values.period import is_period

_HEADERS = {
    Role.TARGET: "target target_id id 指标 指标编号 指标名称 目标任务 任务名称 项目",
    Role.PERIOD: ("period date month 日期 时间 期间 截至 截止 截止日期 月份 年月 报告期 统计时间"),
    Role.UNIT: "unit 单位 计量单位 数量单位 单位名称",
    Role.REGION: (
        "region area 地区 区域 县市区 县(市、区) 县区 区县 区(县) 县名 市县名 市州 省份 行政区划 "
        "单位(县市区)"
    ),
    Role.REPORTED_ON: "reported_on 报送日期 填报日期 上报时间",
    Role.NOTE: "note 备注 说明 情况说明 未完成原因",
    Role.VALUE: (
        "value actual 数值 实际 实际值 实绩 完成 完成数 完成值 完成量 完成情况 实际完成 实际完成数"
    ),
    Role.TO_DATE: "累计 累计数 累计值 累计完成 累计完成数 年累计",
    Role.PER_PERIOD: "本月 当月 本期 本月完成",
}
_ROLES = {folded(header): role for role, headers in _HEADERS.items() for header in headers.split()}
_REPORTING_OF_VALUES = {
    Role.VALUE: None,
    Role.TO_DATE: Reporting.TO_DATE,
    Role.PER_PERIOD: Reporting.PER_PERIOD,
}


class UnusableHeader(ValueError):
    """A header that cannot be used; `code`, its line and the header seen say why."""

    def __init__(self, code: Code, line: int | None, headers: Sequence[str], **facts: str) -> None:
        self.code = code
        self.line = line
        self.facts = facts
        self.seen = " | ".join(headers)
        super().__init__(code)


def known_headers(cells: Iterable[str]) -> int:
    """How many cells of a row name columns: the more, the likelier it is the header."""
    return sum(_role_and_unit(cell)[0] is not None for cell in cells)


def find_header(early_records: Sequence[Record], skip_rows: int | None) -> Record:
    """The early record that names the most columns, or the one after `skip_rows`.

    Raises UnusableHeader: file.empty, header.missing.
    """
    candidates = [record for record in early_records[skip_rows:] if not record.is_blank]
    if not candidates:
        raise UnusableHeader(Code.FILE_EMPTY, None, ())
    first = candidates[0]
    header = first
    if skip_rows is None:
        header = max(candidates, key=lambda record: known_headers(record.cells))
    if not known_headers(header.cells):
        raise UnusableHeader(Code.HEADER_MISSING, first.line, first.cells)
    return header


def read_header(
    header: Record, lookup: Lookup, *, target_given: bool, period_given: bool
) -> Layout:
    """What each column holds.

    `target_given` and `period_given` say that the rows need not name their target, their period.
    Raises UnusableHeader: header.repeated, column.missing, column.ambiguous.
    """
    columns = _sorted_columns(header)
    period_given = period_given or Role.PERIOD in columns.roles
    values = _value_columns(columns, lookup, period_given)
    is_there = {
        Role.TARGET: target_given or Role.TARGET in columns.roles,
        Role.VALUE: bool(values),
        Role.PERIOD: period_given or any(column.period for column in values),
    }
    for role, is_given in is_there.items():
        if not is_given:
            raise UnusableHeader(Code.COLUMN_MISSING, header.line, columns.headers, role=role)
    return _layout(header.line, columns, values)


class _Columns(NamedTuple):
    """The columns of a header, by what their names alone say."""

    headers: tuple[str, ...]
    roles: dict[Role, list[int]]
    values: list[ValueColumn]  # those that are called so: 数值, 累计, 本月
    others: list[ValueColumn]  # with a name that says nothing yet


def _sorted_columns(record: Record) -> _Columns:
    headers = tuple(cell.strip() for cell in record.cells)
    repeated = _repeated(headers)
    if repeated:
        raise UnusableHeader(Code.HEADER_REPEATED, record.line, headers, name=repeated)
    columns = _Columns(headers, roles={}, values=[], others=[])
    for position, header in enumerate(headers):
        role, unit = _role_and_unit(header)
        if role is not None:
            columns.roles.setdefault(role, []).append(position)
        elif header:
            columns.others.append(ValueColumn(position, header))
        if role in _REPORTING_OF_VALUES:
            reporting = _REPORTING_OF_VALUES[role]
            columns.values.append(ValueColumn(position, header, reporting, unit=unit))
    if Role.VALUE in columns.roles and len(columns.values) > 1:
        names = "、".join(column.header for column in columns.values)
        raise UnusableHeader(Code.COLUMN_AMBIGUOUS, record.line, headers, names=names)
    return columns


def _repeated(headers: Iterable[str]) -> str | None:
    """The first header that stands there twice, or means the same as another."""
    names: set[str] = set()
    roles: set[Role] = set()
    for header in headers:
        name = folded(header)
        role, _ = _role_and_unit(header)
        if name in names or role in roles:
            return header
        if name:  # nothing is left of a header of quotes
            names.add(name)
        # Targets may have a column of ids and one of names.
        if role and role is not Role.TARGET:
            roles.add(role)
    return None


def _role_and_unit(header: str) -> tuple[Role | None, str]:
    """The role of a header, and the unit it states: 完成数(万户)."""
    role = _ROLES.get(folded(header))
    if role:
        return role, ""
    name, unit = unit_in_brackets(header)
    role = _ROLES.get(folded(name)) if unit else None
    if role in _REPORTING_OF_VALUES:
        return role, unit
    return None, ""


def _value_columns(columns: _Columns, lookup: Lookup, period_given: bool) -> list[ValueColumn]:
    """Columns called values where the period is known; else periods side by side, or regions."""
    if columns.values and period_given:
        return columns.values
    if Role.PERIOD not in columns.roles:
        periods = [column for column in columns.others if is_period(column.header)]
        if periods:
            return [column._replace(period=column.header) for column in periods]
    if Role.REGION not in columns.roles:
        regions = [column for column in columns.others if lookup.is_region(column.header)]
        if regions:
            return [column._replace(region=column.header) for column in regions]
    return columns.values


def _layout(line: int, columns: _Columns, values: list[ValueColumn]) -> Layout:
    roles = columns.roles
    if values != columns.values:
        # Where periods or regions stand side by side, a column called 累计 is passed over.
        roles = {role: roles[role] for role in roles if role not in _REPORTING_OF_VALUES}
    used = {column.position for column in values}
    for positions in roles.values():
        used.update(positions)
    ignored = []
    blank = []
    for position, header in enumerate(columns.headers):
        if not header:
            blank.append(position)
        elif position not in used:
            ignored.append(header)
    return Layout(
        line=line,
        headers=columns.headers,
        roles=roles,
        values=tuple(values),
        ignored=tuple(ignored),
        blank=tuple(blank),
    )
