"""Is every figure of the source accounted for? On the shipped book, and on a small one."""

from pathlib import Path

import pytest
from conftest import BOOK, SHARED, Write, run
from test_draft import drafted, written

import hytargets
from hytargets.book.reading import load_book, read_book
from hytargets.documents.audit import audit_document
from hytargets.documents.document import Paragraph
from hytargets.language import Language
from hytargets.source.audit import audit
from hytargets.source.findings import Finding, Obstacle
from hytargets.wording.voice import Voice

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
    return drafted(SMALL, "小城")


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
    assert [proposal.printed for proposal in gap.proposals] == ["37座"]
    assert gap.identifier not in {target.id for target in small.targets}


def test_what_might_account_for_a_figure_is_shown(small: hytargets.TargetBook) -> None:
    text = SMALL.replace("推进城乡", "新建体育馆37座。推进城乡")
    document = audit_document("小城", audit(text, small), 1, Voice(Language.ZH))
    shown = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert shown[shown.index("可以这样写：") + 1 : -1] == [
        '  - id: "1.1-3"',
        "    name: 新建体育馆",
        '    section: "1.1"',
        "    comparison: at_least",
        "    value: 37",
        "    unit: 座",
        "    measure: flow  # review: 按字面猜的类型，请核对",
        '    source: {quote: 新建体育馆37座, printed: "37座"}',
    ]


@pytest.mark.parametrize(
    ("text", "finding", "printed", "section"),
    [
        (SMALL.replace("7.5万户", "8.5万户"), Finding.CHANGED, "7.5万户", "1.1"),
        (SMALL.replace(CUT, ""), Finding.ABSENT, "7.5万户", None),
        (
            SMALL.replace(CUT, "").replace("新增学位", CUT + "新增学位"),
            Finding.WRONG_SECTION,
            "7.5万户",
            "1.2",
        ),
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
    [
        ("", Obstacle.TEXT_EMPTY),
        (" \n", Obstacle.TEXT_EMPTY),
        ("别的文章。", Obstacle.SECTIONS_UNKNOWN),
    ],
)
def test_what_cannot_be_judged(small: hytargets.TargetBook, text: str, obstacle: Obstacle) -> None:
    assert audit(text, small).obstacle is obstacle


@pytest.mark.parametrize(
    ("edit", "code", "told"),
    [
        (("", ""), 0, "每个数字都有着落。退出码 0"),
        (("完善小区、学校等区域路网。", "新建体育馆37座。"), 1, "“37座”没有着落"),
        (
            ("7.5万户", "8.5万户"),
            1,
            "rural-toilets (targets[5])  清单写“7.5万户”，原文这里是“新改建卫生厕所8.5万户”",
        ),
        (
            ("实施自然村通水泥路900公里,", ""),
            1,
            "village-roads (targets[6])  清单写“900公里”，原文没有",
        ),
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


@pytest.fixture(scope="module")
def report() -> str:
    path = SHARED / "report/hengyang-2020.txt"
    if not path.exists():
        pytest.skip("../shared is not beside the project")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shipped() -> hytargets.TargetBook:
    return load_book(BOOK)


def test_every_figure_of_the_report_is_accounted_for(
    report: str, shipped: hytargets.TargetBook
) -> None:
    told = audit(report, shipped)
    assert told.is_complete
    assert len(told.accounted) == told.figures == 69


def test_every_change_to_a_printed_figure_is_found(
    report: str, shipped: hytargets.TargetBook
) -> None:
    """Each target with an Arabic figure: changed in its clause, the clause cut out, or moved."""
    tried = 0
    for target in shipped.targets:
        quote, printed = target.source.quote or "", target.source.printed or ""
        digit = next((one for one in printed if one.isdigit()), None)
        if digit is None or report.count(quote) != 1:
            continue
        tried += 1
        changed = printed.replace(digit, "3" if digit == "8" else "8", 1)
        at = quote.index(printed)
        other = quote[:at] + changed + quote[at + len(printed) :]
        told = audit(report.replace(quote, other), shipped)
        assert not told.unaccounted
        assert Finding.CHANGED in {
            one.finding for one in told.misquoted if one.citation.target == target.id
        }
        assert any(
            one.figure and changed.startswith(one.figure.printed[:2]) for one in told.misquoted
        ), changed

        told = audit(report.replace(quote, ""), shipped)
        assert Finding.ABSENT in {
            one.finding for one in told.misquoted if one.citation.target == target.id
        }

        moved = report.replace(quote, "").replace("大力发展群众体育,", f"大力发展群众体育,{quote},")
        told = audit(moved, shipped)
        found = [one for one in told.misquoted if one.citation.target == target.id]
        assert [(one.finding, one.spot and one.spot.section) for one in found] == [
            (Finding.WRONG_SECTION, "4.3")
        ]
    assert tried >= 15


@pytest.mark.parametrize(
    "after", ["衡阳目标篇②", "长丰大道北延、", "完善小区、学校等区域路网。", "社会大局和谐稳定。"]
)
def test_an_insertion_anywhere_is_found(
    report: str, shipped: hytargets.TargetBook, after: str
) -> None:
    text = report.replace(after, f"{after}新建体育馆37座。", 1)
    assert [one.figure.printed for one in audit(text, shipped).unaccounted] == ["37座"]


@pytest.mark.parametrize(
    ("value", "printed", "findings"),
    [
        ("7.5万", "7.5万户", []),
        ("75000", "7.5万户", []),
        ("8.5万", "7.5万户", [Finding.VALUE]),
        ("5万", "5万户", [Finding.CHANGED]),
    ],
)
def test_the_value_of_an_entry_is_the_figure_it_cites(
    value: str, printed: str, findings: list[Finding]
) -> None:
    clause = "新改建卫生厕所7.5万户"
    edited = (
        written(clause)
        .replace("value: 7.5万", f"value: {value}")
        .replace('"7.5万户"', f'"{printed}"')
    )
    book = read_book("draft.yaml", edited.encode())
    assert [one.finding for one in audit(clause, book).misquoted] == findings


def test_the_book_overrules_the_idioms() -> None:
    """What no figure was found in may be cited, and is asked for where it is gone."""
    text = "新建学校3所,推进城乡一体化。"
    entry = '  - {section: "0", printed: 一体化, context: 城乡一体化, why: idiom}'
    book = read_book("draft.yaml", f"{written(text)}\nexcluded:\n{entry}\n".encode())
    assert audit(text, book).is_complete
    assert [one.finding for one in audit("新建学校3所。", book).misquoted] == [Finding.ABSENT]
