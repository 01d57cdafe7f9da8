"""What the texts of options mean, and the language that help is in."""

import os
from datetime import date
from enum import StrEnum

import typer

from hytargets.language import Language
from hytargets.values.period import MalformedPeriod, parse_period


def _help_language() -> Language:
    stated = (
        os.environ.get("HYTARGETS_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    )
    return Language.ZH if stated.lower().startswith("zh") else Language.EN


LANGUAGE = _help_language()


def told(zh: str, en: str) -> str:
    """Help in the language of the user's environment; reports follow --lang instead."""
    return zh if LANGUAGE is Language.ZH else en


def day(text: str) -> date:
    """A day, the last day of a month, or today. Raises typer.BadParameter."""
    if text == "today":
        return date.today()
    try:
        return parse_period(text).last
    except MalformedPeriod:
        raise typer.BadParameter(
            told("写成 2020-06-30、2020-06 或 today", "write 2020-06-30, 2020-06 or today")
        ) from None


def period(text: str) -> str:
    """A period, checked. Raises typer.BadParameter."""
    try:
        parse_period(text, 2000)
    except MalformedPeriod:
        raise typer.BadParameter(
            told("写成 2020-06 或 2020年1-6月", "write 2020-06 or 2020年1-6月")
        ) from None
    return text


def encoding(text: str) -> str:
    """The name of an encoding, checked. Raises typer.BadParameter."""
    import codecs

    try:
        codecs.lookup(text)
    except LookupError:
        raise typer.BadParameter(told("没有这种编码", "there is no such encoding")) from None
    return text


class Delimiter(StrEnum):
    """The delimiters by name; a shell makes a tab hard to type."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"

    @property
    def character(self) -> str:
        """The character itself."""
        return {"comma": ",", "semicolon": ";", "tab": "\t"}[self]
