"""Every text, in both languages: the same facts, and English that counts as English does."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

import hytargets.wording
from hytargets.language import Language, Text
from hytargets.wording.voice import Voice

MODULES = [module.name for module in iter_modules(hytargets.wording.__path__)]


def texts_in(value: object, name: str) -> Iterator[tuple[str, Text]]:
    """The texts that a module's value is, or holds."""
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(inner, f"{name}[{key}]")


def all_texts() -> Iterator[tuple[str, Text]]:
    for module in MODULES:
        for name, value in vars(import_module(f"hytargets.wording.{module}")).items():
            yield from texts_in(value, f"{module}.{name}")


TEXTS = dict(all_texts())


def facts_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_walk_finds_the_texts() -> None:
    assert len(MODULES) > 10
    assert len(TEXTS) > 250
    assert "verdict.FAILED" in TEXTS
    assert "explain.RULES[ahead]" in TEXTS


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_ask_for_the_same_facts(name: str) -> None:
    text = TEXTS[name]
    assert text.zh
    assert text.en
    assert facts_of(text.zh) == facts_of(text.en)


# Facts that are a number of things; those that stand for one thing only tell which.
COUNTS = {
    "accounted", "cells", "count", "double", "excluded", "figures", "misquoted", "regions",
    "reported", "sections", "targets", "unaccounted",
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_english_never_counts_with_one_form_only(name: str) -> None:
    """A number followed by a word has a singular, unless that word is no noun."""
    words_without_number = "of|in all|accounted|not|claimed|got"
    pattern = rf"{{({'|'.join(COUNTS)})}} (?!(?:{words_without_number})\b)[a-z]"
    assert not re.search(pattern, TEXTS[name].en), TEXTS[name].en


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if "|" in text.en])
def test_every_plural_has_two_forms(name: str) -> None:
    text = TEXTS[name]
    facts = facts_of(text.en)
    for number in ("1", "2"):
        said = Voice(Language.EN)(text, **dict.fromkeys(facts, number))
        assert "|" not in said
        assert f"{number} " in said
    assert "|" not in text.zh.replace("|A", "")


def test_a_voice_counts() -> None:
    text = Text("{count} 个错误", "{count:error|errors}")
    english = Voice(Language.EN)
    said = [english(text, count=count) for count in (0, 1, 2, "+1", "-1", "0.5", "1.5", "21")]
    assert said == [
        "0 errors", "1 error", "2 errors", "+1 error", "-1 error", "0.5 errors", "1.5 errors",
        "21 errors",
    ]  # fmt: skip
    assert Voice(Language.ZH)(text, count=1) == "1 个错误"


@pytest.mark.parametrize(
    ("language", "listed", "clauses", "sentences", "labelled", "bracketed"),
    [
        (Language.ZH, "甲、乙", "甲，乙", "甲。乙", "甲：乙", "甲（乙）"),
        (Language.EN, "甲, 乙", "甲, 乙", "甲. 乙", "甲: 乙", "甲 (乙)"),
    ],
)
def test_a_voice_joins(
    language: Language, listed: str, clauses: str, sentences: str, labelled: str, bracketed: str
) -> None:
    voice = Voice(language)
    assert voice.listed(["甲", "乙"]) == listed
    assert voice.listed_texts([Text("甲", "甲"), Text("乙", "乙")]) == listed
    assert voice.clauses(["甲", "", "乙"]) == clauses
    assert voice.sentences(["甲", "乙"]) == sentences
    assert voice.labelled("甲", "乙") == labelled
    assert voice.bracketed("甲", "乙") == bracketed
