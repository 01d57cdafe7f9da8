"""What the texts of options mean."""

from datetime import date
from enum import StrEnum

import typer

from hytargets.cli.help import told


def day(text: str) -> date:
    """A day, the last day of a month, or today. Raises typer.BadParameter."""
    from hytargets.values.period import MalformedPeriod, parse_period

    if text == "today":
        return date.today()
    try:
        return parse_period(text).last
    except MalformedPeriod:
        hint = told("写成 2020-06-30、2020-06 或 today", "write 2020-06-30, 2020-06 or today")
        raise typer.BadParameter(hint) from None


def period(text: str) -> str:
    """A period, checked. Raises typer.BadParameter."""
    from hytargets.values.period import is_period

    if not is_period(text):
        hint = told("写成 2020-06 或 2020年1-6月", "write 2020-06 or 2020年1-6月")
        raise typer.BadParameter(hint)
    return text


def encoding(text: str) -> str:
    """The name of an encoding, checked. Raises typer.BadParameter."""
    import codecs

    try:
        codecs.lookup(text)
    except LookupError:
        hint = told("没有这种编码", "there is no such encoding")
        raise typer.BadParameter(hint) from None
    return text


class Delimiter(StrEnum):
    """The delimiters by name; a shell makes a tab hard to type."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """The character itself."""
        return _CHARACTERS[self]


_CHARACTERS = {Delimiter.COMMA: ",", Delimiter.SEMICOLON: ";", Delimiter.TAB: "\t"}
