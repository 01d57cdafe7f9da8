"""A book skeleton from a report's text: it validates, and the audit of the same text passes on it."""

from pathlib import Path

import pytest
from conftest import Write
from test_cli import run

from hytargets.audit import audit
from hytargets.book import TargetBook, resolve
from hytargets.bookfile import parse_book
from hytargets.draft import draft

TEXTS = [
    "",
    "没有标题的一段话，新增就业3万人以上，失业率控制在4%以内。",
    "一、经济发展\n(一)稳增长\n地区生产总值增长6%以上,居民消费价格涨幅3%左右。\n二、改善民生\n新建公办学校12所。\n",
    "1.1 Roads\nBuild 20 km of roads by 2026.\n1.2 Jobs\nAt least 5,000 new jobs.\n",
    "新增城镇就业66289人,为任务的116.3%",
    "“=cmd|' /C calc'!A0” [red] {a: b} # 3个 \x1b[31m 5家",
]


def drafted(text: str, title: str | None = None) -> TargetBook:
    return resolve(parse_book("draft.yaml", draft(text, title).encode()))


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
    (target,) = [one for one in hengyang.targets if (one.section, one.source.printed) == (section, printed)]
    assert [str(target.comparison), int(target.value), str(target.commitment)] == [comparison, value, commitment]


def test_hengyang_as_a_whole(hengyang: TargetBook) -> None:
    assert len(hengyang.targets) == 34
    assert {section.id: section.title.zh for section in hengyang.sections}["4.5"] == "推进社会治理体系和治理能力现代化"
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
