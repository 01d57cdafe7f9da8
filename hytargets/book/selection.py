"""Which targets are judged."""

from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Basis, Combine, Commitment
from hytargets.language import Text
from hytargets.values.names import folded


class Selection(NamedTuple):
    """What a target must be to be judged; an empty criterion admits all."""

    sections: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    basis: Basis | None = None
    commitment: Commitment | None = None
    owners: tuple[str, ...] = ()
    region: str | None = None

    def admits(self, target: Target) -> bool:
        """Does a target meet every criterion?"""
        return (
            self._admits_section(target.section)
            and self._admits_owner(target.owner)
            and self._concerns_region(target)
            and (not self.targets or target.id in self.targets)
            and self.basis in {None, target.basis}
            and self.commitment in {None, target.commitment}
        )

    def _admits_section(self, section: str | None) -> bool:
        """A section brings its measures along: 1 brings 1.2."""
        if not self.sections:
            return True
        if section is None:
            return False
        return any(f"{section}.".startswith(f"{wanted}.") for wanted in self.sections)

    def _admits_owner(self, owner: Text | None) -> bool:
        """A part of the owner's name is enough, in either language."""
        if not self.owners:
            return True
        if owner is None:
            return False
        names = [folded(name) for name in owner]
        return any(folded(wanted) in name for wanted in self.owners for name in names)

    def _concerns_region(self, target: Target) -> bool:
        """Where the book lists no regions, any may report."""
        if self.region is None:
            return True
        has_regions = target.combine is not Combine.WHOLE
        return has_regions and (not target.regions or self.region in target.regions)

    def narrowed(self, target: Target) -> Target:
        """The target as it is judged: of `each`, on the selected region alone."""
        if self.region is not None and target.combine is Combine.EACH:
            return target._replace(regions=(self.region,))
        return target
