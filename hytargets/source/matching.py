"""The figures of a text matched with the citations of a book, each once."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from hytargets.source.bare import FigureKind
from hytargets.source.citations import Citation, FigureKey, Scope, Stretch, StretchKey
from hytargets.source.figures import Figure
from hytargets.source.findings import DoubleClaim, Finding, Misquoted

_ALIKE = 0.6  # from here on, a clause with another figure is the cited one, changed


class Claim(NamedTuple):
    """A figure of the text, with the citation that claims it; None where none does."""

    scope: Scope
    figure: Figure
    citation: Citation | None


class _Likeness(NamedTuple):
    """How like a citation the text around a figure reads."""

    ratio: float
    scope: Scope
    figure: Figure


class Matching:
    """Gives each citation a stretch of its own, and each figure the citation that claims it."""

    def __init__(self, scopes: Sequence[Scope], cited: Sequence[Citation]) -> None:
        self._scopes = scopes
        self._order = {citation.path: index for index, citation in enumerate(cited)}
        self._placed: dict[StretchKey, Citation] = {}
        self._claims: dict[FigureKey, Citation] = {}
        self._changed: set[FigureKey] = set()
        self._misquoted: list[Misquoted] = []
        self._double: list[DoubleClaim] = []
        self._match(cited)

    @property
    def claims(self) -> Iterator[Claim]:
        """Every figure of the text, but for those that were changed."""
        for scope in self._scopes:
            for figure in scope.figures:
                key = scope.key_of(figure)
                if key not in self._changed:
                    yield Claim(scope, figure, self._claims.get(key))

    @property
    def misquoted(self) -> list[Misquoted]:
        """The citations that the text does not bear out, as the book has them."""
        return sorted(self._misquoted, key=lambda wrong: self._order[wrong.citation.path])

    @property
    def double(self) -> list[DoubleClaim]:
        """The figures claimed twice, as the book has them."""
        return sorted(self._double, key=lambda double: self._order[double.citation.path])

    def _match(self, cited: Sequence[Citation]) -> None:
        """Place the citations with the fewest choices first; then ask what the others say."""
        choices = {citation.path: self._choices(citation) for citation in cited}
        for citation in sorted(cited, key=lambda citation: len(choices[citation.path])):
            if choices[citation.path]:
                self._place(citation, choices[citation.path])
        for citation in cited:
            if not choices[citation.path]:
                self._misquoted.append(self._why_lost(citation))

    def _choices(self, citation: Citation) -> list[Stretch]:
        return list(_stretches(self._own_scopes(citation), citation))

    def _own_scopes(self, citation: Citation) -> list[Scope]:
        """The sections that a citation speaks of; all where it names none."""
        if citation.section is None:
            return list(self._scopes)
        return [scope for scope in self._scopes if scope.book_id == citation.section]

    # ---- claims --------------------------------------------------------------------------

    def _place(self, citation: Citation, stretches: Sequence[Stretch]) -> None:
        free = [stretch for stretch in stretches if stretch.key not in self._placed]
        if not free:
            first = stretches[0]
            self._double.append(DoubleClaim(citation, self._placed[first.key], first.spot))
            return
        self._take(citation, min(free, key=self._misfit))

    def _misfit(self, stretch: Stretch) -> int:
        """0: the very stretch of an unclaimed figure; 1: it covers one; 2: nothing is left."""
        unclaimed = [
            figure for figure in stretch.covered if stretch.scope.key_of(figure) not in self._claims
        ]
        if not unclaimed:
            return 2
        is_exact = any(figure.span == stretch.span for figure in unclaimed)
        return 0 if is_exact else 1

    def _take(self, citation: Citation, stretch: Stretch) -> None:
        """Claim the figures that a citation covers at this stretch.

        A target takes only its own number, or the words that imply it.
        """
        self._placed[stretch.key] = citation
        covered = stretch.covered
        amounts = [figure for figure in covered if figure.kind.reads_like_a_target]
        meant = [figure for figure in amounts if _is_meant(citation, figure)]
        if citation.values and amounts and not meant:
            self._misquoted.append(_other_value(citation, stretch, amounts[0]))
        own = meant or amounts[:1]
        for figure in covered:
            is_anothers = figure in amounts and figure not in own
            if citation.target is None or not is_anothers:
                self._claim(citation, stretch, figure)

    def _claim(self, citation: Citation, stretch: Stretch, figure: Figure) -> None:
        other = self._claims.setdefault(stretch.scope.key_of(figure), citation)
        # One figure may be two targets, but not a target and excluded.
        is_contradiction = (other.target is None) is not (citation.target is None)
        if is_contradiction and figure.kind.reads_like_a_target:
            self._double.append(DoubleClaim(citation, other, stretch.spot))

    # ---- citations that are not where the book has them ----------------------------------

    def _why_lost(self, citation: Citation) -> Misquoted:
        if not citation.quote:
            return Misquoted(Finding.UNCITED, citation)
        return self._elsewhere(citation) or self._changed_figure(citation) or _absent(citation)

    def _elsewhere(self, citation: Citation) -> Misquoted | None:
        """The citation in another section."""
        for stretch in _stretches(self._scopes, citation):
            if stretch.key not in self._placed:
                self._take(citation, stretch)
                figure = next(iter(stretch.covered), None)
                return Misquoted(
                    Finding.WRONG_SECTION, citation, stretch.spot, stretch.text, figure
                )
        return None

    def _changed_figure(self, citation: Citation) -> Misquoted | None:
        """The citation with another figure in it."""
        likest = max(self._likenesses(citation), key=_ratio, default=None)
        if likest is None or likest.ratio < _ALIKE:
            return None
        scope, figure = likest.scope, likest.figure
        key = scope.key_of(figure)
        self._changed.add(key)
        self._claims[key] = citation
        spot = scope.spot_at(figure.start)
        return Misquoted(Finding.CHANGED, citation, spot, figure.clause, figure)

    def _likenesses(self, citation: Citation) -> Iterator[_Likeness]:
        for scope in self._own_scopes(citation):
            for figure in scope.figures:
                if scope.key_of(figure) not in self._claims:
                    yield _Likeness(scope.likeness(figure, citation), scope, figure)


def _ratio(likeness: _Likeness) -> float:
    return likeness.ratio


def _stretches(scopes: Iterable[Scope], citation: Citation) -> Iterator[Stretch]:
    for scope in scopes:
        yield from scope.stretches(citation)


def _is_meant(citation: Citation, figure: Figure) -> bool:
    """Does the entry's value read like the figure?

    Of an entry without a value of its own: is the number implied?
    """
    if citation.values:
        return {Fraction(value) for value in figure.values} == set(citation.values)
    return figure.kind is FigureKind.IMPLIED


def _other_value(citation: Citation, stretch: Stretch, figure: Figure) -> Misquoted:
    return Misquoted(Finding.VALUE, citation, stretch.spot, figure.clause, figure)


def _absent(citation: Citation) -> Misquoted:
    return Misquoted(Finding.ABSENT, citation)
