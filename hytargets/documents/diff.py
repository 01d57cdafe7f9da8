"""Two reports compared, as a document."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from hytargets.documents.document import Block, Cell, Document, Group, Paragraph, Reader, Row
from hytargets.documents.fields import Field, cells, points, said, status, table
from hytargets.documents.verdict import closing_line
from hytargets.exitcode import ExitCode
from hytargets.judging.changes import Change, Snapshot, Standing
from hytargets.judging.statuses import Light
from hytargets.wording import diff as say
from hytargets.wording.voice import Voice


def diff_document(
    title: str,
    before: Snapshot,
    after: Snapshot,
    changes: Sequence[Change],
    exit_code: int,
    voice: Voice,
) -> Document:
    """What `diff` shows: the targets that changed, newly red first."""
    heading = voice(say.TITLE, book=title, before=_point(before, voice), after=_point(after, voice))
    blocks: list[Block] = []
    if changes:
        blocks.append(Paragraph(voice(say.COUNT, count=len(changes))))
        rows = tuple(Row(cells(_FIELDS, change, voice)) for change in changes)
        blocks.append(table(_FIELDS, [Group("", rows)], voice))
    elif exit_code != ExitCode.UNUSABLE:
        blocks.append(Paragraph(voice(say.NO_CHANGE)))
    blocks.append(_verdict_line(changes, exit_code, voice))
    return Document(heading, tuple(blocks), voice.language)


def _point(snapshot: Snapshot, voice: Voice) -> str:
    """The dates that a report was made for."""
    as_of = snapshot.as_of or "–"
    if snapshot.known_on is None:
        return voice(say.POINT, as_of=as_of)
    return voice(say.POINT_KNOWN, as_of=as_of, known_on=snapshot.known_on)


def _verdict_line(changes: Sequence[Change], exit_code: int, voice: Voice) -> Paragraph:
    """Which firm targets got worse, and the exit code; with errors nobody knows of the others."""
    worse = [change.known.name for change in changes if change.is_worse]
    told = []
    if exit_code == ExitCode.UNUSABLE:
        told.append(voice(say.UNSURE))
    elif not worse:
        return closing_line([voice(say.NO_WORSE)], exit_code, Light.GREEN, voice)
    if worse:
        told.append(voice(say.WORSE, count=len(worse), names=voice.listed_texts(worse)))
    return closing_line(told, exit_code, Light.RED, voice)


def _standing(standing: Standing | None, voice: Voice) -> Cell:
    if standing is None:
        return Cell("–")
    return status(standing, voice)


def _kinds(change: Change, voice: Voice) -> Cell:
    return Cell(voice.listed_texts(say.KINDS[kind] for kind in change.kinds))


def _change_of(
    value_of: Callable[[Standing], Fraction | None], factor: int = 1
) -> Callable[[Change, Voice], Cell]:
    """The cell of a value's change; shares are told in points, a hundred to the whole."""

    def cell(change: Change, voice: Voice) -> Cell:
        if change.before is None or change.after is None:
            return Cell()
        before = value_of(change.before)
        after = value_of(change.after)
        if before is None or after is None or before == after:
            return Cell()
        return points((after - before) * factor)

    return cell


_actual_change = _change_of(lambda standing: standing.actual)
_completion_change = _change_of(lambda standing: standing.completion, factor=100)
_deviation_change = _change_of(lambda standing: standing.deviation)


_FIELDS: tuple[Field[Change], ...] = (
    Field("id", lambda change, _: Cell(change.known.target), Reader.DATA),
    Field("name", lambda change, voice: said(change.known.name, voice), wraps=True),
    Field("before", lambda change, voice: _standing(change.before, voice)),
    Field("after", lambda change, voice: _standing(change.after, voice)),
    Field("change", _kinds),
    Field("actual_change", _actual_change, is_figure=True),
    Field("completion_change", _completion_change, is_figure=True, drop=1),
    Field("deviation_change", _deviation_change, is_figure=True, drop=2),
)
