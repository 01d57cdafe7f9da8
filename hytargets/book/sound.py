"""The part of a target book that has a sound form, so that one typo does not hide the rest."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hytargets.book.entries import BookFile
from hytargets.book.rules import Broken

_LISTS = ("regions", "sections", "targets", "excluded")


class SoundPart:
    """The entries in which pydantic found no error, and where they stand in the file."""

    def __init__(self, plain: dict[str, Any], errors: list[ErrorDetails]) -> None:
        self._bad = {details["loc"][:2] for details in errors if len(details["loc"]) > 1}
        self._positions: dict[str, list[int]] = {}  # in the file, of the entries left in each list
        self._plain = {name: plain[name] for name in BookFile.model_fields if name in plain}
        for name in _LISTS:
            entries = self._plain.get(name)
            if isinstance(entries, list):
                self._plain[name] = self._sound_items(name, entries)
        units = self._plain.get("units")
        if isinstance(units, dict):
            self._plain["units"] = self._sound_units(units)

    def _sound_items(self, name: str, entries: list[Any]) -> list[Any]:
        positions = [index for index in range(len(entries)) if (name, index) not in self._bad]
        self._positions[name] = positions
        return [entries[index] for index in positions]

    def _sound_units(self, units: dict[str, Any]) -> dict[str, Any]:
        return {key: unit for key, unit in units.items() if ("units", key) not in self._bad}

    def validated(self) -> BookFile | None:
        """The sound entries as a book; None where without the others there is none."""
        try:
            return BookFile.model_validate(self._plain)
        except ValidationError:
            return None

    def in_file(self, broken: Broken) -> Broken:
        """A rule broken among the sound entries, with its path in the whole file."""
        name, *rest = broken.path
        if name not in self._positions or not rest:
            return broken
        index, *inside = rest
        position = self._positions[str(name)][int(index)]
        return broken._replace(path=(name, position, *inside))
