"""What `targets` shows: what each target must reach, for people and for data files."""

import csv
import io
import json
from typing import Any

import pytest
from conftest import Write, book_text

import hytargets
from hytargets.documents.document import Document
from hytargets.documents.targets import targets_document
from hytargets.formats import FORMATS
from hytargets.language import Language
from hytargets.wording.voice import Voice

FLOOR = {"id": "t", "comparison": "at_least", "value": "7.5万", "unit": "person", "measure": "flow"}
RANGE = {
    "id": "t", "comparison": "between", "value": ["4", "6.5"], "unit": "share", "measure": "stock",
}  # fmt: skip


def document(write: Write, target: dict[str, Any], language: Language) -> Document:
    book = hytargets.load_book(write("targets.yaml", book_text([target])))
    return targets_document(book, book.targets, Voice(language))


@pytest.mark.parametrize(
    ("target", "language", "goal"),
    [
        (FLOOR, Language.ZH, "≥ 7.5万人"),
        (FLOOR, Language.EN, "≥ 75,000 persons"),
        (RANGE, Language.ZH, "4–6.5%"),
        (RANGE, Language.EN, "4–6.5%"),
    ],
)
@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_people_see_both_ends_of_a_range(
    write: Write, format: str, target: dict[str, Any], language: Language, goal: str
) -> None:
    shown = str(FORMATS[format].write_document(document(write, target, language)))
    assert f" {goal} " in shown


@pytest.mark.parametrize(("target", "value", "high"), [(FLOOR, "75000", None), (RANGE, "4", "6.5")])
def test_data_files_have_both_ends_of_a_range(
    write: Write, target: dict[str, Any], value: str, high: str | None
) -> None:
    listed = document(write, target, Language.EN)
    ((row,),) = json.loads(str(FORMATS["json"].write_document(listed)))["tables"]
    assert (row["value"], row["high"]) == (value, high)
    (cells,) = csv.DictReader(io.StringIO(str(FORMATS["csv"].write_document(listed))))
    assert (cells["target value"], cells["high"]) == (value, high or "")
