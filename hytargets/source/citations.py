"""Citations of a book, found in a text: the printed figure inside its quote, wherever said."""

from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Basis
from hytargets.source.bare import FigureKind
from hytargets.source.figures import Figure, section_figures
from hytargets.source.sections import TextSection
from hytargets.source.spans import Span
from hytargets.values.names import folded

_STRETCHES_AT_MOST = 500  # of one citation in one section


class Citation(NamedTuple):
    """What an entry of the book says the text says."""

    path: str  # targets[3], excluded[0]
    target: str | None  # its id; None of an excluded figure
    section: str | None
    quote: str
    printed: str
    values: tuple[Fraction, ...] = ()  # of a stated target: what the figure must read


class Spot(NamedTuple):
    """Where a reader finds it: the book's section where it has one, the heading, the line."""

    section: str | None
    title: str
    line: int


def citations(book: TargetBook) -> Iterator[Citation]:
    """What every entry of the book cites."""
    for index, target in enumerate(book.targets):
        source = target.source
        yield Citation(
            path=f"targets[{index}]",
            target=target.id,
            section=target.section,
            quote=source.quote or source.printed or "",
            printed=source.printed or source.quote or "",
            values=target.bounds if _is_printed(target) else (),
        )
    for index, exclusion in enumerate(book.excluded):
        yield Citation(
            path=f"excluded[{index}]",
            target=None,
            section=exclusion.section,
            quote=exclusion.context,
            printed=exclusion.printed,
        )


def _is_printed(target: Target) -> bool:
    """Must the text print the very number of the target?"""
    return target.basis is Basis.STATED and target.source.reading is None


class FigureKey(NamedTuple):
    """Which figure of a text: the id of its section, its offset there."""

    section: str
    start: int


class StretchKey(NamedTuple):
    """Which stretch of a text: the id of its section, its offsets there."""

    section: str
    span: Span


class Stretch(NamedTuple):
    """A stretch of a section's text that bears a citation out."""

    scope: "Scope"
    span: Span

    @property
    def spot(self) -> Spot:
        """Where a reader finds it."""
        return self.scope.spot_at(self.span.start)

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.span.cut(self.scope.section.text)

    @property
    def key(self) -> StretchKey:
        """The stretch, by section and offsets."""
        return StretchKey(self.scope.section.id, self.span)

    @property
    def covered(self) -> list[Figure]:
        """The figures it claims."""
        return [figure for figure in self.scope.figures if self.covers(figure)]

    def covers(self, figure: Figure) -> bool:
        """Does it claim the figure? The whole number where there is one, else any part of it."""
        if figure.kind is FigureKind.NAME or not figure.values:
            return self.span.overlaps(figure.span)
        return self.span.contains(figure.core)


class Scope(NamedTuple):
    """A section as it is searched: folded, with the way back to its text."""

    section: TextSection
    book_id: str | None
    figures: tuple[Figure, ...]
    folded: str
    offsets: tuple[int, ...]  # in the section's text, of each folded character

    @classmethod
    def of(cls, section: TextSection, book_id: str | None) -> "Scope":
        """Fold a section, character by character."""
        parts: list[str] = []
        offsets: list[int] = []
        for offset, character in enumerate(section.text):
            part = folded(character)  # empty of a quotation mark, two characters of some letters
            parts.append(part)
            offsets += [offset] * len(part)
        return cls(section, book_id, section_figures(section), "".join(parts), tuple(offsets))

    def spot_at(self, offset: int) -> Spot:
        """Where a reader finds a character."""
        return Spot(self.book_id, self.section.title, self.section.passage.line_at(offset))

    def key_of(self, figure: Figure) -> FigureKey:
        """Which figure it is among those of all sections."""
        return FigureKey(self.section.id, figure.start)

    def stretches(self, citation: Citation) -> Iterator[Stretch]:
        """Every stretch that says what is cited: the printed figure inside the quote."""
        quote = folded(citation.quote).strip("…")
        printed = folded(citation.printed)
        return islice(self._stretches(quote, printed), _STRETCHES_AT_MOST)

    def _stretches(self, quote: str, printed: str) -> Iterator[Stretch]:
        if not printed:
            return
        for start in _occurrences(self.folded, quote):
            for inner in _occurrences(quote, printed):
                span = self._unfolded(start + inner, len(printed))
                if not _splits_a_number(self.section.text, span):
                    yield Stretch(self, span)

    def _unfolded(self, start: int, length: int) -> Span:
        """Where so many folded characters stand in the section's text."""
        return Span(self.offsets[start], self.offsets[start + length - 1] + 1)

    def likeness(self, figure: Figure, citation: Citation) -> float:
        """How like the quote the text around a figure reads, from 0 to 1.

        It serves to ask whether the figure was changed.
        """
        quote = folded(citation.quote)
        before, _, after = quote.partition(folded(citation.printed))
        start = bisect_left(self.offsets, figure.start)
        end = bisect_left(self.offsets, figure.end)
        window = self.folded[max(start - len(before), 0) : end + len(after)]
        return SequenceMatcher(None, quote, window, autojunk=False).ratio()

    def around(self, figure: Figure, width: int = 12) -> str:
        """The figure with a few words on each side, from its line alone."""
        text = self.section.text
        line_starts = text.rfind("\n", 0, figure.start) + 1
        line_ends = text.find("\n", figure.end)
        if line_ends < 0:
            line_ends = len(text)
        first = max(line_starts, figure.start - width)
        last = min(line_ends, figure.end + width)
        return text[first:last]


def _occurrences(text: str, part: str) -> Iterator[int]:
    """The offsets of a part, overlapping ones too; an empty part is nowhere."""
    if not part:
        return
    offset = text.find(part)
    while offset >= 0:
        yield offset
        offset = text.find(part, offset + 1)


def _splits_a_number(text: str, span: Span) -> bool:
    """Would 2个 be taken out of 12个, or 50 out of 50.5?"""
    return _is_in_a_number(text, span.start) or _is_in_a_number(text, span.end)


def _is_in_a_number(text: str, offset: int) -> bool:
    """Do the characters on both sides belong to one number?"""
    is_inside = 0 < offset < len(text)
    return is_inside and _is_of_a_number(text, offset - 1) and _is_of_a_number(text, offset)


def _is_of_a_number(text: str, offset: int) -> bool:
    """Is the character a digit, or a point between digits?"""
    character = text[offset]
    if character == ".":
        return text[offset - 1 : offset].isdigit() and text[offset + 1 : offset + 2].isdigit()
    return character.isascii() and character.isdigit()
