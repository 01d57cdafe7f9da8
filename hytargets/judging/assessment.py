"""One target judged: its status, light and flags; and the report of all of them."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.selection import Selection
from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Combine, Holds, Measure
from hytargets.judging.pace import Figures, figures
from hytargets.judging.reduction import Actual, Settled, last_period_end, reduce, settle
from hytargets.problems import Code, Fact, Place, Problem, Severity
from hytargets.progress.observations import Fate, Progress, Rejection, Understood, first_place
from hytargets.values.period import month_end, month_start, position


class Light(StrEnum):
    """The colour of a status."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"
    MAGENTA = "magenta"


class Status(StrEnum):
    """The verdict on a target."""

    INVALID = "invalid"
    NO_DATA = "no_data"
    MISSED = "missed"
    MET = "met"
    INCOMPLETE = "incomplete"
    AHEAD = "ahead"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    HOLDING = "holding"
    PENDING = "pending"
    BREACH = "breach"
    SHORT = "short"

    @property
    def light(self) -> Light:
        """Its colour."""
        return _LIGHTS[self]

    @property
    def is_decided(self) -> bool:
        """Can no later figure change it, or is there none to go by?"""
        return self in {Status.INVALID, Status.NO_DATA, Status.MISSED, Status.MET}


_LIGHTS = {
    Status.INVALID: Light.MAGENTA,
    Status.NO_DATA: Light.GREY,
    Status.MISSED: Light.RED,
    Status.MET: Light.GREEN,
    Status.INCOMPLETE: Light.GREY,
    Status.AHEAD: Light.GREEN,
    Status.ON_SCHEDULE: Light.GREEN,
    Status.BEHIND: Light.YELLOW,
    Status.FAR_BEHIND: Light.RED,
    Status.HOLDING: Light.GREEN,
    Status.PENDING: Light.GREY,
    Status.BREACH: Light.RED,
    Status.SHORT: Light.YELLOW,
}


class Flag(StrEnum):
    """What a reader must know beside the status."""

    EARLY = "early"
    WITHIN_TOLERANCE = "within_tolerance"
    REVISED = "revised"
    GAPS = "gaps"
    PARTIAL = "partial"
    FALLING = "falling"
    SUM_MISMATCH = "sum_mismatch"
    STALE = "stale"


class Case(NamedTuple):
    """What the rules of status look at."""

    target: Target
    actual: Actual
    figures: Figures
    as_of: date
    red_lag: Fraction

    @property
    def is_met(self) -> bool:
        """By margin."""
        return self.target.is_met(self.figures.margin)

    @property
    def holds(self) -> bool:
        """Met, or short of it within the tolerance."""
        return self.is_met or self.target.is_tolerated(self.figures.margin)

    @property
    def is_complete(self) -> bool:
        """Neither gaps nor missing regions."""
        return self.actual.is_complete

    @property
    def is_bound(self) -> bool:
        """Flows only grow: complete, or a lower bound of the whole."""
        bounding = self.target.combine not in {Combine.MEAN, Combine.EACH}
        return self.is_complete or (self.target.is_flow and bounding)

    @property
    def is_at_due(self) -> bool:
        """Does the actual reach to the due date?"""
        return self.actual.end >= self.target.due

    @property
    def region_fails(self) -> bool:
        """Of `each`: is the worst region neither met nor within its tolerance?"""
        return self.target.combine is Combine.EACH and not self.holds

    @property
    def is_out_of_reach(self) -> bool:
        """A mean that the remaining months can bring to its value only with figures its unit does not have."""
        needed, unit = self.figures.needed, self.target.unit
        if self.target.measure is not Measure.MEAN or needed is None:
            return False
        too_low = unit.min is not None and needed < Fraction(unit.min)
        return too_low or (unit.max is not None and needed > Fraction(unit.max))

    def paced(self, holds: Callable[[Fraction], bool], *, bound_by_floor: bool) -> bool:
        """Is there a deviation of this kind, and can missing data not turn it?"""
        comparison, deviation = self.target.comparison, self.figures.deviation
        bound = self.is_bound and (comparison.is_floor if bound_by_floor else comparison.is_ceiling)
        return deviation is not None and holds(deviation) and (self.is_complete or bound)


