"""What one cell says, as a target takes it: each reader returns a value, or a fault."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from hytargets.book.lookup import Lookup
from hytargets.book.target import Target
from hytargets.book.terms import Measure
from hytargets.problems import Code, Fact
from hytargets.progress.layout import ValueColumn, Written
from hytargets.values.characters import plain_forms
from hytargets.values.number import (
    MalformedQuantity,
    Quantity,
    exact,
    parse_quantity,
    scale_of,
)

# Python compiles a pattern when it is first needed: most tables do not need it.
_UNIT_IN_BRACKETS = r"(.+?)[(（]([^()（）]+)[)）]"


class Fault(NamedTuple):
    """Something wrong with what is written in a cell, whichever row it stands in."""

    code: Code
    written: Written
    facts: Mapping[str, Fact] = MappingProxyType({})


def unit_in_brackets(text: str) -> tuple[str, str]:
    """A name and its unit: 完成数(万户). Without brackets the whole text, and no unit."""
    stripped = text.strip()
    if not stripped.endswith((")", "）")):
        return text, ""
    match = re.fullmatch(_UNIT_IN_BRACKETS, stripped)
    return (match[1], match[2]) if match else (text, "")


def read_region(written: Written, lookup: Lookup) -> str | Fault | None:
    """The id of a part; None where the whole is meant."""
    if lookup.is_whole(written.text):
        return None
    region = lookup.region(written.text)
    if region is None:
        nearest = lookup.nearest_region(written.text)
        facts = {"name": written.text, "nearest": nearest}
        return Fault(Code.REGION_UNKNOWN, written, facts)
    return region


def _read_scale(units: Sequence[Written], target: Target) -> str | Fault:
    """The scale (万) that units beside a figure give it: each must fit, and say the same."""
    stated: str | None = None
    for unit in units:
        scale = scale_of(unit.text, target.unit.names)
        if scale is None:
            return Fault(Code.UNIT_MISMATCH, unit, {"unit": target.unit.name})
        if scale != (scale if stated is None else stated):
            return Fault(Code.UNITS_DISAGREE, unit)
        stated = scale
    return stated or ""


def read_quantity(figure: Written, units: Sequence[Written], target: Target) -> Quantity | Fault:
    """A figure in the target's unit, where the units beside it fit."""
    scale = _read_scale(units, target)
    if isinstance(scale, Fault):
        return scale
    try:
        return parse_quantity(figure.text, target.unit.names, scale)
    except MalformedQuantity as error:
        return Fault(error.code, figure, {"unit": target.unit.name})


def fault_of_value(
    quantity: Quantity, figure: Written, column: ValueColumn, target: Target
) -> Fault | None:
    """Why a figure cannot be one of the target: the unit's range, or its column's reporting."""
    unit = target.unit
    if target.is_flow and quantity.value < 0:
        return Fault(Code.VALUE_NEGATIVE, figure)
    # A change of a share may leave the range of shares.
    has_range = target.measure is not Measure.GROWTH
    if has_range and not unit.admits(quantity.value):
        low = "" if unit.min is None else exact(unit.min)
        high = "" if unit.max is None else exact(unit.max)
        facts: dict[str, Fact] = {"unit": unit.name, "low": low, "high": high}
        return Fault(Code.VALUE_OUTSIDE_UNIT, figure, facts)
    if column.reporting and target.reporting not in {None, column.reporting}:
        return Fault(Code.VALUE_REPORTING, figure)
    # 3.2 户 is 3.2万户 with its scale forgotten; the average of whole things need not be whole.
    is_whole = quantity.value == quantity.value.to_integral_value()
    if unit.is_whole and not is_whole and target.measure is not Measure.MEAN:
        return Fault(Code.VALUE_FRACTION, figure, {"unit": unit.name})
    return None


def fault_of_share(
    quantity: Quantity, figure: Written, units: Sequence[Written], target: Target
) -> Fault | None:
    """0.0405 may be 4.05 %, and 1 may be 100 %, where nothing near the figure says %."""
    if not target.unit.is_percent or max(target.bounds) <= 1:
        return None
    says_percent = any("%" in plain_forms(written.text) for written in (figure, *units))
    if says_percent or not 0 < abs(quantity.value) <= 1:
        return None
    return Fault(Code.VALUE_SHARE, figure, {"percent": exact(quantity.value * 100)})


def fault_of_format(quantity: Quantity, figure: Written, target: Target) -> Fault | None:
    """In a workbook whose formats are unknown 0.5 may be 50 %."""
    if target.unit.is_percent and 0 < abs(quantity.value) < 1:
        return Fault(Code.FORMAT_PERCENT, figure._replace(text=exact(quantity.value)))
    return None
