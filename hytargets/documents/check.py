"""A report of targets judged, as a document."""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from hytargets.book.target import TargetBook
from hytargets.book.terms import Basis, Combine, Commitment, Measure
from hytargets.documents.document import (
    Bar,
    Block,
    Cell,
    Document,
    Lights,
    Paragraph,
    Problems,
    Row,
    Shown,
    Table,
)
from hytargets.documents.fields import Field, by_section, cells, table
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Verdict
from hytargets.judging.reduction import Level
from hytargets.judging.report import Report
from hytargets.judging.statuses import FailOn, Flag, Light, Status
from hytargets.language import Language
from hytargets.problems import Severity
from hytargets.progress.observations import Fate
from hytargets.values.number import exact, rounded
from hytargets.values.period import months_between
from hytargets.wording import amounts
from hytargets.wording import report as words

_NAMES_AT_MOST = 3
_TOLD = {Light.YELLOW, Light.RED, Light.MAGENTA}


def check_document(
    report: Report,
    verdict: Verdict,
    language: Language,
    lights: frozenset[Light] = frozenset(),
    by_region: bool = False,
) -> Document:
    """What `check` shows; `lights` are those whose rows are shown (default: all, those without data in one line)."""
    blocks: list[Block] = []
    if report.book and report.assessments:
        blocks += [
            _lights(report, language),
            _table(report, report.book, language, lights, by_region),
        ]
        blocks += _without_data(report, language, lights)
    if report.fates.total():
        blocks.append(Paragraph(_account(report, language)))
    if report.problems:
        blocks.append(Problems(report.problems, language))
    blocks.append(verdict_line(report, verdict, language))
    return Document(_title(report, language), tuple(blocks), language)


def _title(report: Report, language: Language) -> str:
    if report.book is None:
        return ""
    parts = [report.book.title.to(language)]
    if report.as_of:
        parts.append(words.AS_OF.to(language).format(day=report.as_of))
        if report.as_of >= report.book.start:
            whole = months_between(report.book.start, report.book.due)
            share = min(months_between(report.book.start, report.as_of) / whole, Fraction(1))
            parts.append(words.SCHEDULE.to(language).format(share=amounts.percent(share)))
    if report.known_on:
        parts.append(words.KNOWN_ON.to(language).format(day=report.known_on))
    return "   ".join(parts)


def _lights(report: Report, language: Language) -> Lights:
    lights = Counter(one.light for one in report.assessments)
    statuses = Counter(one.status for one in report.assessments)
    grey = [
        f"{words.STATUSES[status].to(language)} {statuses[status]}"
        for status in (Status.NO_DATA, Status.INCOMPLETE, Status.PENDING)
        if statuses[status]
    ]
    return Lights(
        words.COUNT.to(language).format(count=len(report.assessments)),
        tuple(
            (light, words.LIGHTS[light].to(language), lights[light])
            for light in Light
            if lights[light]
        ),
        words.LIST_AND.to(language).join(grey),
    )


def _is_told_elsewhere(one: Assessment, lights: frozenset[Light]) -> bool:
    return one.light not in lights if lights else one.status is Status.NO_DATA


def _without_data(
    report: Report, language: Language, lights: frozenset[Light]
) -> Iterator[Paragraph]:
    names = [
        one.target.name.to(language) for one in report.assessments if one.status is Status.NO_DATA
    ]
    if names and not lights:
        form = words.WITHOUT_DATA if len(names) <= _NAMES_AT_MOST else words.WITHOUT_DATA_MORE
        shown = words.LIST_AND.to(language).join(names[:_NAMES_AT_MOST])
        yield Paragraph(form.to(language).format(names=shown, count=len(names)), Light.GREY)


def _account(report: Report, language: Language) -> str:
    """What became of every value read."""
    parts = [words.READ.to(language).format(count=report.fates.total())]
    parts += [
        f"{words.FATES[fate].to(language)} {report.fates[fate]}"
        for fate in Fate
        if report.fates[fate]
    ]
    encodings = sorted(
        {
            one.encoding.upper()
            for one in report.understood
            if not one.encoding.startswith(("utf-8", "excel"))
        }
    )
    if encodings:
        parts.append(
            words.ENCODINGS.to(language).format(names=words.LIST_AND.to(language).join(encodings))
        )
    return words.COMMA.to(language).join(parts)


