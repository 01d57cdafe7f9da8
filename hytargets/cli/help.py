"""The language of help and usage errors: the one asked for, else that of the environment."""

import os
import sys

from hytargets.language import Language, Text


def _help_language() -> Language:
    """What --lang says, else HYTARGETS_LANG, else the locale."""
    names = ("HYTARGETS_LANG", "LC_ALL", "LANG")
    stated = _asked_for() or next(filter(None, map(os.environ.get, names)), "")
    return Language.ZH if stated.lower().startswith("zh") else Language.EN


def _asked_for() -> str:
    """The value of --lang, which is needed before the options are read: they have help, too."""
    for argument, value in zip(sys.argv, [*sys.argv[1:], ""], strict=True):
        if argument == "--lang":
            return value
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return ""


LANGUAGE = _help_language()


def told(zh: str, en: str) -> str:
    """Help in that language; a report without --lang is in its book's."""
    return Text(zh, en).to(LANGUAGE)
