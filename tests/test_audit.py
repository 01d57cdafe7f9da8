"""Is every figure of the source accounted for? On the shipped book, and on a small one."""

from pathlib import Path

import pytest
from conftest import Write
from test_cli import BOOK, run

import hytargets
from hytargets.audit import Finding, Obstacle, audit
from hytargets.book import resolve
from hytargets.bookfile import parse_book
from hytargets.draft import draft

SMALL = """\
关键词 1 城乡面貌

目标:稳步推进“三大”工程

措施一:改善人居环境

新改建卫生厕所7.5万户;实施自然村通水泥路900公里。推进城乡一体化。

措施二:

办好教育

新增学位2.5万个,开展三年行动计划。力争消除大班额。
"""
CUT = "新改建卫生厕所7.5万户;"


@pytest.fixture(scope="module")
def small() -> hytargets.TargetBook:
    return resolve(parse_book("draft.yaml", draft(SMALL, "小城").encode()))


def test_a_draft_accounts_for_its_own_text(small: hytargets.TargetBook) -> None:
    assert audit(SMALL, small).is_complete
    assert [(one.section, one.source.printed) for one in small.targets][:3] == [
        ("1.1", "7.5万户"),
        ("1.1", "900公里"),
        ("1.2", "2.5万个"),
    ]


def test_an_inserted_figure_is_found(small: hytargets.TargetBook) -> None:
    (gap,) = audit(SMALL.replace("推进城乡", "新建体育馆37座。推进城乡"), small).unaccounted
    assert (gap.figure.printed, gap.spot.section, gap.spot.line) == ("37座", "1.1", 7)
    assert "37座" in gap.suggestion


@pytest.mark.parametrize(
    ("text", "finding", "printed", "section"),
    [
        (SMALL.replace("7.5万户", "8.5万户"), Finding.CHANGED, "7.5万户", "1.1"),
        (SMALL.replace(CUT, ""), Finding.ABSENT, "7.5万户", None),
        (SMALL.replace(CUT, "").replace("新增学位", CUT + "新增学位"), Finding.WRONG_SECTION, "7.5万户", "1.2"),
    ],
)
def test_a_citation_that_is_not_borne_out(
    small: hytargets.TargetBook, text: str, finding: Finding, printed: str, section: str | None
) -> None:
    (wrong,) = audit(text, small).misquoted
    assert (wrong.finding, wrong.citation.printed) == (finding, printed)
    assert (wrong.spot.section if wrong.spot else None) == section


def test_a_figure_claimed_twice(small: hytargets.TargetBook) -> None:
    twice = small._replace(targets=(*small.targets, small.targets[0]._replace(id="again")))
    assert len(audit(SMALL, twice).double) == 1


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [("", Obstacle.TEXT_EMPTY), (" \n", Obstacle.TEXT_EMPTY), ("别的文章。", Obstacle.SECTIONS_UNKNOWN)],
)
def test_what_cannot_be_judged(small: hytargets.TargetBook, text: str, obstacle: Obstacle) -> None:
    assert audit(text, small).obstacle is obstacle


@pytest.mark.parametrize(
    ("edit", "code", "told"),
    [
        (("", ""), 0, "每个数字都有着落。退出码 0"),
        (("完善小区、学校等区域路网。", "新建体育馆37座。"), 1, "“37座”没有着落"),
        (("7.5万户", "8.5万户"), 1, "rural-toilets (targets[5])  清单写“7.5万户”，原文这里是“新改建卫生厕所8.5万户”"),
        (("实施自然村通水泥路900公里,", ""), 1, "village-roads (targets[6])  清单写“900公里”，原文没有"),
    ],
)
def test_the_shipped_book_on_its_report(
    shared: Path, write: Write, edit: tuple[str, str], code: int, told: str
) -> None:
    text = (shared / "report" / "hengyang-2020.txt").read_text(encoding="utf-8").replace(*edit)
    done = run("audit", write("report.txt", text), "-t", BOOK)
    assert (done.returncode, done.stderr) == (code, "")
    assert told in done.stdout


def test_audit_of_nothing(write: Write) -> None:
    assert run("audit", write("report.txt", ""), "-t", BOOK).returncode == 2
    assert run("audit", "none.txt", "-t", BOOK).returncode == 2
