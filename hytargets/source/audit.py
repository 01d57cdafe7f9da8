"""Is every figure of the source text accounted for? The text's figures matched with the book's citations, each once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import count

from hytargets.book.target import TargetBook
from hytargets.source.citations import Citation, Place, Scope, Spot, citations
from hytargets.source.draft import suggestion
from hytargets.source.figures import Figure, Kind
from hytargets.source.proposal import language_of
from hytargets.source.sections import TextSection, read_sections
from hytargets.values.names import folded

_ALIKE = 0.6  # from here on, a clause with another figure is the cited one, changed


class Obstacle(StrEnum):
    """Why an audit cannot judge."""

    TEXT_EMPTY = "audit.text.empty"
    SECTIONS_UNKNOWN = "audit.sections.unknown"


class Finding(StrEnum):
    """What is wrong between the text and the book."""

    UNACCOUNTED = "audit.unaccounted"
    CHANGED = "audit.citation.changed"
    ABSENT = "audit.citation.absent"
    WRONG_SECTION = "audit.citation.section"
    VALUE = "audit.citation.value"
    UNCITED = "audit.citation.missing"
    DOUBLE = "audit.claim.double"


@dataclass(frozen=True, slots=True)
class Accounted:
    """A figure of the text, and the entry that accounts for it."""

    figure: Figure
    spot: Spot
    citation: Citation


@dataclass(frozen=True, slots=True)
class Unaccounted:
    """A figure of the text that no entry of its section claims, with the entry it might get, as YAML."""

    figure: Figure
    spot: Spot
    context: str
    suggestion: str
    finding: Finding = Finding.UNACCOUNTED


@dataclass(frozen=True, slots=True)
class Misquoted:
    """A citation that the text does not bear out; `spot` is where else it stands, or where `seen` stands instead."""

    finding: Finding
    citation: Citation
    spot: Spot | None = None
    seen: str | None = None  # the clause as the text has it
    figure: Figure | None = None  # the figure in it


@dataclass(frozen=True, slots=True)
class DoubleClaim:
    """Two entries that claim the same figure of the text."""

    citation: Citation
    other: Citation
    spot: Spot
    finding: Finding = Finding.DOUBLE


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found; with an obstacle, nothing was judged."""

    accounted: tuple[Accounted, ...] = ()
    unaccounted: tuple[Unaccounted, ...] = ()
    misquoted: tuple[Misquoted, ...] = ()
    double: tuple[DoubleClaim, ...] = ()
    obstacle: Obstacle | None = None

    @property
    def is_complete(self) -> bool:
        """Is every figure accounted for, each once, and every citation true?"""
        return not (self.obstacle or self.unaccounted or self.misquoted or self.double)

    @property
    def figures(self) -> int:
        """How many figures the text has."""
        return (
            len(self.accounted)
            + len(self.unaccounted)
            + sum(one.finding is Finding.CHANGED for one in self.misquoted)
        )


def audit(text: str, book: TargetBook) -> Audit:
    """Match every figure of a text with the book's targets and excluded figures."""
    if not text.strip("\ufeff \t\r\n\u3000"):
        return Audit(obstacle=Obstacle.TEXT_EMPTY)
    # A bare line is a heading only where the book's title stands nowhere as a marked one.
    marked = {folded(section.title) for section in read_sections(text)}
    titles = [
        title for section in book.sections for title in section.title if folded(title) not in marked
    ]
    sections = read_sections(text, titles)
    ids = _book_ids(sections, book)
    if book.sections and not any(ids.values()):
        return Audit(obstacle=Obstacle.SECTIONS_UNKNOWN)
    matching = _Matching([Scope.of(section, ids[section.id]) for section in sections], book)
    return matching.result()


def _book_ids(sections: Sequence[TextSection], book: TargetBook) -> dict[str, str | None]:
    """The book's section for each of the text's: by title, then by number, else that of the heading above."""
    waiting: dict[str, list[str]] = {}
    for one in book.sections:
        for title in {folded(title) for title in one.title}:
            waiting.setdefault(title, []).append(one.id)
    found: dict[str, str | None] = {}
    for section in sections:
        same = waiting.get(folded(section.title), []) if section.title else []
        found[section.id] = (same.pop(0) if len(same) > 1 else same[0]) if same else None
    known = {section.id for section in book.sections} - set(found.values())
    for section in sections:
        if found[section.id] is None:
            by_number = section.id in known and (any(found.values()) or not section.title)
            found[section.id] = section.id if by_number else found.get(section.parent or "")
    return found


def _is_meant(citation: Citation, figure: Figure) -> bool:
    """Does the entry's value read like the figure? Of an entry without a value of its own: is the number implied?"""
    if citation.values:
        return {*map(Fraction, figure.values)} == {*citation.values}
    return figure.kind is Kind.IMPLIED