class Rule(NamedTuple):
    """When a status applies."""

    name: str
    status: Status
    applies: Callable[[Case], bool]


# The status table of the design, row by row; the first that applies decides.
RULES = (
    Rule(
        "ceiling_broken",
        Status.MISSED,
        lambda c: (
            c.target.is_flow and c.target.comparison.is_ceiling and not c.holds and c.is_bound
        ),
    ),
    Rule(
        "floor_reached",
        Status.MET,
        lambda c: c.target.is_flow and c.target.comparison.is_floor and c.is_met and c.is_bound,
    ),
    Rule("due_met", Status.MET, lambda c: c.is_at_due and c.is_complete and c.holds),
    Rule("due_missed", Status.MISSED, lambda c: c.is_at_due and c.is_complete),
    Rule("due_region_fails", Status.MISSED, lambda c: c.is_at_due and c.region_fails),
    Rule("out_of_reach", Status.MISSED, lambda c: c.is_out_of_reach),
    Rule("due_passed", Status.INCOMPLETE, lambda c: c.as_of >= c.target.due),
    Rule("ahead", Status.AHEAD, lambda c: c.paced(lambda d: d > 0, bound_by_floor=True)),
    Rule(
        "on_schedule", Status.ON_SCHEDULE, lambda c: c.paced(lambda d: d == 0, bound_by_floor=True)
    ),
    Rule(
        "behind",
        Status.BEHIND,
        lambda c: c.paced(lambda d: 0 < -d <= c.red_lag, bound_by_floor=False),
    ),
    Rule(
        "far_behind",
        Status.FAR_BEHIND,
        lambda c: c.paced(lambda d: -d > c.red_lag, bound_by_floor=False),
    ),
    Rule("data_incomplete", Status.INCOMPLETE, lambda c: not c.is_complete and not c.region_fails),
    Rule("holding", Status.HOLDING, lambda c: c.holds),
    Rule("pending", Status.PENDING, lambda c: c.target.is_flow),
    Rule(
        "ceiling_breached",
        Status.BREACH,
        lambda c: (
            c.target.measure is Measure.STOCK
            and c.target.comparison.is_ceiling
            and c.target.holds is Holds.THROUGHOUT
        ),
    ),
    Rule("short", Status.SHORT, lambda c: True),
)


class Assessment(NamedTuple):
    """One target judged. `actual` and `figures` are None where nothing counts or the data are invalid."""

    target: Target
    status: Status
    flags: tuple[Flag, ...] = ()
    actual: Actual | None = None
    figures: Figures | None = None
    rule: Rule | None = None
    rejections: tuple[Rejection, ...] = ()

    @property
    def light(self) -> Light:
        """The colour of its status."""
        return self.status.light

    @property
    def evidence(self) -> tuple[Place, ...]:
        """Where the figures stand that make the actual; of invalid data, the erroneous rows."""
        if self.actual is None:
            return tuple(row.place for row in self.rejections)
        return tuple(one.place for one in self.actual.evidence)

    @property
    def note(self) -> str | None:
        """The latest note of the observations that make the actual."""
        noted = [one for one in self.actual.evidence if one.note] if self.actual else []
        return (
            max(noted, key=lambda one: (one.end, one.reported_on or date.min)).note
            if noted
            else None
        )

    def age(self, as_of: date) -> Fraction:
        """Months between its period end and a date; none where nothing counts."""
        return position(as_of) - position(self.actual.end) if self.actual else Fraction(0)


class Report(NamedTuple):
    """Everything judged on a date, and all that must be known of the inputs."""

    book: TargetBook | None
    fates: Counter[Fate]
    as_of: date | None = None
    known_on: date | None = None
    assessments: tuple[Assessment, ...] = ()
    problems: tuple[Problem, ...] = ()
    understood: tuple[Understood, ...] = ()

    @property
    def stale_count(self) -> int:
        """How many undecided targets have no figure of the last month."""
        return sum(Flag.STALE in one.flags for one in self.assessments)


