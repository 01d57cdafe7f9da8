"""Exact numbers as people print them: 7.5万, ７５％, 1,234; read and shown."""

import re
from collections.abc import Collection
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from typing import NamedTuple, Self

from hytargets.problems import Code
from hytargets.values.characters import plain_forms

SCALES = {
    "": Decimal(1),
    "千": Decimal(10**3),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}
_LONGEST_SCALE_FIRST = sorted(filter(None, SCALES), key=len, reverse=True)
_DIGITS_AT_MOST = 40
# Python's default context rounds at 28 digits: here whatever would round is an exception.
_EXACT = Context(prec=400, traps=[Inexact])

_WHOLE = r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)"
_NUMBER = re.compile(
    rf"(?P<digits>{_WHOLE}(?P<decimals>\.[0-9]+)?)(?![0-9.,]) *(?P<unit>[^0-9 ].*)?"
)

_SIGNS_OF_NOTHING = ("", "-", "--", "—", "——", "/", "N/A")
_WORDS_FOR_NOTHING = (
    "无",
    "暂无",
    "暂缺",
    "缺",
    "未统计",
    "未公布",
    "暂未公布",
    "未上报",
    "未报",
    "待报",
)
_MISSING = frozenset((*_SIGNS_OF_NOTHING, *_WORDS_FOR_NOTHING))
# What yearbooks print for less than half of the smallest unit.
_BELOW_UNIT = frozenset({"…", "……", "...", "......"})


class MalformedQuantity(ValueError):
    """A text that is no number; `code` says why."""

    def __init__(self, code: Code) -> None:
        self.code = code
        super().__init__(code)


class Quantity(NamedTuple):
    """A printed number: its exact value, its last printed unit (both scaled), and its scale."""

    value: Decimal
    resolution: Decimal
    scale: str = ""

    @classmethod
    def of(cls, value: int) -> Self:
        """A whole number, printed in full."""
        return cls(Decimal(value), Decimal(1))


def is_missing(text: str) -> bool:
    """Does a cell say that there is no figure? Never the same as zero."""
    return plain_forms(text) in _MISSING


def scale_of(text: str, names: Collection[str]) -> str | None:
    """The scale in a unit as written: 万 of 万户 where 户 is among the (casefolded) names.

    None where the unit is another.
    """
    unit = plain_forms(text).casefold()
    if unit in names:
        return ""
    for scale in _LONGEST_SCALE_FIRST:
        if not unit.startswith(scale):
            continue
        base = unit[len(scale) :].lstrip()
        if not base or base in names:
            return scale
    return None


def parse_quantity(text: str, unit_names: Collection[str] = (), stated_scale: str = "") -> Quantity:
    """Read `7.5万户`; `stated_scale` is that of a unit given elsewhere, and counts once.

    `unit_names` are the casefolded names of the unit the figure must be in.
    Raises MalformedQuantity: number.*, unit.mismatch, unit.disagrees.
    """
    cell = plain_forms(text)
    match = _NUMBER.fullmatch(cell)
    if match is None:
        below = cell in _BELOW_UNIT
        raise MalformedQuantity(Code.NUMBER_BELOW_UNIT if below else Code.NUMBER_MALFORMED)
    digits = match["digits"].replace(",", "")
    if len(digits) > _DIGITS_AT_MOST:
        raise MalformedQuantity(Code.NUMBER_TOO_LONG)
    scale = stated_scale
    if match["unit"]:
        scale = _own_scale(match["unit"], unit_names)
        # 30500人 under 万人 is either 30500 or 30500万.
        if stated_scale and scale != stated_scale:
            raise MalformedQuantity(Code.UNITS_DISAGREE)
    factor = SCALES[scale]
    places = len(match["decimals"] or ".") - 1
    resolution = Decimal(1).scaleb(-places) * factor
    return Quantity(_EXACT.multiply(Decimal(digits), factor), resolution, scale)


def _own_scale(unit: str, unit_names: Collection[str]) -> str:
    """The scale printed with the figure. Raises MalformedQuantity where the unit is another."""
    scale = scale_of(unit, unit_names)
    if scale is None:
        is_unit = not any(character.isdigit() or character in "._" for character in unit)
        raise MalformedQuantity(Code.UNIT_MISMATCH if is_unit else Code.NUMBER_MALFORMED)
    return scale


def exact(value: Fraction | Decimal) -> str:
    """Plain notation, every digit, no trailing zeros.

    Raises decimal.Inexact for a fraction that never ends.
    """
    if isinstance(value, Fraction):
        value = _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    text = _without_trailing_zeros(f"{value:f}")
    return "0" if text == "-0" else text


def never_ends(value: Fraction) -> bool:
    """Has the value no finite decimal notation, as 1/3 has none?"""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def fixed(value: Fraction, decimals: int) -> str:
    """Half up (away from zero) to so many decimals, zeros kept."""
    units, rest = divmod(abs(value) * 10**decimals, 1)
    if rest * 2 >= 1:
        units += 1
    text = str(units).zfill(decimals + 1)
    if decimals:
        text = f"{text[:-decimals]}.{text[-decimals:]}"
    is_negative = value < 0 and units > 0
    return f"-{text}" if is_negative else text


def rounded(value: Fraction, *thresholds: Fraction, decimals: int = 2) -> str:
    """For display: half up, trailing zeros dropped.

    Has as many more digits as it takes not to reach a threshold: 99.998, not 100.
    """
    while True:
        text = _without_trailing_zeros(fixed(value, decimals))
        shown = Fraction(text)
        if all(_side(shown, limit) == _side(value, limit) for limit in thresholds):
            return text
        decimals += 1


def rounded_up(value: Fraction) -> str:
    """The least whole number that is not below the value: what whole things are needed."""
    return str(-(-value.numerator // value.denominator))


def _side(value: Fraction, limit: Fraction) -> int:
    """-1 below the limit, 0 on it, 1 above it."""
    return (value > limit) - (value < limit)


def _without_trailing_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