class _Matching:
    """Gives each citation a place of its own, and each figure the citation that claims it."""

    def __init__(self, scopes: Sequence[Scope], book: TargetBook) -> None:
        self.scopes, self.book = scopes, book
        self.placed: dict[tuple[str, int, int], Citation] = {}  # a stretch, by section and offsets
        self.claims: dict[tuple[str, int], Citation] = {}  # a figure, by section and offset
        self.changed: set[tuple[str, int]] = set()
        self.misquoted: list[Misquoted] = []
        self.double: list[DoubleClaim] = []

    def result(self) -> Audit:
        """Place the citations with the fewest choices first; then ask what the others say."""
        cited = list(citations(self.book))
        choices = {
            one.path: [place for scope in self._own(one) for place in scope.places(one)]
            for one in cited
        }
        lost = []
        for citation in sorted(cited, key=lambda one: len(choices[one.path])):
            if choices[citation.path]:
                self._place(citation, choices[citation.path])
            else:
                lost.append(citation)
        order = {one.path: number for number, one in enumerate(cited)}
        for citation in sorted(lost, key=lambda one: order[one.path]):
            self.misquoted.append(self._why_lost(citation))
        found = [
            (scope, figure, self.claims.get((scope.section.id, figure.start)))
            for scope, figure in self._figures()
        ]
        return Audit(
            tuple(
                Accounted(figure, scope.spot_at(figure.start), by)
                for scope, figure, by in found
                if by
            ),
            tuple(self._unaccounted(scope, figure) for scope, figure, by in found if not by),
            tuple(sorted(self.misquoted, key=lambda one: order[one.citation.path])),
            tuple(sorted(self.double, key=lambda one: order[one.citation.path])),
        )

    def _own(self, citation: Citation) -> Iterator[Scope]:
        return (scope for scope in self.scopes if citation.section in {None, scope.book_id})

    def _place(self, citation: Citation, places: Sequence[Place]) -> None:
        free = [place for place in places if place.key not in self.placed]
        if not free:
            self.double.append(DoubleClaim(citation, self.placed[places[0].key], places[0].spot))
            return
        place = min(free, key=self._fit)
        self.placed[place.key] = citation
        self._claim(citation, place)

    def _claim(self, citation: Citation, place: Place) -> None:
        """Take the figures that a citation covers; a target takes only its own number, or the words that imply it."""
        amounts = [figure for figure in place.covered if figure.kind.reads_like_a_target]
        own = [figure for figure in amounts if _is_meant(citation, figure)]
        if citation.values and amounts and not own:
            self.misquoted.append(
                Misquoted(Finding.VALUE, citation, place.spot, amounts[0].clause, amounts[0])
            )
        own = own or amounts[:1]
        for figure in place.covered:
            if citation.target and figure in amounts and figure not in own:
                continue
            other = self.claims.setdefault((place.scope.section.id, figure.start), citation)
            if figure in amounts and (other.target is None) is not (citation.target is None):
                self.double.append(DoubleClaim(citation, other, place.spot))

    def _fit(self, place: Place) -> int:
        """0: the very stretch of an unclaimed figure; 1: it covers one; 2: nothing there is left to claim."""
        left = [
            one for one in place.covered if (place.scope.section.id, one.start) not in self.claims
        ]
        return (
            0
            if any((one.start, one.end) == (place.start, place.end) for one in left)
            else 1
            if left
            else 2
        )

    def _why_lost(self, citation: Citation) -> Misquoted:
        if not citation.quote:
            return Misquoted(Finding.UNCITED, citation)
        elsewhere = (place for scope in self.scopes for place in scope.places(citation))
        if moved := next((place for place in elsewhere if place.key not in self.placed), None):
            self.placed[moved.key] = citation
            self._claim(citation, moved)
            return Misquoted(
                Finding.WRONG_SECTION, citation, moved.spot, moved.text, *moved.covered[:1]
            )
        like = [
            (scope.likeness(figure, citation), scope, figure)
            for scope in self._own(citation)
            for figure in scope.figures
            if (scope.section.id, figure.start) not in self.claims
        ]
        ratio, scope, figure = max(like, key=lambda one: one[0], default=(0, None, None))
        if scope and figure and ratio >= _ALIKE:
            self.changed.add((scope.section.id, figure.start))
            self.claims[scope.section.id, figure.start] = citation
            return Misquoted(
                Finding.CHANGED, citation, scope.spot_at(figure.start), figure.clause, figure
            )
        return Misquoted(Finding.ABSENT, citation)

    def _figures(self) -> Iterator[tuple[Scope, Figure]]:
        for scope in self.scopes:
            for figure in scope.figures:
                if (scope.section.id, figure.start) not in self.changed:
                    yield scope, figure

    def _unaccounted(self, scope: Scope, figure: Figure) -> Unaccounted:
        section = scope.book_id
        taken = {target.id for target in self.book.targets}
        identifier = next(
            one for number in count(1) if (one := f"{scope.section.id}-{number}") not in taken
        )
        entry = suggestion(figure, section, identifier, language_of(scope.section.text))
        return Unaccounted(figure, scope.spot_at(figure.start), scope.around(figure), entry)
