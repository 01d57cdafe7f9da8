"""What each problem says: the thing wrong, and what to do about it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hytargets.language import Text
from hytargets.problems import Code, Fact, Problem, Severity
from hytargets.values.number import exact
from hytargets.wording import book_problems, file_problems, progress_problems
from hytargets.wording.voice import Voice

MESSAGES: dict[Code, Text] = {
    **file_problems.MESSAGES,
    **book_problems.MESSAGES,
    **progress_problems.MESSAGES,
}

SEVERITIES = {Severity.ERROR: Text("错误", "error"), Severity.WARNING: Text("警告", "warning")}
MORE_PROBLEMS = Text(
    "{file}：另有 {count} 个问题未列出（--format json 全部列出）。",
    "{file}: {count:more problem|more problems} (--format json lists all).",
)

_KINDS = {
    "model_type": Text("一组字段", "A group of fields"),
    "dict_type": Text("一组字段", "A group of fields"),
    "tuple_type": Text("一个列表", "A list"),
    "string_type": Text("一段文字", "A text"),
    "text": Text("一段文字，或 {zh: …, en: …}", "A text, or {zh: …, en: …},"),
    "truth": Text("true 或 false", "true or false"),
    "string_too_long": Text("更短的文字", "A shorter text"),
    "string_too_short": Text("不空的文字", "A text that is not empty"),
    "too_short": Text("不空的列表", "A list that is not empty"),
}
_OTHER_KIND = Text("别的写法", "Something else")
_SUGGESTION = Text("是不是“{nearest}”？", " Did you mean “{nearest}”?")
_LINE = Text("第 {line} 行", "line {line}")
_LINE_OF_FILE = Text(" {file} 第 {line} 行", "line {line} of {file}")


def problem_message(problem: Problem, voice: Voice) -> str:
    """One sentence or two in one language."""
    facts = {name: _said(fact, voice) for name, fact in problem.facts.items()}
    if "line" in facts:
        facts["where"] = _place_of_the_other(facts, voice)
    if facts.get("region"):
        facts["region"] += " "  # where there is none, nothing stands in its place
    if problem.code is Code.BOOK_FIELD_TYPE:
        facts["kind"] = voice(_KINDS.get(facts["kind"], _OTHER_KIND))
    facts["seen"] = problem.seen or ""
    message = voice(MESSAGES[problem.code], **facts)
    if facts.get("nearest"):
        message += voice(_SUGGESTION, nearest=facts["nearest"])
    return message


def _place_of_the_other(facts: Mapping[str, str], voice: Voice) -> str:
    """Where the figure stands that this one meets: its line, and its file where that is another."""
    if facts.get("file"):
        return voice(_LINE_OF_FILE, file=facts["file"], line=facts["line"])
    return voice(_LINE, line=facts["line"])


def _said(fact: Fact, voice: Voice) -> str:
    match fact:
        case Text():
            return voice(fact)
        case Decimal():
            return exact(fact)
        case date():
            return fact.isoformat()
        case _:
            return str(fact)
