"""All targets of a book judged on a date, and what must be known of the inputs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from hytargets.book.selection import Selection
from hytargets.book.target import TargetBook
from hytargets.judging.assessment import Assessment, judge
from hytargets.judging.settling import Settled, last_period_end, settle
from hytargets.judging.statuses import Flag
from hytargets.problems import Code, Fact, Place, Problem, has_errors
from hytargets.progress.observations import Fate, Progress, Understood, first_place


class Report(NamedTuple):
    """Everything judged on a date. Without a book nothing could be judged."""

    book: TargetBook | None
    fates: Counter[Fate]
    as_of: date | None = None
    known_on: date | None = None
    assessments: tuple[Assessment, ...] = ()
    problems: tuple[Problem, ...] = ()
    understood: tuple[Understood, ...] = ()
    settled: Settled | None = None

    @property
    def stale_count(self) -> int:
        """How many undecided targets have no figure of the last month."""
        return sum(Flag.STALE in assessment.flags for assessment in self.assessments)

    @property
    def has_errors(self) -> bool:
        """Could something not be read, or not be judged?"""
        return has_errors(self.problems)


def assess(
    book: TargetBook,
    progress: Progress,
    as_of: date | None = None,
    known_on: date | None = None,
    selection: Selection = Selection(),
) -> Report:
    """Judge the selected targets on a date, with what was known on another.

    `as_of` defaults to the last period end in the data. Nothing is raised: what is wrong with
    the progress stands among the report's problems.
    """
    settled = settle(progress, book, known_on)
    as_of = as_of or last_period_end(settled, book)
    fates = progress.fates + settled.fates
    assessments = []
    for target in book.targets:
        judged = judge(selection.narrowed(target), settled, as_of, book.red_lag)
        fates += judged.fates
        if selection.admits(target):
            assessments.append(judged.assessment)
    problems = [*progress.problems, *settled.problems]
    if not fates[Fate.USED] and not has_errors(problems):
        problems.append(Problem(Code.NO_OBSERVATION))
    if not assessments:
        problems.append(Problem(Code.SELECTION_EMPTY))
    problems += _warnings(assessments)
    return Report(
        book=book,
        fates=fates,
        as_of=as_of,
        known_on=known_on,
        assessments=tuple(assessments),
        problems=tuple(sorted(problems, key=_by_place)),
        understood=tuple(progress.understood),
        settled=settled,
    )


def _by_place(problem: Problem) -> tuple[str, int]:
    return problem.place.file or "", problem.place.line or 0


def _warnings(assessments: Iterable[Assessment]) -> Iterator[Problem]:
    for assessment in assessments:
        yield from _falls(assessment)
        yield from _unlisted_regions(assessment)


def _falls(assessment: Assessment) -> Iterator[Problem]:
    """Figures to date that go down."""
    target, actual = assessment.target, assessment.actual
    for level in actual.levels if actual else ():
        for earlier, later in level.falls:
            facts: dict[str, Fact] = {
                "name": target.name,
                **first_place(earlier, later.place),
                "one": earlier.value,
                "other": later.value,
            }
            yield Problem(Code.VALUE_FALLING, later.place, facts, target=target.id)


def _unlisted_regions(assessment: Assessment) -> Iterator[Problem]:
    """Parts of a whole whose number nobody has stated."""
    target, actual = assessment.target, assessment.actual
    if actual is None or not actual.completeness_unknown:
        return
    facts: dict[str, Fact] = {"name": target.name, "count": len(actual.parts)}
    place = Place(file=actual.evidence[0].place.file)
    yield Problem(Code.REGIONS_UNLISTED, place, facts, target=target.id)
