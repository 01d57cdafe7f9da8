"""A stretch of a text, by its offsets."""

import re
from typing import NamedTuple, Self


class Span(NamedTuple):
    """From the first character to the one behind the last."""

    start: int
    end: int

    @classmethod
    def of(cls, match: re.Match[str], group: str | int = 0) -> Self:
        """Where a match, or a group of it, stands."""
        return cls(*match.span(group))

    def cut(self, text: str) -> str:
        """The stretch of this text."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Does the other one lie within?"""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Have both a character in common?"""
        return self.start < other.end and other.start < self.end
