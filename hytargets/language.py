"""A text in Chinese, in English, or both."""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """The languages of books, reports and messages."""

    ZH = "zh"
    EN = "en"


class Text(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language is Language.ZH else self.en
