"""A book skeleton from a report's text: it validates, and the audit of the same text passes on it."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import Write
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_cli import run

from hytargets.book.reading import read_book
from hytargets.book.target import TargetBook
from hytargets.problems import Code, InvalidInput
from hytargets.source.audit import audit
from hytargets.source.draft import draft

TEXTS = [
    "",
    "没有标题的一段话，新增就业3万人以上，失业率控制在4%以内。",
    "一、经济发展\n(一)稳增长\n地区生产总值增长6%以上,居民消费价格涨幅3%左右。\n二、改善民生\n新建公办学校12所。\n",
    "1.1 Roads\nBuild 20 km of roads by 2026.\n1.2 Jobs\nAt least 5,000 new jobs.\n",
    "新增城镇就业66289人,为任务的116.3%",
    "“=cmd|' /C calc'!A0” [red] {a: b} # 3个 \x1b[31m 5家",
]


def drafted(text: str, title: str | None = None) -> TargetBook:
    return read_book("draft.yaml", draft(text, title).encode())


@pytest.mark.parametrize("text", [text for text in TEXTS if any(c.isdigit() for c in text)])
def test_a_draft_validates_and_accounts_for_its_text(text: str) -> None:
    book = drafted(text, "某市")
    assert book.title.zh == "某市"
    assert audit(text, book).is_complete


def test_what_needs_a_human_is_marked() -> None:
    text = draft(TEXTS[1])
    assert text.count("# review:") >= 2
    assert "value: 3万" in text


@pytest.fixture(scope="module")
def hengyang() -> TargetBook:
    path = Path(__file__).parents[2] / "shared/report/hengyang-2020.txt"
    if not path.exists():
        pytest.skip("../shared is not beside the project")
    return drafted(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("section", "printed", "comparison", "value", "commitment"),
    [
        ("1.1", "全面完成", "at_least", 100, "aspirational"),
        ("1.2", "百村", "at_least", 100, "firm"),
        ("1.2", "100个以上", "at_least", 100, "firm"),
        ("1.2", "农药化肥“负增长”", "less_than", 0, "firm"),
        ("1.2", "化肥“负增长”", "less_than", 0, "firm"),
        ("2.1", "1.64万人", "at_least", 16400, "firm"),
        ("2.2", "100%", "at_least", 100, "aspirational"),
        ("2.2", "全面完成", "at_least", 100, "firm"),
        ("4.1", "4%以内", "at_most", 4, "firm"),
        ("4.2", "50%", "at_least", 50, "firm"),
        ("4.2", "80%以上", "at_least", 80, "firm"),
        ("4.5", "50家", "at_least", 50, "firm"),
    ],
)
def test_hengyang(
    hengyang: TargetBook, section: str, printed: str, comparison: str, value: int, commitment: str
) -> None:
    (target,) = [
        one for one in hengyang.targets if (one.section, one.source.printed) == (section, printed)
    ]
    assert [str(target.comparison), int(target.value), str(target.commitment)] == [
        comparison,
        value,
        commitment,
    ]


def test_hengyang_as_a_whole(hengyang: TargetBook) -> None:
    assert len(hengyang.targets) == 34
    assert {section.id: section.title.zh for section in hengyang.sections}[
        "4.5"
    ] == "推进社会治理体系和治理能力现代化"
    excluded = {(one.section, one.printed): one.why for one in hengyang.excluded}
    assert (excluded["4.2", "55人以上"], excluded["4.4", "2020年"]) == ("definition", "year")
    assert not any("较大以上" in one.printed for one in hengyang.excluded)


def test_draft_from_the_command_line(write: Write, tmp_path: Path) -> None:
    report, book = write("r.txt", TEXTS[1]), str(tmp_path / "b.yaml")
    assert run("draft", report, "--title", "某市", "-o", book).returncode == 0
    assert run("validate", "-t", book).returncode == 0
    assert run("audit", report, "-t", book).returncode == 0
    assert "[file.there]" in run("draft", report, "-o", book).stderr
    assert run("draft", report).stdout.startswith("#")


def test_the_prose_of_other_governments(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of published results: is the figure drafted as a target, with its unit and comparison, and nothing else?"""
    comparisons = {">=": "at_least", "<=": "at_most", ">": "more_than", "<": "less_than"}
    right = {"figure": 0, "unit": 0, "comparison": 0, "nothing else": 0}
    rows = [
        row
        for case in ("yongzhou-2018-year", "hunan-2011-year")
        for row in csv.DictReader(
            (shared / "cases" / case / "facts.csv").read_text(encoding="utf-8").splitlines()
        )
    ]
    for row in rows:
        targets = drafted(row["quote"]).targets
        unit = row["unit"].removeprefix("万")
        wanted = Fraction(row["actual"]) * (10_000 if unit != row["unit"] else 1)
        hits = [target for target in targets if target.value == wanted]
        right["figure"] += bool(hits)
        right["unit"] += any(unit in target.unit.names for target in hits)
        right["comparison"] += any(
            target.comparison == comparisons[row["comparison"]] for target in hits
        )
        right["nothing else"] += len(targets) == len(hits)
    with capsys.disabled():
        print(f"\nof {len(rows)} clauses of other governments: {right}")  # noqa: T201
    assert right == dict.fromkeys(right, len(rows))


