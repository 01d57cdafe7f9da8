"""Exact numbers as people print them: 7.5万, ７５％, 1,234; read and shown."""

import re
from collections.abc import Collection
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from typing import NamedTuple, Self

from hytargets.problems import Code

SCALES = {
    "": Decimal(1),
    "千": Decimal(10**3),
    "万": Decimal(10**4),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
}
_LONGEST_SCALE_FIRST = sorted(SCALES, key=len, reverse=True)
_DIGITS_AT_MOST = 40
_EXACT = Context(prec=400, traps=[Inexact])

# Full-width forms, the ideographic space and the minus sign, one by one: NFKC would turn 10³ into 103 as well.
_PLAIN_FORMS = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xA0: " ",
    0x2212: "-",
}
_NUMBER = re.compile(
    r"([+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(\.[0-9]+)?)(?![0-9.,]) *([^0-9 ].*)?"
)

MISSING = frozenset({"", "-", "--", "—", "——", "/", "无", "暂无", "未统计"})
_BELOW_UNIT = frozenset({"…", "……", "...", "......"})


class MalformedQuantity(ValueError):
    """A text that is no number; `code` says why."""

    def __init__(self, code: Code) -> None:
        self.code = code
        super().__init__(code)


class Quantity(NamedTuple):
    """A printed number: its exact value, its last printed unit (both scaled), and the scale it was printed in."""

    value: Decimal
    resolution: Decimal
    scale: str = ""

    @classmethod
    def of(cls, value: int) -> Self:
        """A whole number, printed in full."""
        return cls(Decimal(value), Decimal(1))


def plain_forms(text: str) -> str:
    """The text with full-width forms made plain, trimmed."""
    return text.strip() if text.isascii() else text.translate(_PLAIN_FORMS).strip()


def is_missing(text: str) -> bool:
    """Does a cell say that there is no figure? Never the same as zero."""
    return plain_forms(text) in MISSING


def scale_of(text: str, names: Collection[str]) -> str | None:
    """The scale in a unit as written: 万 of 万户 where 户 is among the names; None where the unit is another."""
    unit = plain_forms(text).casefold()
    if unit in names:
        return ""
    for scale in _LONGEST_SCALE_FIRST:
        if scale and unit.startswith(scale) and unit[len(scale) :].lstrip() in {"", *names}:
            return scale
    return None


def parse_quantity(text: str, unit_names: Collection[str] = (), stated_scale: str = "") -> Quantity:
    """Read `7.5万户`; `stated_scale` is that of a unit given elsewhere.

    `unit_names` are the casefolded names of the unit the figure must be in.
    Raises MalformedQuantity: number.*, unit.mismatch, unit.scale_twice.
    """
    cell = plain_forms(text)
    match = _NUMBER.fullmatch(cell)
    if match is None:
        raise MalformedQuantity(
            Code.NUMBER_BELOW_UNIT if cell in _BELOW_UNIT else Code.NUMBER_MALFORMED
        )
    digits, decimals, suffix = match[1].replace(",", ""), match[2] or ".", match[3] or ""
    if len(digits) > _DIGITS_AT_MOST:
        raise MalformedQuantity(Code.NUMBER_TOO_LONG)
    scale = scale_of(suffix, unit_names) if suffix else ""
    if scale is None:
        unit_like = not any(character.isdigit() or character in "._" for character in suffix)
        raise MalformedQuantity(Code.UNIT_MISMATCH if unit_like else Code.NUMBER_MALFORMED)
    if scale and stated_scale:
        raise MalformedQuantity(Code.SCALE_TWICE)
    factor = SCALES[scale or stated_scale]
    resolution = Decimal(1).scaleb(1 - len(decimals)) * factor
    return Quantity(_EXACT.multiply(Decimal(digits), factor), resolution, scale or stated_scale)


def exact(value: Fraction | Decimal) -> str:
    """Plain notation, every digit, no trailing zeros. Raises decimal.Inexact for a fraction that never ends."""
    if isinstance(value, Fraction):
        value = _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def fixed(value: Fraction, decimals: int) -> str:
    """Half up (away from zero) to so many decimals, zeros kept."""
    units, rest = divmod(abs(value) * 10**decimals, 1)
    units += rest * 2 >= 1
    digits = str(units).zfill(decimals + 1)
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if value < 0 and units else text


def rounded(value: Fraction, *thresholds: Fraction, decimals: int = 2) -> str:
    """For display: half up, trailing zeros dropped, with as many more digits as it takes not to reach a threshold."""
    while True:
        text = fixed(value, decimals)
        text = text.rstrip("0").rstrip(".") if "." in text else text
        shown = Fraction(text)
        if all(
            (shown > limit) - (shown < limit) == (value > limit) - (value < limit)
            for limit in thresholds
        ):
            return text
        decimals += 1
