"""What a reader must know beside a target's figures; of one in trouble, what to do and why."""

from collections.abc import Iterator
from datetime import date

from hytargets.book.target import Target
from hytargets.book.terms import Basis, Commitment
from hytargets.documents.fields import RegionNames
from hytargets.judging.assessment import Assessment
from hytargets.judging.pace import Measures
from hytargets.judging.reduction import Actual
from hytargets.judging.statuses import Flag, Light
from hytargets.wording import remarks as say
from hytargets.wording.amounts import Amounts
from hytargets.wording.statuses import FLAGS
from hytargets.wording.targets import ASPIRATIONAL, IMPLIED
from hytargets.wording.voice import Voice

_TROUBLE = frozenset({Light.YELLOW, Light.RED, Light.MAGENTA})
# The other flags are in the status word (early, tolerance) or in a remark of their own (partial).
_FLAGS_TOLD = frozenset({Flag.REVISED, Flag.GAPS, Flag.FALLING, Flag.SUM_MISMATCH, Flag.STALE})


def remarks(
    assessment: Assessment, as_of: date | None, names: RegionNames, voice: Voice
) -> tuple[str, ...]:
    """The remarks below a target's row, in the order they are read."""
    if assessment.actual is None or assessment.measures is None:
        return ()
    in_trouble = assessment.light in _TROUBLE
    found = [*_missing_regions(assessment.target, assessment.actual, names, voice)]
    if in_trouble:
        found += _needed(assessment.target, assessment.measures, voice)
    found += _state_of_data(assessment, assessment.actual, as_of, voice)
    if in_trouble:
        found += _circumstances(assessment, voice)
    return tuple(found)


def _missing_regions(
    target: Target, actual: Actual, names: RegionNames, voice: Voice
) -> Iterator[str]:
    """How many regions reported, and which did not; without a list of them nobody knows which."""
    if not actual.is_partial or actual.regions_reported is None:
        return
    reported, of = actual.regions_reported
    latest = max(part.end for part in actual.parts)
    have = {part.region for part in actual.parts if part.end == latest}
    lacking = [region for region in target.regions if region not in have]
    if lacking:
        missing = voice.listed(map(names.of, lacking))
        yield voice(say.REPORTED_LACKING, reported=reported, of=of, names=missing)
    else:
        yield voice(say.REPORTED, reported=reported, of=of)


def _needed(target: Target, measures: Measures, voice: Voice) -> Iterator[str]:
    if measures.needed is not None:
        yield Amounts(voice, target).needed(measures.needed)


def _state_of_data(
    assessment: Assessment, actual: Actual, as_of: date | None, voice: Voice
) -> Iterator[str]:
    """How far the data reach, and what is odd about them."""
    if actual.end != as_of:
        yield voice(say.DATA_TO, day=actual.end)
    for flag in assessment.flags:
        if flag in _FLAGS_TOLD:
            yield voice(FLAGS[flag])
    if actual.waiting:
        yield voice(say.WAITING, count=len(actual.waiting))


def _circumstances(assessment: Assessment, voice: Voice) -> Iterator[str]:
    """How binding the target is, and what those said who reported."""
    if assessment.target.commitment is Commitment.ASPIRATIONAL:
        yield voice(ASPIRATIONAL)
    if assessment.target.basis is Basis.IMPLIED:
        yield voice(IMPLIED)
    if assessment.note:
        yield voice(say.NOTE, note=assessment.note)