def verdict_line(report: Report, verdict: Verdict, language: Language) -> Paragraph:
    """What the gate says, what remains unknown, and the exit code."""
    errors = sum(problem.severity is Severity.ERROR for problem in report.problems)
    if report.book is None or not report.assessments:
        parts = [words.NOT_JUDGED.to(language)]
    elif errors:
        invalid = [one for one in report.assessments if one.status is Status.INVALID]
        form = words.UNUSABLE_TARGETS if invalid else words.UNUSABLE
        parts = [form.to(language).format(count=errors, names=_names(invalid, language))]
    elif verdict.failing:
        names = _names(verdict.failing, language, with_status=True)
        parts = [words.FAILED.to(language).format(count=len(verdict.failing), names=names)]
    else:
        never = verdict.policy.fail_on is FailOn.NEVER
        parts = [(words.PASSED_NEVER if never else words.PASSED).to(language)]
    statuses = Counter(one.status.value for one in report.assessments)
    counts = {
        Status.NO_DATA: statuses[Status.NO_DATA],
        Status.INCOMPLETE: statuses[Status.INCOMPLETE],
        Flag.STALE: report.stale_count,
    }
    open_ends = [
        words.OPEN_ENDS[key].to(language).format(count=count)
        for key, count in counts.items()
        if count
    ]
    if open_ends:
        parts.append(words.COMMA.to(language).join(open_ends))
    parts.append(words.EXIT.to(language).format(code=int(verdict.exit_code)))
    return Paragraph(
        words.FULL_STOP.to(language).join(parts), Light.GREEN if verdict.passed else Light.RED
    )


def _names(
    assessments: tuple[Assessment, ...] | list[Assessment],
    language: Language,
    *,
    with_status: bool = False,
) -> str:
    remark = words.REMARK.to(language)
    return words.LIST_AND.to(language).join(
        one.target.name.to(language)
        + (remark.format(remark=words.status_words(one).to(language)) if with_status else "")
        for one in assessments
    )


def _table(
    report: Report, book: TargetBook, language: Language, lights: frozenset[Light], by_region: bool
) -> Table:
    rows = []
    for one in report.assessments:
        told_elsewhere = _is_told_elsewhere(one, lights)
        remarks = tuple(_remarks(one, report, language))
        rows.append(
            (
                one.target.section,
                Row(cells(_FIELDS, one, language), one.light, remarks, told_elsewhere),
            )
        )
        if by_region and one.actual:
            names = {region.id: region.name.to(language) for region in book.regions}
            rows += [
                (
                    one.target.section,
                    Row(_part(one, part, names, language), None, (), told_elsewhere),
                )
                for part in one.actual.parts
            ]
    return table(_FIELDS, by_section(book, rows, language), language)


def _part(
    one: Assessment, part: Level, names: dict[str, str], language: Language
) -> tuple[Cell, ...]:
    """One region's value; where each region must satisfy the target, its margin too."""
    target, name = one.target, names.get(part.region or "", part.region or "")
    value = rounded(part.value, *target.bounds) if part.is_average else exact(part.value)
    known = {
        "id": Cell(target.id),
        "name": Cell(f"· {name}"),
        "region": Cell(name),
        "standing": Cell(amounts.number(part.value, target, language)),
        "actual": Cell(value, value),
        "period_end": Cell(part.end.isoformat()),
    }
    if target.combine is Combine.EACH:
        known["margin"] = Cell(amounts.margin(target.margin(part.value), target, language))
    return tuple(known.get(field.key, Cell()) for field in _FIELDS)


def _remarks(one: Assessment, report: Report, language: Language) -> Iterator[str]:
    """What a reader must know beside the figures; of a target in trouble, what to do and why."""
    target, actual, figures = one.target, one.actual, one.measures
    if actual is None or figures is None:
        return
    if actual.regions_reported and actual.is_partial:
        have = {
            level.region
            for level in actual.parts
            if level.end == max(part.end for part in actual.parts)
        }
        names = {
            region.id: region.name.to(language)
            for region in (report.book.regions if report.book else ())
        }
        lacking = words.LIST_AND.to(language).join(
            names[region] for region in target.regions if region not in have
        )
        form = words.REPORTED_LACKING if lacking else words.REPORTED
        yield form.to(language).format(
            reported=actual.regions_reported[0], of=actual.regions_reported[1], names=lacking
        )
    if one.light in _TOLD and figures.needed is not None:
        yield _needed(one, figures.needed, language)
    if actual.end != report.as_of:
        yield words.DATA_TO.to(language).format(day=actual.end)
    for flag in one.flags:
        if flag in _FLAGS_TOLD:
            yield words.FLAGS[flag].to(language)
    if actual.waiting:
        yield words.WAITING.to(language).format(count=len(actual.waiting))
    if target.commitment is Commitment.ASPIRATIONAL and one.light in _TOLD:
        yield words.ASPIRATIONAL.to(language)
    if target.basis is Basis.IMPLIED and one.light in _TOLD:
        yield words.IMPLIED.to(language)
    if one.light in _TOLD and one.note:
        yield words.NOTE.to(language).format(note=one.note)


_FLAGS_TOLD = {Flag.REVISED, Flag.GAPS, Flag.FALLING, Flag.SUM_MISMATCH, Flag.STALE}


def _needed(one: Assessment, needed: Fraction, language: Language) -> str:
    if one.target.measure is Measure.MEAN:
        shown = amounts.amount(needed, one.target, language, rough=True)
        return words.NEEDED_LEVEL.to(language).format(amount=shown)
    shown = amounts.difference(needed, one.target, language, rough=True)
    return (
        (words.NEEDED if one.target.is_flow else words.NEEDED_CHANGE)
        .to(language)
        .format(amount=shown)
    )


