"""One language speaking: texts said in it, with their facts put in."""

from collections.abc import Iterable

from hytargets.language import Language, Text

_LIST = Text("、", ", ")
_CLAUSE = Text("，", ", ")
_SENTENCE = Text("。", ". ")
_COLON = Text("：", ": ")
_BRACKETS = Text("（{inner}）", " ({inner})")


class _Fact(str):
    """A fact as it is said; `{count:error|errors}` puts the noun after it that its number asks for.

    1 error, +1 point; 2 errors, 0 errors, 0.5 points.
    """

    def __format__(self, forms: str) -> str:
        if not forms:
            return str(self)
        one, many = forms.split("|")
        is_one = self.lstrip("+-") == "1"
        return f"{self} {one if is_one else many}"


class Voice:
    """Says texts in one language: `voice(COUNT, count=3)`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, text: Text, /, **facts: object) -> str:
        """The text, with its facts in their places."""
        said = text.to(self.language)
        if not facts:
            return said
        return said.format_map({name: _Fact(fact) for name, fact in facts.items()})

    def listed(self, words: Iterable[str]) -> str:
        """甲、乙、丙."""
        return self(_LIST).join(words)

    def listed_texts(self, texts: Iterable[Text]) -> str:
        """Names or words that stand in both languages, as a list in this one."""
        return self.listed(self(text) for text in texts)

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
