"""One target explained, as a document: the clause, every observation, each formula with its numbers, the rule."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Basis, Commitment, Measure, Pacing
from hytargets.documents.document import Block, Cell, Document, Group, Paragraph, Row
from hytargets.documents.fields import Field, cells, table
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Verdict
from hytargets.judging.pace import Measures, months_in_all, months_passed
from hytargets.judging.reduction import Actual
from hytargets.judging.rules import RULES
from hytargets.judging.settling import Settled
from hytargets.language import Language
from hytargets.problems import Place
from hytargets.progress.observations import Observation
from hytargets.values.number import exact, rounded
from hytargets.wording import amounts
from hytargets.wording import explain as say
from hytargets.wording import report as words


class Explained(NamedTuple):
    """What the verdict on one target rests on."""

    assessment: Assessment
    settled: Settled
    verdict: Verdict


def explain_document(
    book: TargetBook, target: Target, explained: Explained | None, language: Language
) -> Document:
    """What `explain` shows; without progress, the target alone."""
    blocks: list[Block] = [Paragraph(line) for line in _of_target(book, target, language)]
    if explained:
        blocks += _of_observations(book, target, explained, language)
        blocks += [Paragraph(line) for line in _of_verdict(book, explained, language)]
    return Document(f"{target.name.to(language)}  {target.id}", tuple(blocks), language)


def _of_target(book: TargetBook, target: Target, language: Language) -> Iterator[str]:
    def to(*texts: str) -> str:
        return words.COMMA.to(language).join(filter(None, texts))

    source = target.source
    yield to(
        say.SOURCE.to(language).format(quote=source.quote)
        if source.quote
        else say.NO_SOURCE.to(language),
        say.PRINTED.to(language).format(printed=source.printed) if source.printed else "",
        (say.IMPLIED if target.basis is Basis.IMPLIED else say.STATED).to(language),
        (say.ASPIRATIONAL if target.commitment is Commitment.ASPIRATIONAL else say.FIRM).to(
            language
        ),
        say.READING.to(language).format(reading=source.reading.to(language))
        if source.reading
        else "",
    )
    yield to(
        say.TARGET.to(language).format(
            goal=amounts.goal(target, language),
            measure=words.MEASURES[target.measure].to(language),
            start=target.start,
            due=target.due,
        ),
        say.REPORTING[target.reporting].to(language) if target.reporting else "",
        say.COMBINE[target.combine].to(language),
        say.HOLDS[target.holds].to(language)
        if target.measure is Measure.STOCK and target.comparison.is_ceiling
        else "",
        say.BASELINE.to(language).format(value=exact(target.baseline))
        if target.baseline is not None
        else "",
        say.TOLERANCE.to(language).format(value=exact(target.tolerance))
        if target.tolerance
        else "",
        say.NO_SCHEDULE.to(language) if target.pacing is Pacing.NONE else "",
    )
    if target.milestones:
        stones = [
            say.MILESTONE.to(language).format(
                by=stone.by, value=amounts.amount(stone.value, target, language)
            )
            for stone in target.milestones
        ]
        yield say.MILESTONES.to(language).format(stones=words.LIST_AND.to(language).join(stones))
    if target.regions and target.combine != "whole":
        names = [region.name.to(language) for region in book.regions if region.id in target.regions]
        yield say.REGIONS.to(language).format(names=words.LIST_AND.to(language).join(names))


class _Report(NamedTuple):
    """One report of a figure, and what became of it."""

    one: Observation
    region: str
    fate: str


def _of_observations(
    book: TargetBook, target: Target, explained: Explained, language: Language
) -> Iterator[Block]:
    names = {region.id: region.name.to(language) for region in book.regions}
    actual = explained.assessment.actual
    reports: list[_Report] = []
    for figure in explained.settled.of(target):
        counted = figure.counted
        by = say.SUPERSEDED_BY.to(language).format(where=_where(counted.place))
        region = names.get(counted.region or "", counted.region or "")
        reports += [_Report(one, region, by) for one in figure.reports[:-1]]
        reports.append(_Report(counted, region, _fate(counted, actual, language)))
    rejected = [row.place for row in explained.settled.rejections if row.target == target.id]
    if reports:
        reports.sort(
            key=lambda report: (report.one.end, report.one.region or "", report.one.place.line or 0)
        )
        rows = tuple(Row(cells(_FIELDS, (target, report), language)) for report in reports)
        yield table(_FIELDS, [Group(say.OBSERVATIONS.to(language), rows)], language)
    if rejected:
        places = words.LIST_AND.to(language).join(map(_where, rejected))
        yield Paragraph(say.INVALID.to(language).format(places=places))


def _fate(one: Observation, actual: Actual | None, language: Language) -> str:
    if actual and one in actual.evidence:
        return say.COUNTED.to(language)
    if actual and one in actual.waiting:
        return say.WAITING.to(language)
    if actual and one.end <= actual.end:
        return say.NOT_CHOSEN.to(language)
    return say.OUTSIDE.to(language)


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _of_verdict(book: TargetBook, explained: Explained, language: Language) -> Iterator[str]:
    one = explained.assessment
    if one.actual is None or one.measures is None or one.rule is None:
        yield say.NO_FIGURE.to(language)
        status = words.STATUSES[one.status].to(language)
    else:
        yield from _actual(one.target, one.actual, book, language)
        yield from _formulas(one.target, one.actual, one.measures, language)
        lag = {"red_lag": exact(book.red_lag)}
        for rule in RULES[: RULES.index(one.rule)]:
            yield "  × " + say.PASSED_OVER.to(language).format(
                rule=say.RULES[rule.reason].to(language).format_map(lag)
            )
        reason = say.RULES[one.rule.reason].to(language).format_map(lag)
        status = say.DECIDED.to(language).format(
            status=words.status_words(one).to(language), rule=reason
        )
    yield "→ " + status
    if one.flags:
        flags = words.LIST_AND.to(language).join(
            words.FLAGS[flag].to(language) for flag in one.flags
        )
        yield say.FLAGS.to(language).format(flags=flags)
    fails = any(failing.target.id == one.target.id for failing in explained.verdict.failing)
    form = say.GATE_FAILS if fails else say.GATE_PASSES
    yield form.to(language).format(fail_on=explained.verdict.policy.fail_on)


def _actual(target: Target, actual: Actual, book: TargetBook, language: Language) -> Iterator[str]:
    """The reduction: which values make the actual, and how."""
    value, names = (
        _show(actual.value),
        {region.id: region.name.to(language) for region in book.regions},
    )
    steps = _steps(target, actual)
    form = say.ACTUAL if len(actual.evidence) > 1 else say.ACTUAL_ONE
    text = form.to(language).format(steps=steps, value=value, end=actual.end)
    if target.combine == "each":
        worst = names.get(actual.levels[0].region or "", actual.levels[0].region or "")
        text += words.COMMA.to(language) + say.WORST.to(language).format(region=worst)
    yield text


def _steps(target: Target, actual: Actual) -> str:
    levels = []
    for level in actual.levels:
        values = [exact(figure.counted.value) for figure in level.reported]
        if len(values) > 1 and level.is_average:
            months = [_show(figure.months) for figure in level.reported]
            weighted = " + ".join(
                f"{value} × {share}" for value, share in zip(values, months, strict=True)
            )
            levels.append(f"({weighted}) ÷ ({' + '.join(months)})")
        else:
            levels.append(" + ".join(values))
    joined = " + ".join(levels)
    return f"({joined}) ÷ {len(levels)}" if target.combine == "mean" and len(levels) > 1 else joined


def _show(value: Fraction) -> str:
    return rounded(value, decimals=4)


def _formulas(
    target: Target, actual: Actual, figures: Measures, language: Language
) -> Iterator[str]:
    """Each formula of the design with its numbers put in."""
    a, t, b = _show(actual.value), exact(target.value), exact(target.baseline or Fraction(0))
    total, passed = months_in_all(target), months_passed(target, actual.end)
    n, m = _show(total), _show(passed)
    low, high = exact(target.bounds[0]), exact(target.bounds[-1])
    formula = say.MARGIN_FORMULAS[target.comparison].format(
        low=low, high=high, tolerance=exact(target.tolerance)
    )
    numbers = formula.replace("A", _signed(a)).replace("T", _signed(t))
    yield say.MARGIN.to(language).format(
        formula=formula, numbers=numbers, value=_show(figures.margin)
    )
    yield say.MONTHS.to(language).format(
        start=target.start, due=target.due, end=actual.end, total=n, passed=m
    )
    yield from _needed(target, figures, a, n, m, language)
    if figures.completion is None:
        return
    from_base = target.baseline is not None
    yield say.COMPLETION.to(language).format(
        formula="(A − B) ÷ (T − B)" if from_base else "A ÷ T",
        numbers=f"({a} − {b}) ÷ ({t} − {b})" if from_base else f"{a} ÷ {t}",
        value=amounts.percent(figures.completion),
    )
    if figures.schedule is None or figures.deviation is None:
        return
    if target.milestones:
        level = max(
            (stone.value for stone in target.milestones if stone.by <= actual.end),
            default=Fraction(b),
        )
        schedule_formula, schedule_numbers = (
            "(M − B) ÷ (T − B)",
            f"({exact(level)} − {b}) ÷ ({t} − {b})",
        )
    else:
        schedule_formula, schedule_numbers = "m ÷ N", f"{m} ÷ {n}"
    share = amounts.percent(figures.schedule)
    yield say.SCHEDULE.to(language).format(
        formula=schedule_formula, numbers=schedule_numbers, value=share
    )
    backwards = target.is_flow and target.comparison.is_ceiling
    yield say.DEVIATION.to(language).format(
        formula="(s − c) × 100" if backwards else "(c − s) × 100",
        value=amounts.signed(figures.deviation),
    )


def _needed(
    target: Target, figures: Measures, a: str, n: str, m: str, language: Language
) -> Iterator[str]:
    t = exact(target.value)
    if figures.needed is not None:
        is_mean = target.measure is Measure.MEAN
        yield say.NEEDED.to(language).format(
            formula="(N·T − m·A) ÷ (N − m)" if is_mean else "(T − A) ÷ (N − m)",
            numbers=f"({n}·{t} − {m}·{a}) ÷ ({n} − {m})"
            if is_mean
            else f"({t} − {a}) ÷ ({n} − {m})",
            value=rounded(figures.needed),
        )


def _signed(number: str) -> str:
    return f"({number})" if number.startswith("-") else number


_Told = tuple[Target, _Report]

_FIELDS: tuple[Field[_Told], ...] = (
    Field("period_end", lambda told, _: Cell(told[1].one.end.isoformat())),
    Field("region", lambda told, _: Cell(told[1].region)),
    Field(
        "observed",
        lambda told, _: Cell(exact(told[1].one.value), exact(told[1].one.value)),
        is_figure=True,
    ),
    Field(
        "reported_on",
        lambda told, _: Cell(
            told[1].one.reported_on.isoformat() if told[1].one.reported_on else ""
        ),
    ),
    Field("where", lambda told, _: Cell(_where(told[1].one.place))),
    Field("fate", lambda told, _: Cell(told[1].fate)),
    Field("note", lambda told, _: Cell(told[1].one.note), wraps=True, drop=1),
)
