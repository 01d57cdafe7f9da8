"""What a book says of one target: its clause, how it is measured, its milestones and regions."""

from collections.abc import Iterator

from hytargets.book.target import Milestone, Target
from hytargets.book.terms import Combine, Measure, Pacing
from hytargets.documents.fields import RegionNames
from hytargets.values.number import exact
from hytargets.wording import explain as say
from hytargets.wording.amounts import Amounts
from hytargets.wording.targets import MEASURES
from hytargets.wording.voice import Voice


def clause_lines(target: Target, names: RegionNames, voice: Voice) -> Iterator[str]:
    """A line each for its source, its terms, its milestones and its regions."""
    yield voice.clauses(_source(target, voice))
    yield voice.clauses(_terms(target, voice))
    if target.milestones:
        stones = voice.listed(_milestone(stone, target, voice) for stone in target.milestones)
        yield voice(say.MILESTONES, stones=stones)
    if target.regions and target.combine is not Combine.WHOLE:
        yield voice(say.REGIONS, names=voice.listed(names.among(target.regions)))


def _source(target: Target, voice: Voice) -> Iterator[str]:
    """The clause, how the number was read from it, and whether it is promised."""
    source = target.source
    if source.quote:
        yield voice(say.SOURCE, quote=source.quote)
    else:
        yield voice(say.NO_SOURCE)
    if source.printed:
        yield voice(say.PRINTED, printed=source.printed)
    yield voice(say.BASES[target.basis])
    yield voice(say.COMMITMENTS[target.commitment])
    if source.reading:
        yield voice(say.READING, reading=voice(source.reading))


def _terms(target: Target, voice: Voice) -> Iterator[str]:
    """What must be reached when, and how the figures make the actual."""
    yield voice(
        say.TARGET,
        goal=Amounts(voice, target).goal,
        measure=voice(MEASURES[target.measure]),
        start=target.start,
        due=target.due,
    )
    if target.reporting:
        yield voice(say.REPORTING[target.reporting])
    yield voice(say.COMBINE[target.combine])
    if target.measure is Measure.STOCK and target.comparison.is_ceiling:
        yield voice(say.HOLDS[target.holds])
    if target.baseline is not None:
        yield voice(say.BASELINE, value=exact(target.baseline))
    if target.tolerance:
        yield voice(say.TOLERANCE, value=exact(target.tolerance))
    if target.pacing is Pacing.NONE:
        yield voice(say.NO_SCHEDULE)


def _milestone(stone: Milestone, target: Target, voice: Voice) -> str:
    return voice(say.MILESTONE, by=stone.by, value=Amounts(voice, target).amount(stone.value))
