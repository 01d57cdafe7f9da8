"""What `validate` shows of a table: how it was read, which header as what, what was not read."""

import pytest
from conftest import Write, book_text

import hytargets
from hytargets.documents.document import Paragraph
from hytargets.documents.validation import validation_document
from hytargets.language import Language
from hytargets.wording.voice import Voice

JOBS = {
    "id": "jobs", "name": "就业", "comparison": "at_least", "value": "1200", "unit": "person",
    "measure": "flow",
}  # fmt: skip
PLAIN = "target,period,value\njobs,2020-06,600\n"
CROSSTAB = "重点工作进度\n指标;备注;1月;2月;合计\n就业;快报;100;200;300\n注：快报数\n"


@pytest.mark.parametrize(
    ("rows", "language", "shown"),
    [
        (
            PLAIN,
            Language.ZH,
            "UTF-8  逗号分隔  表头在第 1 行  target = 目标，period = 期间，value = 数值",
        ),
        (
            PLAIN,
            Language.EN,
            "UTF-8  comma  header on line 1  target = target, period = period, value = value",
        ),
        (
            CROSSTAB,
            Language.ZH,
            "UTF-8  分号分隔  表头在第 2 行  指标 = 目标，备注 = 备注，1月 … 2月 (2) = 期间  "
            "没写年份的按 2020 年  不读的列：合计  跳过的行（标题、脚注）：1、4",
        ),
    ],
    ids=["zh", "en", "months as columns"],
)
def test_each_header_and_what_it_was_taken_for(
    write: Write, rows: str, language: Language, shown: str
) -> None:
    book = hytargets.load_book(write("targets.yaml", book_text([JOBS])))
    path = write("progress.csv", rows)
    progress = hytargets.read_progress([path], book)
    document = validation_document(book, progress, progress.problems, 0, Voice(language))
    lines = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert lines[1] == f"{path}  {shown}"
