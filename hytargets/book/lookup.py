"""Which target or region a cell names."""

from collections.abc import Sequence
from typing import TypeVar

from hytargets.book.target import Region, Target, TargetBook
from hytargets.values.names import folded, nearest

Named = TypeVar("Named", Target, Region)

SUBTOTALS = frozenset(map(folded, ("小计", "subtotal")))


class Lookup:
    """The names a book knows, as people write them."""

    def __init__(self, book: TargetBook) -> None:
        self._targets = _by_name(book.targets)
        self._regions = {name: region.id for name, region in _by_name(book.regions).items()}
        self._lists_regions = bool(book.regions)
        self._whole = frozenset(map(folded, book.whole_names))
        self._target_names = _ids_and_names(book.targets)
        self._region_names = _ids_and_names(book.regions) + list(filter(None, book.whole_names))

    def target(self, text: str) -> Target | None:
        """The target with this id or name."""
        return self._targets.get(folded(text))

    def begins_with_target(self, text: str) -> bool:
        """Does a text begin with an id or a name, whatever comes after it?"""
        return folded(text).startswith(tuple(self._targets))

    def nearest_target(self, text: str) -> str:
        """The known id or name most like it."""
        return nearest(text, self._target_names)

    def is_whole(self, text: str) -> bool:
        """Does a region cell mean the whole jurisdiction?"""
        return folded(text) in self._whole

    def region(self, text: str) -> str | None:
        """The id of a part, None if unknown; where the book lists none, every name is one."""
        if not self._lists_regions:
            return text.strip()
        return self._regions.get(folded(text))

    def is_region(self, text: str) -> bool:
        """Is it the name of a listed part, or of the whole?"""
        if folded(text) in self._regions:
            return True
        return bool(text.strip()) and self.is_whole(text)

    def nearest_region(self, text: str) -> str:
        """The known id or name most like it."""
        return nearest(text, self._region_names)


def _by_name(entries: Sequence[Named]) -> dict[str, Named]:
    """Names and ids to entries; an id wins over another entry's name."""
    by_name = {}
    for entry in entries:
        for name in _names(entry):
            by_name[folded(name)] = entry
    by_id = {folded(entry.id): entry for entry in entries}
    return by_name | by_id


def _ids_and_names(entries: Sequence[Target | Region]) -> list[str]:
    """What can be suggested, in the order of the book."""
    suggestions = []
    for entry in entries:
        suggestions += [entry.id, *_names(entry)]
    return suggestions


def _names(entry: Target | Region) -> tuple[str, ...]:
    return (*entry.name, *entry.also)
