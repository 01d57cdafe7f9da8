"""Two reports compared: what became worse, better, revised, silent."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hytargets.book.terms import Comparison, Measure
from hytargets.judging.assessment import Assessment
from hytargets.judging.report import Report
from hytargets.judging.statuses import Flag, Light, Status
from hytargets.language import Text


class Standing(NamedTuple):
    """What a report says of one target, from the report itself or read back from its JSON."""

    target: str
    name: Text
    is_firm: bool
    comparison: Comparison
    measure: Measure
    status: Status
    flags: tuple[Flag, ...]
    period_end: date | None
    actual: Fraction | None
    completion: Fraction | None
    deviation: Fraction | None

    @property
    def light(self) -> Light:
        """The colour of its status."""
        return self.status.light

    @property
    def is_stale(self) -> bool:
        """Undecided, and without a figure of the last month?"""
        return Flag.STALE in self.flags


class Snapshot(NamedTuple):
    """A report, as far as two of them are compared."""

    book: str
    as_of: date | None
    known_on: date | None
    standings: tuple[Standing, ...]


class ChangeKind(StrEnum):
    """How a target changed."""

    WORSE = "worse"
    BETTER = "better"
    REVISED = "revised"
    REPORTED = "reported"
    SILENT = "silent"
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


class Change(NamedTuple):
    """One target in both reports; `before` or `after` is None where a report does not have it."""

    before: Standing | None
    after: Standing | None
    kinds: tuple[ChangeKind, ...]

    @property
    def known(self) -> Standing:
        """The later of the two that is there."""
        standing = self.after or self.before
        assert standing
        return standing

    @property
    def is_worse(self) -> bool:
        """Did a firm target's light get worse?"""
        return ChangeKind.WORSE in self.kinds and self.known.is_firm


_SEVERITY = {Light.GREEN: 0, Light.GREY: 1, Light.YELLOW: 2, Light.RED: 3, Light.MAGENTA: 4}
# What a reader must look at first; the other kinds come after these, in book order.
_URGENCY = (ChangeKind.WORSE, ChangeKind.SILENT, ChangeKind.REVISED, ChangeKind.BETTER)


def snapshot(report: Report) -> Snapshot:
    """What of a report is compared."""
    return Snapshot(
        book=report.book.id if report.book else "",
        as_of=report.as_of,
        known_on=report.known_on,
        standings=tuple(map(_standing, report.assessments)),
    )


def _standing(assessment: Assessment) -> Standing:
    target, actual, measures = assessment.target, assessment.actual, assessment.measures
    return Standing(
        target=target.id,
        name=target.name,
        is_firm=target.is_firm,
        comparison=target.comparison,
        measure=target.measure,
        status=assessment.status,
        flags=assessment.flags,
        period_end=actual.end if actual else None,
        actual=actual.value if actual else None,
        completion=measures.completion if measures else None,
        deviation=measures.deviation if measures else None,
    )


def compare(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """The targets that changed: newly red first, then worse, silent, revised, better, the rest."""
    earlier = {standing.target: standing for standing in before.standings}
    later = {standing.target: standing for standing in after.standings}
    changes = []
    for target in dict.fromkeys([*later, *earlier]):
        kinds = _kinds(earlier.get(target), later.get(target))
        if kinds:
            changes.append(Change(earlier.get(target), later.get(target), tuple(kinds)))
    return tuple(sorted(changes, key=_urgency))


def _urgency(change: Change) -> int:
    if ChangeKind.WORSE in change.kinds and change.known.light is Light.RED:
        return -1
    ranks = [_URGENCY.index(kind) for kind in change.kinds if kind in _URGENCY]
    return ranks[0] if ranks else len(_URGENCY)


def _kinds(before: Standing | None, after: Standing | None) -> list[ChangeKind]:
    if before is None:
        return [ChangeKind.ADDED]
    if after is None:
        return [ChangeKind.REMOVED]
    kinds = [
        kind
        for kind in (_of_light(before, after), _of_value(before, after), _of_silence(before, after))
        if kind
    ]
    if not kinds and (after.status, after.deviation) != (before.status, before.deviation):
        kinds.append(ChangeKind.MOVED)
    return kinds


def _of_light(before: Standing, after: Standing) -> ChangeKind | None:
    was, now = _SEVERITY[before.light], _SEVERITY[after.light]
    if now == was:
        return None
    return ChangeKind.WORSE if now > was else ChangeKind.BETTER


def _of_value(before: Standing, after: Standing) -> ChangeKind | None:
    """A figure of a later period, or another figure of the same one."""
    if after.actual is not None and _is_later(before.period_end, after.period_end):
        return ChangeKind.REPORTED
    if after.actual != before.actual and after.period_end == before.period_end:
        return ChangeKind.REVISED
    return None


def _is_later(before: date | None, after: date | None) -> bool:
    if before is None:
        return True
    return after is not None and after > before


def _of_silence(before: Standing, after: Standing) -> ChangeKind | None:
    """No figure any more, or none of the last month."""
    vanished = before.actual is not None and after.actual is None
    became_stale = after.is_stale and not before.is_stale
    return ChangeKind.SILENT if vanished or became_stale else None
