"""Which target or region a cell names."""

from collections.abc import Mapping
from typing import TypeVar

from hytargets.book.target import Target, TargetBook
from hytargets.values.names import folded, nearest

T = TypeVar("T")

SUBTOTALS = frozenset(map(folded, ("小计", "subtotal")))


class Lookup:
    """The names a book knows, as people write them."""

    def __init__(self, book: TargetBook) -> None:
        self._targets = _by_name(
            {target.id: (target, (*target.name, *target.also)) for target in book.targets}
        )
        self._regions = _by_name(
            {region.id: (region.id, (*region.name, *region.also)) for region in book.regions}
        )
        self._whole = frozenset(map(folded, book.whole_names))
        self._lists_regions = bool(book.regions)
        self._target_names = [
            name for target in book.targets for name in (target.id, *target.name, *target.also)
        ]
        self._region_names = [
            name for region in book.regions for name in (region.id, *region.name, *region.also)
        ]
        self._region_names += [name for name in book.whole_names if name]

    def target(self, text: str) -> Target | None:
        """The target with this id or name."""
        return self._targets.get(folded(text))

    def nearest_target(self, text: str) -> str:
        """The known id or name most like it."""
        return nearest(text, self._target_names)

    def is_whole(self, text: str) -> bool:
        """Does a region cell mean the whole jurisdiction?"""
        return folded(text) in self._whole

    def region(self, text: str) -> str | None:
        """The id of a part; where the book lists none, every name is one. None where it is unknown."""
        return self._regions.get(folded(text)) if self._lists_regions else text.strip()

    def is_region(self, text: str) -> bool:
        """Is it the name of a listed part, or of the whole?"""
        return folded(text) in self._regions or (bool(text.strip()) and self.is_whole(text))

    def nearest_region(self, text: str) -> str:
        """The known id or name most like it."""
        return nearest(text, self._region_names)


def _by_name(entries: Mapping[str, tuple[T, tuple[str, ...]]]) -> dict[str, T]:
    """Names and ids to entries; an id wins over another entry's name."""
    names = {folded(name): entry for entry, names in entries.values() for name in names}
    return names | {folded(identifier): entry for identifier, (entry, _) in entries.items()}
