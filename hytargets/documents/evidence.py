"""Every report of one target's figures, and what became of each."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hytargets.documents.document import Cell, Group, Row, Table
from hytargets.documents.fields import Field, RegionNames, cells, day, table
from hytargets.judging.assessment import Assessment
from hytargets.judging.reduction import Actual
from hytargets.judging.settling import Settled
from hytargets.language import Text
from hytargets.problems import Place
from hytargets.progress.observations import Observation
from hytargets.values.number import exact
from hytargets.wording import explain as say
from hytargets.wording.voice import Voice


class _Reported(NamedTuple):
    """One report of a figure, and what became of it."""

    observation: Observation
    region: str
    fate: str

    @property
    def order(self) -> tuple[date, str, int]:
        """By period end, region and line."""
        observation = self.observation
        return observation.end, observation.region or "", observation.place.line or 0


def evidence_table(
    assessment: Assessment, settled: Settled, names: RegionNames, voice: Voice
) -> Table | None:
    """A row a report; None where nothing was reported."""
    reported = sorted(
        _reports(assessment, settled, names, voice), key=lambda reported: reported.order
    )
    if not reported:
        return None
    rows = tuple(Row(cells(_FIELDS, one, voice)) for one in reported)
    return table(_FIELDS, [Group(voice(say.OBSERVATIONS), rows)], voice)


def _reports(
    assessment: Assessment, settled: Settled, names: RegionNames, voice: Voice
) -> Iterator[_Reported]:
    for history in settled.of(assessment.target):
        counted = history.counted
        region = names.of(counted.region)
        superseded = voice(say.SUPERSEDED_BY, where=where(counted.place))
        for earlier in history.reports[:-1]:
            yield _Reported(earlier, region, superseded)
        yield _Reported(counted, region, voice(_fate(counted, assessment.actual)))


def _fate(observation: Observation, actual: Actual | None) -> Text:
    """What became of the report that counts of its figure."""
    if actual is None:
        return say.OUTSIDE
    if observation in actual.evidence:
        return say.COUNTED
    if observation in actual.waiting:
        return say.WAITING
    if observation.end <= actual.end:
        return say.NOT_CHOSEN
    return say.OUTSIDE


def where(place: Place) -> str:
    """The file and line of a figure."""
    return f"{place.file}:{place.line}"


def _observed(reported: _Reported, voice: Voice) -> Cell:
    number = exact(reported.observation.value)
    return Cell(number, number)


_FIELDS: tuple[Field[_Reported], ...] = (
    Field("period_end", lambda reported, _: day(reported.observation.end)),
    Field("region", lambda reported, _: Cell(reported.region)),
    Field("observed", _observed, is_figure=True),
    Field("reported_on", lambda reported, _: day(reported.observation.reported_on)),
    Field("where", lambda reported, _: Cell(where(reported.observation.place))),
    Field("fate", lambda reported, _: Cell(reported.fate)),
    Field("note", lambda reported, _: Cell(reported.observation.note), wraps=True, drop=1),
)
