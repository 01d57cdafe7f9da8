"""Is every figure of the source text accounted for by the book, each once?"""

from itertools import count

from hytargets.book.target import TargetBook
from hytargets.source.alignment import book_ids, sections_for
from hytargets.source.citations import Scope, citations
from hytargets.source.findings import Accounted, Audit, Obstacle, Unaccounted
from hytargets.source.matching import Claim, Matching
from hytargets.source.proposal import propose
from hytargets.source.sections import language_of

_BLANK = "\ufeff \t\r\n\u3000"


def audit(text: str, book: TargetBook) -> Audit:
    """Match every figure of a text with the book's targets and excluded figures."""
    if not text.strip(_BLANK):
        return Audit(obstacle=Obstacle.TEXT_EMPTY)
    sections = sections_for(text, book)
    ids = book_ids(sections, book)
    if book.sections and not any(ids.values()):
        return Audit(obstacle=Obstacle.SECTIONS_UNKNOWN)
    scopes = [Scope.of(section, ids[section.id]) for section in sections]
    matching = Matching(scopes, list(citations(book)))
    accounted = []
    unaccounted = []
    for claim in matching.claims:
        if claim.citation is None:
            unaccounted.append(_unaccounted(claim, book))
        else:
            spot = claim.scope.spot_at(claim.figure.start)
            accounted.append(Accounted(claim.figure, spot, claim.citation))
    return Audit(
        accounted=tuple(accounted),
        unaccounted=tuple(unaccounted),
        misquoted=tuple(matching.misquoted),
        double=tuple(matching.double),
    )


def _unaccounted(claim: Claim, book: TargetBook) -> Unaccounted:
    section = claim.scope.section
    return Unaccounted(
        figure=claim.figure,
        spot=claim.scope.spot_at(claim.figure.start),
        context=claim.scope.around(claim.figure),
        proposals=propose(claim.figure),
        identifier=_free_id(section.id, book),
        language=language_of(section.text),
    )


def _free_id(section: str, book: TargetBook) -> str:
    """The first id of the section that no target has."""
    taken = {target.id for target in book.targets}
    return next(
        identifier
        for identifier in (f"{section}-{number}" for number in count(1))
        if identifier not in taken
    )
