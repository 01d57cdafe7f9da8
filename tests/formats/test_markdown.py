"""Markdown: whole memos, the trouble on top."""

import re
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from sample_report import sample_report

import hytargets
from hytargets.formats.clean import markdown
from hytargets.language import Language


@pytest.mark.parametrize("language", list(Language))
def test_a_memo(tmp_path: Path, file_regression: FileRegressionFixture, language: Language) -> None:
    shown = hytargets.render(sample_report(tmp_path), "markdown", language)
    file_regression.check(shown, encoding="utf-8", extension=".md")


def test_english_takes_narrow_punctuation(tmp_path: Path) -> None:
    memo = str(hytargets.render(sample_report(tmp_path, "jobs", "roads"), "markdown", Language.EN))
    assert re.findall("[\u3000-\u303f\uff00-\uffef]", memo) == []


def test_a_table_without_rows_has_no_header(tmp_path: Path) -> None:
    memo = str(hytargets.render(sample_report(tmp_path, "nurseries"), "markdown"))
    assert "|" not in memo
    assert "未报数据：普惠幼儿园" in memo


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("<b>", "&lt;b&gt;"),
        ("[x](y)", r"\[x\](y)"),
        ("one\ntwo\r\nthree\rfour", "one two three four"),
        ("\x1b[31m", r"\\x1b\[31m"),
    ],
)
def test_text_stays_text(text: str, shown: str) -> None:
    assert markdown(text) == shown
