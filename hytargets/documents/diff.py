"""Two reports compared, as a document."""

from collections.abc import Sequence
from fractions import Fraction

from hytargets.documents.document import Block, Cell, Document, Group, Paragraph, Row, Shown
from hytargets.documents.fields import Field, cells, table
from hytargets.judging.changes import Change, Snapshot, Standing
from hytargets.judging.statuses import Light
from hytargets.language import Language
from hytargets.values.number import rounded
from hytargets.wording import amounts
from hytargets.wording import report as words


def diff_document(
    title: str,
    before: Snapshot,
    after: Snapshot,
    changes: Sequence[Change],
    exit_code: int,
    language: Language,
) -> Document:
    """What `diff` shows: the targets that changed, newly red first."""
    heading = words.DIFF.to(language).format(
        book=title, before=_when(before, language), after=_when(after, language)
    )
    rows = tuple(Row(cells(_FIELDS, change, language)) for change in changes)
    count = (
        words.DIFF_COUNT.to(language).format(count=len(changes))
        if changes
        else words.NO_CHANGE.to(language)
    )
    blocks: list[Block] = [Paragraph(count)]
    if rows:
        blocks.append(table(_FIELDS, [Group("", rows)], language))
    worse = [change for change in changes if change.is_worse]
    names = words.LIST_AND.to(language).join(change.known.name.to(language) for change in worse)
    form = words.DIFF_WORSE if worse else words.DIFF_NO_WORSE
    verdict = form.to(language).format(count=len(worse), names=names)
    exit_words = words.EXIT.to(language).format(code=exit_code)
    light = Light.RED if worse else Light.GREEN
    blocks.append(Paragraph(words.FULL_STOP.to(language).join((verdict, exit_words)), light))
    return Document(heading, tuple(blocks), language)


def _when(one: Snapshot, language: Language) -> str:
    form = words.DIFF_POINT_KNOWN if one.known_on else words.DIFF_POINT
    return form.to(language).format(as_of=one.as_of or "–", known_on=one.known_on)


def _standing(one: Standing | None, language: Language) -> Cell:
    return Cell(words.status_words(one).to(language), light=one.light) if one else Cell("–")


def _moved(before: Fraction | None, after: Fraction | None, factor: int = 1) -> Cell:
    if before is None or after is None or before == after:
        return Cell()
    value = (after - before) * factor
    return Cell(amounts.signed(value), rounded(value, Fraction(0)))


def _kinds(change: Change, language: Language) -> Cell:
    return Cell(
        words.LIST_AND.to(language).join(words.KINDS[kind].to(language) for kind in change.kinds)
    )


def _of(change: Change, figure: str, factor: int = 1) -> Cell:
    return _moved(getattr(change.before, figure, None), getattr(change.after, figure, None), factor)


_FIELDS: tuple[Field[Change], ...] = (
    Field("id", lambda change, _: Cell(change.known.target), Shown.DATA),
    Field("name", lambda change, language: Cell(change.known.name.to(language)), wraps=True),
    Field("before", lambda change, language: _standing(change.before, language)),
    Field("after", lambda change, language: _standing(change.after, language)),
    Field("change", _kinds),
    Field("actual_change", lambda change, _: _of(change, "actual"), is_figure=True),
    Field(
        "completion_change",
        lambda change, _: _of(change, "completion", 100),
        is_figure=True,
        drop=1,
    ),
    Field("deviation_change", lambda change, _: _of(change, "deviation"), is_figure=True, drop=2),
)
