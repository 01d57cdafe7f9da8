"""Values as a reader expects them: in the scale the target was printed in, with sign and unit."""

from fractions import Fraction

from hytargets.book.target import Target
from hytargets.language import Language
from hytargets.values.number import SCALES, exact, rounded
from hytargets.wording import report as words


def number(value: Fraction, target: Target, language: Language, *, rough: bool = False) -> str:
    """A value without its unit: 5.2万, or 52,000 in English; exact, unless `rough` (then unscaled) or never ending."""
    scale = target.scale if language is Language.ZH and not rough else ""
    scaled = value / Fraction(SCALES[scale])
    if rough or _never_ends(scaled):
        text = rounded(
            scaled, *(bound / Fraction(SCALES[scale]) for bound in target.bounds), Fraction(0)
        )
    else:
        text = exact(scaled)
    if language is Language.EN:
        whole, point, decimals = text.partition(".")
        text = f"{int(whole):,}{point}{decimals}" if whole != "-0" else text
    return text if text == "0" else text + scale


def _never_ends(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def amount(value: Fraction, target: Target, language: Language, *, rough: bool = False) -> str:
    """A value with its unit."""
    return number(value, target, language, rough=rough) + unit(target, language)


def unit(target: Target, language: Language) -> str:
    """The unit as it follows a number: % and Chinese units close up."""
    name = target.unit.name.to(language)
    return name if target.unit.is_percent or language is Language.ZH else f" {name}"


def difference(value: Fraction, target: Target, language: Language, *, rough: bool = False) -> str:
    """A distance between two values: that of percentages is in percentage points."""
    if target.unit.is_percent:
        return number(value, target, language, rough=rough) + words.POINTS.to(language)
    return amount(value, target, language, rough=rough)


def goal(target: Target, language: Language) -> str:
    """What must be reached: ≥ 7.5万户, 4–6%."""
    sign = words.SIGNS[target.comparison]
    values = "–".join(number(bound, target, language) for bound in target.bounds)
    return f"{sign} {values}{unit(target, language)}".strip()


def standing(actual: Fraction, target: Target, language: Language) -> str:
    """Actual against value: 3.2万 / ≥ 7.5万户."""
    percent = unit(target, language) if target.unit.is_percent else ""
    return f"{number(actual, target, language)}{percent} / {goal(target, language)}"


def margin(value: Fraction, target: Target, language: Language) -> str:
    """超 and 欠 as offices say them: beyond a floor or a limit is 超, whatever the sign of the margin."""
    comparison = target.comparison
    if value == 0:
        return words.EVEN.to(language)
    if comparison.is_floor:
        form = words.OVER if value > 0 else words.SHORT_BY
    elif comparison.is_ceiling:
        form = words.UNDER if value > 0 else words.OVER
    else:
        form = words.INSIDE_BY if value > 0 else words.OFF_BY
    return form.to(language).format(amount=difference(abs(value), target, language))


def percent(share: Fraction, *thresholds: Fraction) -> str:
    """A share as a percentage without its sign, never rounded onto 100 or another threshold."""
    return rounded(share * 100, Fraction(100), *thresholds)


def signed(value: Fraction, *thresholds: Fraction) -> str:
    """Percentage points with their sign."""
    text = rounded(value, Fraction(0), *thresholds)
    return f"+{text}" if value > 0 else text
