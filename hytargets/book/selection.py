"""Which targets are judged."""

from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.book.terms import Basis, Combine, Commitment
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
        """Does a target meet every criterion? A section brings its measures along: 1 brings 1.2."""
        section, owner = target.section or "", target.owner or ()
        return (
            (
                not self.sections
                or any(section == one or section.startswith(f"{one}.") for one in self.sections)
            )
            and (not self.targets or target.id in self.targets)
            and self.basis in {None, target.basis}
            and self.commitment in {None, target.commitment}
            and (
                not self.owners
                or any(folded(one) in folded(name) for one in self.owners for name in owner)
            )
            and (self.region is None or self._concerns_region(target))
        )

    def _concerns_region(self, target: Target) -> bool:
        return target.combine is not Combine.WHOLE and (
            not target.regions or self.region in target.regions
        )

    def narrowed(self, target: Target) -> Target:
        """The target as it is judged: of `each`, on the selected region alone."""
        if self.region is not None and target.combine is Combine.EACH:
            return target._replace(regions=(self.region,))
        return target
