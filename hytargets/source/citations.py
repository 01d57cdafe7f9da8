"""Citations of a book, found in a text: the printed figure inside its quote, wherever a section says it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import islice

from hytargets.book.target import TargetBook
from hytargets.book.terms import Basis
from hytargets.source.figures import Figure, Kind, section_figures
from hytargets.source.sections import TextSection
from hytargets.values.names import folded

_PLACES_AT_MOST = 500  # of one citation in one section


@dataclass(frozen=True, slots=True)
class Citation:
    """What an entry of the book says the text says. `target` is its id; None of an excluded figure."""

    path: str  # targets[3], excluded[0]
    target: str | None
    section: str | None
    quote: str
    printed: str
    values: tuple[Fraction, ...] = ()  # of a stated target: what the figure must read


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: the book's section where it has one, the text's own heading, the line."""

    section: str | None
    title: str
    line: int


def citations(book: TargetBook) -> Iterator[Citation]:
    """What every entry of the book cites."""
    for index, target in enumerate(book.targets):
        source = target.source
        quote, printed = source.quote or source.printed or "", source.printed or source.quote or ""
        stated = target.basis is Basis.STATED and source.reading is None
        values = target.bounds if stated else ()
        yield Citation(f"targets[{index}]", target.id, target.section, quote, printed, values)
    for index, one in enumerate(book.excluded):
        yield Citation(f"excluded[{index}]", None, one.section, one.context, one.printed)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a section's text that bears a citation out."""

    scope: "Scope"
    start: int
    end: int

    @property
    def spot(self) -> Spot:
        """Where a reader finds it."""
        return self.scope.spot_at(self.start)

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.scope.section.text[self.start : self.end]

    @property
    def key(self) -> tuple[str, int, int]:
        """The stretch, by section and offsets."""
        return (self.scope.section.id, self.start, self.end)

    @property
    def covered(self) -> list[Figure]:
        """The figures it claims."""
        return [figure for figure in self.scope.figures if self.covers(figure)]

    def covers(self, figure: Figure) -> bool:
        """Does it claim the figure? The whole number where there is one, else any part of it."""
        if figure.kind is Kind.NAME or not figure.values:
            return self.start < figure.end and figure.start < self.end
        return self.start <= figure.core[0] and figure.core[1] <= self.end


@dataclass(frozen=True, slots=True)
class Scope:
    """A section as it is searched: folded, with the way back to its text."""

    section: TextSection
    book_id: str | None
    figures: tuple[Figure, ...]
    folded: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, section: TextSection, book_id: str | None) -> "Scope":
        """Fold a section, character by character."""
        pairs = [
            (part, at) for at, character in enumerate(section.text) for part in folded(character)
        ]
        text, offsets = "".join(part for part, _ in pairs), tuple(at for _, at in pairs)
        return cls(section, book_id, section_figures(section), text, offsets)

    def spot_at(self, offset: int) -> Spot:
        """The place of a character."""
        return Spot(self.book_id, self.section.title, self.section.passage.line_at(offset))

    def places(self, citation: Citation) -> Iterator[Place]:
        """Every stretch that says what is cited: the printed figure inside the quote."""
        return islice(
            self._places(folded(citation.quote).strip("…"), folded(citation.printed)),
            _PLACES_AT_MOST,
        )

    def _places(self, quote: str, printed: str) -> Iterator[Place]:
        for start in _occurrences(self.folded, quote) if printed else ():
            for inner in _occurrences(quote, printed):
                first = self.offsets[start + inner]
                last = self.offsets[start + inner + len(printed) - 1] + 1
                if not _splits_a_number(self.section.text, first, last):
                    yield Place(self, first, last)

    def likeness(self, figure: Figure, citation: Citation) -> float:
        """How like the quote the text around a figure reads, from 0 to 1: to ask whether the figure was changed."""
        quote, printed = folded(citation.quote), folded(citation.printed)
        before, _, after = quote.partition(printed)
        start, end = bisect_left(self.offsets, figure.start), bisect_left(self.offsets, figure.end)
        window = self.folded[max(start - len(before), 0) : end + len(after)]
        return SequenceMatcher(None, quote, window, autojunk=False).ratio()

    def around(self, figure: Figure, width: int = 12) -> str:
        """The figure with a few words on each side."""
        text = self.section.text
        start = max(text.rfind("\n", 0, figure.start) + 1, figure.start - width)
        end = text.find("\n", figure.end)
        return text[start : min(end if end >= 0 else len(text), figure.end + width)]


def _occurrences(text: str, part: str) -> Iterator[int]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _splits_a_number(text: str, start: int, end: int) -> bool:
    """Would 2个 be taken out of 12个, or 50 out of 50.5?"""
    return any(
        0 < at < len(text) and _in_number(text, at - 1) and _in_number(text, at)
        for at in (start, end)
    )


def _in_number(text: str, at: int) -> bool:
    """Is the character a digit, or a point between digits?"""
    point = text[at] == "." and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
    return text[at].isascii() and (text[at].isdigit() or point)
