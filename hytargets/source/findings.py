"""What an audit finds: figures accounted for, and what is wrong between the text and the book."""

from enum import StrEnum
from typing import NamedTuple

from hytargets.language import Language
from hytargets.source.citations import Citation, Spot
from hytargets.source.figures import Figure
from hytargets.source.proposal import Proposal


class Obstacle(StrEnum):
    """Why an audit cannot judge."""

    TEXT_EMPTY = "audit.text.empty"
    SECTIONS_UNKNOWN = "audit.sections.unknown"


class Finding(StrEnum):
    """Why the text does not bear a citation out."""

    CHANGED = "audit.citation.changed"
    ABSENT = "audit.citation.absent"
    WRONG_SECTION = "audit.citation.section"
    VALUE = "audit.citation.value"
    UNCITED = "audit.citation.missing"


class Accounted(NamedTuple):
    """A figure of the text, and the entry that accounts for it."""

    figure: Figure
    spot: Spot
    citation: Citation


class Unaccounted(NamedTuple):
    """A figure of the text that no entry of its section claims, with the entries it might get."""

    figure: Figure
    spot: Spot
    context: str
    proposals: tuple[Proposal, ...]
    identifier: str  # an id that no target of the book has
    language: Language  # of the text around it


class Misquoted(NamedTuple):
    """A citation that the text does not bear out."""

    finding: Finding
    citation: Citation
    spot: Spot | None = None  # where else it stands, or where `seen` stands instead
    seen: str | None = None  # the clause as the text has it
    figure: Figure | None = None  # the figure in it


class DoubleClaim(NamedTuple):
    """Two entries that claim the same figure of the text."""

    citation: Citation
    other: Citation
    spot: Spot


class Audit(NamedTuple):
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
        """How many figures the text has; a changed one is neither accounted for nor unaccounted."""
        changed = [wrong for wrong in self.misquoted if wrong.finding is Finding.CHANGED]
        return len(self.accounted) + len(self.unaccounted) + len(changed)
