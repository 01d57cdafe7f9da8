"""Which target a row names: by its id, its name, or both in columns of their own."""

from collections.abc import Sequence
from typing import NamedTuple

from hytargets.book.lookup import Lookup
from hytargets.book.target import Target
from hytargets.problems import Code, Fact
from hytargets.progress.cells import Fault
from hytargets.progress.layout import Written


class Unknown(NamedTuple):
    """Why it cannot be told which target is meant, and those that were found all the same."""

    faults: list[Fault]
    found: list[Target]


def read_target(names: Sequence[Written], lookup: Lookup) -> Target | Unknown:
    """The one target that all names mean; one of them at least is there."""
    faults: list[Fault] = []
    found: list[Target] = []
    for name in names:
        if not name.text.strip():
            continue
        target = lookup.target(name.text)
        if target is None:
            faults.append(_unknown(name, lookup))
        else:
            found.append(target)
    if len({target.id for target in found}) > 1:
        facts: dict[str, Fact] = {"one": found[0].name, "other": found[1].name}
        faults.append(Fault(Code.TARGET_DISAGREES, names[-1], facts))
    if faults:
        return Unknown(faults, found)
    return found[0]


def _unknown(name: Written, lookup: Lookup) -> Fault:
    facts = {"name": name.text, "nearest": lookup.nearest_target(name.text)}
    return Fault(Code.TARGET_UNKNOWN, name, facts)