def assess(
    book: TargetBook,
    progress: Progress,
    as_of: date | None = None,
    known_on: date | None = None,
    selection: Selection = Selection(),
) -> Report:
    """Judge the selected targets on a date (default: the last period end in the data), with what was known on another.

    Nothing is raised: what is wrong with the progress stands among the report's problems.
    """
    settled = settle(progress, book, known_on)
    as_of = as_of or last_period_end(settled, book)
    fates = progress.fates + settled.fates
    for target in book.targets:
        fates += reduce(target, settled.figures.get(target.id, []), as_of).fates
    problems = [*progress.problems, *settled.problems]
    is_silent = not progress.observations or (as_of is None and known_on is None)
    if is_silent and all(problem.severity is Severity.WARNING for problem in problems):
        problems.append(Problem(Code.NO_OBSERVATION))
    assessments = judged(book, settled, as_of, selection)
    if not assessments:
        problems.append(Problem(Code.SELECTION_EMPTY))
    problems += [problem for assessment in assessments for problem in _warnings(assessment)]
    return Report(
        book=book,
        as_of=as_of,
        known_on=known_on,
        assessments=assessments,
        problems=tuple(
            sorted(problems, key=lambda one: (one.place.file or "", one.place.line or 0))
        ),
        understood=tuple(progress.understood),
        fates=fates,
    )


def judged(
    book: TargetBook, settled: Settled, as_of: date | None, selection: Selection = Selection()
) -> tuple[Assessment, ...]:
    """The selected targets, each on a date."""
    chosen = [selection.narrowed(target) for target in book.targets if selection.admits(target)]
    return tuple(_judged(target, settled, as_of, book.red_lag) for target in chosen)


def _judged(target: Target, settled: Settled, as_of: date | None, red_lag: Fraction) -> Assessment:
    rejected = tuple(
        row
        for row in settled.rejections
        if row.target == target.id and (row.end is None or (as_of is not None and row.end <= as_of))
    )
    if rejected:
        return Assessment(target, Status.INVALID, rejections=rejected)
    actual = reduce(target, settled.figures.get(target.id, []), as_of).actual
    if actual is None or as_of is None:
        return Assessment(target, Status.NO_DATA)
    case = Case(target, actual, figures(target, actual), as_of, red_lag)
    rule = next(rule for rule in RULES if rule.applies(case))
    return Assessment(target, rule.status, tuple(_flags(case, rule)), actual, case.figures, rule)


def _flags(case: Case, rule: Rule) -> Iterator[Flag]:
    actual, end = case.actual, case.actual.end
    if rule.name == "floor_reached" and end < case.target.due:
        yield Flag.EARLY
    if rule.name == "due_met" and not case.is_met:
        yield Flag.WITHIN_TOLERANCE
    if any(figure.is_revised for level in actual.levels for figure in level.figures):
        yield Flag.REVISED
    if actual.has_gaps:
        yield Flag.GAPS
    if actual.is_partial:
        yield Flag.PARTIAL
    if any(level.falls for level in actual.levels):
        yield Flag.FALLING
    if actual.sum_mismatch:
        yield Flag.SUM_MISMATCH
    ended_month = (
        case.as_of
        if case.as_of == month_end(case.as_of)
        else month_start(case.as_of) - timedelta(days=1)
    )
    if (
        not rule.status.is_decided
        and end < case.target.due
        and month_end(end) < month_start(ended_month)
    ):
        yield Flag.STALE


def _warnings(assessment: Assessment) -> Iterator[Problem]:
    target, actual = assessment.target, assessment.actual
    if actual is None:
        return
    for level in actual.levels:
        for earlier, later in level.falls:
            facts: dict[str, Fact] = {"name": target.name, **first_place(earlier, later.place)}
            facts |= {"one": earlier.value, "other": later.value}
            yield Problem(Code.VALUE_FALLING, later.place, facts, target=target.id)
    if actual.completeness_unknown:
        facts = {"name": target.name, "count": len(actual.parts)}
        yield Problem(
            Code.REGIONS_UNLISTED,
            Place(file=actual.evidence[0].place.file),
            facts,
            target=target.id,
        )
