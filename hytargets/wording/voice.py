"""One language speaking: texts said in it, with their facts put in."""

from collections.abc import Iterable

from hytargets.language import Language, Text

_LIST = Text("、", ", ")
_CLAUSE = Text("，", ", ")
_SENTENCE = Text("。", ". ")
_COLON = Text("：", ": ")
_BRACKETS = Text("（{inner}）", " ({inner})")


class Voice:
    """Says texts in one language: `voice(COUNT, count=3)`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: Text, **facts: object) -> str:
        """The text, with its facts in their places."""
        said = text.to(self.language)
        return said.format_map(facts) if facts else said

    def listed(self, words: Iterable[str]) -> str:
        """甲、乙、丙."""
        return self(_LIST).join(words)

    def clauses(self, parts: Iterable[str]) -> str:
        """Parts of one sentence; empty ones are left out."""
        return self(_CLAUSE).join(filter(None, parts))

    def sentences(self, parts: Iterable[str]) -> str:
        """Sentences without their stops, the last one left open."""
        return self(_SENTENCE).join(parts)

    def labelled(self, label: str, text: str) -> str:
        """绿：3."""
        return f"{label}{self(_COLON)}{text}"

    def bracketed(self, text: str, inner: str) -> str:
        """城镇登记失业率（突破控制目标）."""
        return text + self(_BRACKETS, inner=inner)