PROSE = """\
一、2019年工作回顾
新增城镇就业6.1万人,完成年度任务的107%。
二、2020年主要任务
(一)稳增长
地区生产总值增长6%-6.5%,居民消费价格涨幅3%左右,引进企业3到5家,固定资产投资增长10%、力争12%。
(二)惠民生
办好十件实事,新建学校12所、幼儿园3所,新增学位6000个。新增学位6000个。
"""


def test_what_looks_back_is_no_target() -> None:
    book = drafted(PROSE)
    assert not [target.id for target in book.targets if target.section == "1"]
    assert {one.printed for one in book.excluded if one.section == "1"} == {"6.1万人", "107%"}
    assert audit(PROSE, book).is_complete


def test_comparisons_that_a_flow_cannot_take() -> None:
    targets = {target.source.printed: target for target in drafted(PROSE).targets}
    assert [
        (printed, str(targets[printed].comparison), str(targets[printed].measure))
        for printed in ("6%-6.5%", "3%左右", "3到5家", "12%", "12所")
    ] == [
        ("6%-6.5%", "between", "growth"),
        ("3%左右", "about", "growth"),
        ("3到5家", "between", "stock"),
        ("12%", "at_least", "growth"),
        ("12所", "at_least", "flow"),
    ]
    assert str(targets["12%"].commitment) == "aspirational"


def test_ids_and_names_are_told_apart() -> None:
    book = drafted(PROSE)
    assert [target.id for target in book.targets][:3] == ["2.1-1", "2.1-2", "2.1-3"]
    assert len({target.name for target in book.targets}) == len(book.targets)


@pytest.mark.parametrize("text", ["", "没有数字。", "一、标题\n"])
def test_a_text_without_targets_says_so(text: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        drafted(text)
    assert [problem.code for problem in raised.value.problems] == [Code.BOOK_NO_TARGETS]


WORDS = [
    *PROSE.replace("\n", "").split(","),
    "\n一、",
    "\n(一)",
    "“",
    "”",
    "、",
    ",",
    "。",
    ":",
    "5",
    "百",
    "以上",
    "力争",
    "\x1b",
]


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map("".join))
@example("5\n一、5")
def test_any_draft_accounts_for_its_text(text: str) -> None:
    written = draft(text)
    if "targets: []" not in written:
        assert audit(text, read_book("draft.yaml", written.encode())).is_complete


def test_a_text_without_a_target_is_said_to_have_none(write: Write) -> None:
    done = run("draft", write("r.txt", "没有数字的一段话。"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no figure in the text reads like a target" in " ".join(
        done.stderr.replace("│", " ").split()
    )
