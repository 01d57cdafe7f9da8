"""Values as a reader expects them: in the scale the target was printed in, with sign and unit."""

from fractions import Fraction

from hytargets.book.target import Target
from hytargets.book.terms import Comparison, Measure
from hytargets.language import Language, Text
from hytargets.values.number import SCALES, exact, never_ends, rounded, rounded_up
from hytargets.wording.voice import Voice

_SIGNS = {
    Comparison.AT_LEAST: "≥",
    Comparison.MORE_THAN: ">",
    Comparison.AT_MOST: "≤",
    Comparison.LESS_THAN: "<",
    Comparison.EXACTLY: "=",
    Comparison.BETWEEN: "",
    Comparison.ABOUT: "≈",
}
_POINTS = Text("{number}个百分点", "{number:point|points}")

_EVEN = Text("持平", "even")
_BEYOND = Text("超额 {amount}", "{amount} beyond")
_SHORT = Text("欠 {amount}", "{amount} short")
_BELOW = Text("低于 {amount}", "{amount} below")
_ABOVE = Text("高于 {amount}", "{amount} above")
_OFF = Text("相差 {amount}", "off by {amount}")

_NEEDED = {
    Measure.FLOW: Text("后续每月需完成 {amount}", "needs {amount} a month"),
    Measure.MEAN: Text("后续每月需达到 {amount}", "the remaining months must average {amount}"),
    Measure.STOCK: Text("后续每月需变动 {amount}", "must move {amount} a month"),
}


class Amounts:
    """The values of one target as one voice says them."""

    def __init__(self, voice: Voice, target: Target) -> None:
        self._voice = voice
        self._target = target

    def number(self, value: Fraction) -> str:
        """A value without its unit: 5.2万, or 52,000 in English; exact, unless it never ends."""
        speaks_chinese = self._voice.language is Language.ZH
        scale = self._target.scale if speaks_chinese else ""
        factor = Fraction(SCALES[scale])
        scaled = value / factor
        text = self._rounded(scaled, factor) if never_ends(scaled) else exact(scaled)
        return text if text == "0" else self._grouped(text) + scale

    def amount(self, value: Fraction) -> str:
        """A value with its unit."""
        return self.number(value) + self._unit

    def a_month(self, value: Fraction) -> str:
        """What a month brings, rounded and unscaled: it is worked out, and was never printed."""
        return self._as_difference(self._grouped(self._rounded(value)))

    @property
    def goal(self) -> str:
        """What must be reached: ≥ 7.5万户, 4–6%."""
        sign = _SIGNS[self._target.comparison]
        values = "–".join(self.number(bound) for bound in self._target.bounds)
        return f"{sign} {values}{self._unit}".strip()

    def standing(self, actual: Fraction) -> str:
        """Actual against value: 3.2万 / ≥ 7.5万户."""
        percent = self._unit if self._target.unit.is_percent else ""
        return f"{self.number(actual)}{percent} / {self.goal}"

    def margin(self, value: Fraction) -> str:
        """How far the actual is from the target, and on which side.

        Never a bare 超, which is good of a floor and bad of a ceiling.
        """
        if value == 0:
            return self._voice(_EVEN)
        comparison = self._target.comparison
        if comparison.is_floor:
            form = _BEYOND if value > 0 else _SHORT
        elif comparison.is_ceiling:
            form = _BELOW if value > 0 else _ABOVE
        else:
            form = _OFF
        return self._voice(form, amount=self._as_difference(self.number(abs(value))))

    def needed(self, value: Fraction) -> str:
        """What each remaining month must bring; of a mean, what they must average."""
        form = _NEEDED[self._target.measure]
        return self._voice(form, amount=self.needed_amount(value))

    def needed_amount(self, value: Fraction) -> str:
        """The same as a figure with its unit; a mean is a level, whatever else a difference."""
        number = self._grouped(self.needed_number(value))
        if self._target.measure is Measure.MEAN:
            return number + self._unit
        return self._as_difference(number)

    def needed_number(self, value: Fraction) -> str:
        """The same as a bare number: of whole things whole, for with less they would fall short."""
        if self.needs_whole_things:
            return _away_from_zero(value)
        return self._rounded(value)

    @property
    def needs_whole_things(self) -> bool:
        """Can only whole things be brought? An average of whole things need not be whole."""
        return self._target.unit.is_whole and self._target.measure is not Measure.MEAN

    @property
    def _unit(self) -> str:
        """The unit as it follows a number: % and Chinese units close up."""
        unit = self._target.unit
        name = self._voice(unit.name)
        closes_up = unit.is_percent or self._voice.language is Language.ZH
        return name if closes_up else f" {name}"

    def _as_difference(self, number: str) -> str:
        """A distance between two values: that of percentages is in percentage points."""
        if self._target.unit.is_percent:
            return self._voice(_POINTS, number=number)
        return number + self._unit

    def _rounded(self, value: Fraction, factor: Fraction = Fraction(1)) -> str:
        """Never rounded onto a bound of the target, or onto nothing."""
        thresholds = [bound / factor for bound in self._target.bounds]
        return rounded(value, *thresholds, Fraction(0))

    def _grouped(self, number: str) -> str:
        """English groups thousands by commas; Chinese counts in 万 and does not."""
        if self._voice.language is Language.ZH:
            return number
        whole, point, decimals = number.partition(".")
        sign = "-" if whole.startswith("-") else ""
        return f"{sign}{abs(int(whole)):,}{point}{decimals}"


def _away_from_zero(value: Fraction) -> str:
    """The next whole number, whichever way the value must move."""
    whole = rounded_up(abs(value))
    return f"-{whole}" if value < 0 else whole


def percent(share: Fraction) -> str:
    """A share as a percentage without its sign, never rounded onto 100."""
    return rounded(share * 100, Fraction(100))


def signed(value: Fraction) -> str:
    """Percentage points with their sign."""
    text = rounded(value, Fraction(0))
    return f"+{text}" if value > 0 else text