def _figure(
    value: Fraction | None, text: Callable[[Fraction], str], number: Callable[[Fraction], str]
) -> Cell:
    return Cell() if value is None else Cell(text(value), number(value))


def _bare(value: Fraction | None, one: Assessment) -> Cell:
    """A value as a bare number: exact, or of an average rounded."""
    if value is None:
        return Cell()
    is_average = one.actual is not None and one.actual.is_average
    text = rounded(value, *one.target.bounds, decimals=10) if is_average else exact(value)
    return Cell(text, text)


def _status(one: Assessment, language: Language) -> Cell:
    return Cell(words.status_words(one).to(language), light=one.light)


def _standing(one: Assessment, language: Language) -> Cell:
    if one.actual is None:
        return Cell(amounts.goal(one.target, language))
    return Cell(amounts.standing(one.actual.value, one.target, language))


def _actual(one: Assessment, language: Language) -> Cell:
    return _bare(one.actual.value if one.actual else None, one)


def _value(one: Assessment, language: Language) -> Cell:
    text = "–".join(exact(bound) for bound in one.target.bounds)
    return Cell(text, text if len(one.target.bounds) == 1 else None)


def _completion(one: Assessment, language: Language) -> Cell:
    share = one.measures.completion if one.measures else None
    return _figure(share, lambda value: f"{amounts.percent(value)}%", amounts.percent)


def _bar(one: Assessment, language: Language) -> Cell:
    if one.measures is None or one.measures.completion is None:
        return Cell()
    return Cell(bar=Bar(one.measures.completion, one.measures.schedule))


def _schedule(one: Assessment, language: Language) -> Cell:
    return _figure(
        one.measures.schedule if one.measures else None, amounts.percent, amounts.percent
    )


def _deviation(one: Assessment, language: Language) -> Cell:
    value = one.measures.deviation if one.measures else None
    return _figure(value, amounts.signed, lambda points: rounded(points, Fraction(0)))


def _margin(one: Assessment, language: Language) -> Cell:
    if one.measures is None:
        return Cell()
    bare = _bare(one.measures.margin, one)
    return Cell(amounts.margin(one.measures.margin, one.target, language), bare.number)


def _needed_bare(one: Assessment, language: Language) -> Cell:
    return _figure(one.measures.needed if one.measures else None, rounded, rounded)


def _period_end(one: Assessment, language: Language) -> Cell:
    return Cell(one.actual.end.isoformat() if one.actual else "")


def _flags(one: Assessment, language: Language) -> Cell:
    return Cell(
        words.LIST_AND.to(language).join(words.FLAGS[flag].to(language) for flag in one.flags)
    )


def _owner(one: Assessment, language: Language) -> Cell:
    return Cell(one.target.owner.to(language) if one.target.owner else "")


_FIELDS: tuple[Field[Assessment], ...] = (
    Field("id", lambda one, _: Cell(one.target.id), Shown.DATA),
    Field("section", lambda one, _: Cell(one.target.section or ""), Shown.DATA),
    Field("status", _status),
    Field("light", lambda one, language: Cell(words.LIGHTS[one.light].to(language)), Shown.DATA),
    Field("name", lambda one, language: Cell(one.target.name.to(language)), wraps=True),
    Field("region", lambda one, _: Cell(), Shown.DATA),
    Field("standing", _standing, Shown.PEOPLE, is_figure=True),
    Field("actual", _actual, Shown.DATA, is_figure=True),
    Field("comparison", lambda one, _: Cell(one.target.comparison), Shown.DATA),
    Field("value", _value, Shown.DATA, is_figure=True),
    Field("unit", lambda one, language: Cell(one.target.unit.name.to(language)), Shown.DATA),
    Field("completion", _completion, Shown.PEOPLE, is_figure=True),
    Field("completion", _completion, Shown.DATA, is_figure=True, form=words.PERCENT_OF),
    Field("bar", _bar, Shown.PEOPLE, drop=3),
    Field("schedule", _schedule, Shown.DATA, is_figure=True, form=words.PERCENT_OF),
    Field("deviation", _deviation, Shown.PEOPLE, is_figure=True, drop=1),
    Field("deviation", _deviation, Shown.DATA, is_figure=True, form=words.POINTS_OF),
    Field("margin", _margin, is_figure=True, drop=2),
    Field("needed", _needed_bare, Shown.DATA, is_figure=True),
    Field("period_end", _period_end, Shown.DATA),
    Field("due", lambda one, _: Cell(one.target.due.isoformat()), Shown.DATA),
    Field("flags", _flags, Shown.DATA),
    Field("owner", _owner, drop=4, vital=True),
    Field("note", lambda one, _: Cell(one.note or ""), Shown.DATA),
)
