"""CSV: whole tables; bare numbers, and no text that a spreadsheet takes for a formula."""

import csv
import io
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from sample_report import sample_report

import hytargets
from hytargets.formats.clean import spreadsheet
from hytargets.language import Language


@pytest.mark.parametrize("language", list(Language))
def test_a_table(
    tmp_path: Path, file_regression: FileRegressionFixture, language: Language
) -> None:
    shown = hytargets.render(sample_report(tmp_path), "csv", language)
    file_regression.check(shown, encoding="utf-8", extension=".csv", newline="")


def test_the_lines_of_a_note_are_kept(tmp_path: Path) -> None:
    shown = str(hytargets.render(sample_report(tmp_path, "roads"), "csv"))
    _, row = csv.reader(io.StringIO(shown))
    assert row[-1] == "a|b = <b>x</b> [red] `c` *d*\n第二行"


@pytest.mark.parametrize("sign", [*"=+-@", *"＝＋－＠"])
@pytest.mark.parametrize("before", ["", "\n", "\r\n"])
def test_no_text_starts_a_formula(before: str, sign: str) -> None:
    assert spreadsheet(f"{before}{sign}cmd").startswith("'")


@pytest.mark.parametrize("text", ["就业", "a=b", "5-1", "\n就业", ""])
def test_other_text_is_left_alone(text: str) -> None:
    assert spreadsheet(text) == text
