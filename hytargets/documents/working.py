"""How a target's figures are worked out: the reduction, and each formula with its numbers."""

import re
from collections.abc import Iterator
from fractions import Fraction

from hytargets.book.target import Target
from hytargets.book.terms import Combine
from hytargets.documents.fields import RegionNames
from hytargets.judging.pace import Measures, Step, months_in_all, months_passed
from hytargets.judging.reduction import Actual, Level
from hytargets.language import Text
from hytargets.values.number import exact, never_ends, rounded
from hytargets.wording import amounts
from hytargets.wording import explain as say
from hytargets.wording.amounts import Amounts
from hytargets.wording.voice import Voice

_LETTERS = re.compile("[A-Za-z]+")


def reduction_line(target: Target, actual: Actual, names: RegionNames, voice: Voice) -> str:
    """Which values make the actual, and how."""
    value = _number(actual.value)
    if len(actual.evidence) > 1:
        steps = _sum(target, actual)
        line = voice(say.ACTUAL, steps=steps, value=value, end=actual.end)
    else:
        line = voice(say.ACTUAL_ONE, value=value, end=actual.end)
    if target.combine is not Combine.EACH:
        return line
    worst = names.of(actual.levels[0].region)
    return voice.clauses([line, voice(say.WORST, region=worst)])


def _sum(target: Target, actual: Actual) -> str:
    """The values added up, over periods and then over regions."""
    levels = [_sum_of_level(level) for level in actual.levels]
    total = " + ".join(levels)
    if target.combine is Combine.MEAN and len(levels) > 1:
        return f"({total}) ÷ {len(levels)}"
    return total


def _sum_of_level(level: Level) -> str:
    """The values of one region; an average is weighted by the months of each."""
    values = [exact(history.counted.value) for history in level.histories]
    if not level.is_average or len(values) == 1:
        return " + ".join(values)
    months = [_number(history.months) for history in level.histories]
    weighted = [f"{value} × {weight}" for value, weight in zip(values, months, strict=True)]
    return f"({' + '.join(weighted)}) ÷ ({' + '.join(months)})"


def formula_lines(
    target: Target, actual: Actual, measures: Measures, voice: Voice
) -> Iterator[str]:
    """A line a measure: the formula, the formula with the numbers put in its letters, the value."""
    steps = measures.steps
    yield _margin(target, steps.margin, voice)
    yield voice(
        say.MONTHS,
        start=target.start,
        due=target.due,
        end=actual.end,
        total=_number(months_in_all(target)),
        passed=_number(months_passed(target, actual.end)),
    )
    if steps.needed:
        yield _needed(target, steps.needed, voice)
    if steps.completion:
        yield _percentage(say.COMPLETION, steps.completion, voice)
    if steps.schedule:
        yield _percentage(say.SCHEDULE, steps.schedule, voice)
    if steps.deviation:
        points = amounts.signed(steps.deviation.value)
        yield _line(say.DEVIATION, steps.deviation, points, voice)


def _margin(target: Target, step: Step, voice: Voice) -> str:
    line = _line(say.MARGIN, step, _number(step.value), voice)
    return voice.bracketed(line, Amounts(voice, target).margin(step.value))


def _needed(target: Target, step: Step, voice: Voice) -> str:
    """With its unit; of whole things also the whole number that it takes."""
    form = say.NEEDED[target.measure]
    said = Amounts(voice, target)
    amount = said.needed_amount(step.value)
    comes_out_whole = step.value.denominator == 1
    if comes_out_whole or not said.needs_whole_things:
        return _line(form, step, amount, voice)
    line = _line(form, step, rounded(step.value), voice)
    return voice.clauses([line, voice(say.IN_WHOLE_ONES, amount=amount)])


def _percentage(form: Text, step: Step, voice: Voice) -> str:
    return _line(form, step, amounts.percent(step.value), voice)


def _line(form: Text, step: Step, value: str, voice: Voice) -> str:
    return voice(form, formula=step.formula, numbers=_with_numbers(step), value=value)


def _with_numbers(step: Step) -> str:
    """The formula with the numbers put in its letters; negative ones in brackets."""

    def number_of(match: re.Match[str]) -> str:
        letter = match[0]
        if letter not in step.letters:  # min
            return letter
        number = _number(step.letters[letter])
        return f"({number})" if number.startswith("-") else number

    return _LETTERS.sub(number_of, step.formula)


def _number(value: Fraction) -> str:
    """As exact as it can be written: what never ends has six decimals."""
    if never_ends(value):
        return rounded(value, decimals=6)
    return exact(value)
