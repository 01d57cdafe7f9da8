"""The units that a drafted book needs: an id for each, and the names it also goes by."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from hytargets.book.terms import Measure
from hytargets.source.proposal import TargetProposal
from hytargets.values.number import parse_quantity

SHARE = "share"  # a % from 0 to 100
CHANGE = "change"
# Signs that would read badly as ids.
_IDS_OF_SIGNS = {
    "‰": "permille",
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "¥": "yuan",
    "￥": "yuan",
    ":1": "ratio",
    "∶1": "ratio",
}
_ALSO = {
    "人": ("名", "位"),
    "名": ("人", "位"),
    "公里": ("千米",),
    "千米": ("公里",),
    "元": ("人民币",),
}
_NOT_IN_IDS = re.compile(r"[^\w()]")


class DraftUnit(NamedTuple):
    """A unit of a drafted book."""

    id: str
    word: str
    also: tuple[str, ...]


def unit_id(target: TargetProposal) -> str:
    """The word itself, which reads well in a Chinese book; signs by name."""
    if target.unit == "%":
        return SHARE if _is_share(target) else CHANGE
    if target.unit in _IDS_OF_SIGNS:
        return _IDS_OF_SIGNS[target.unit]
    return _NOT_IN_IDS.sub("-", target.unit)


def _is_share(target: TargetProposal) -> bool:
    if target.measure is Measure.GROWTH:
        return False
    return all(0 <= parse_quantity(value).value <= 100 for value in target.values)


def units_of(targets: Iterable[TargetProposal]) -> tuple[DraftUnit, ...]:
    """Every unit of these targets, once."""
    words = {unit_id(target): target.unit for target in targets}
    return tuple(
        DraftUnit(identifier, word, _ALSO.get(word, ())) for identifier, word in words.items()
    )
