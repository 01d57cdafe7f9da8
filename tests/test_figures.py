"""Figures found in prose: what is printed, read exactly, with its unit and comparison."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from hytargets.figures import Figure, section_figures
from hytargets.reporttext import read_sections


def found(text: str) -> list[Figure]:
    return [figure for section in read_sections(text) for figure in section_figures(section)]


CLAUSES = [
    ("地区生产总值增长6%以上", "6%以上", ["6"], "%", "at_least"),
    ("居民消费价格涨幅3%左右", "3%左右", ["3"], "%", "about"),
    ("城镇新增就业1100万人以上", "1100万人以上", ["11000000"], "人", "at_least"),
    ("粮食产量1.3万亿斤以上", "1.3万亿斤以上", ["1300000000000"], "斤", "at_least"),
    ("新改建农村公路20万公里", "20万公里", ["200000"], "公里", "at_least"),
    ("森林覆盖率达到62%", "62%", ["62"], "%", "at_least"),
    ("不少于50个", "50个", ["50"], "个", "at_least"),
    ("水质优良比例不低于95%", "95%", ["95"], "%", "at_least"),
    ("PM2.5平均浓度下降3%", "3%", ["3"], "%", "at_least"),
    ("力争突破1000亿元", "1000亿元", ["100000000000"], "元", "more_than"),
    ("财政收入增长6%-6.5%", "6%-6.5%", ["6", "6.5"], "%", "between"),
    ("净增规模以上工业企业200家", "200家", ["200"], "家", "at_least"),
    ("城镇登记失业率控制在4.5%以内", "4.5%以内", ["4.5"], "%", "at_most"),
    ("新建改造农村公路2,000公里", "2,000公里", ["2000"], "公里", "at_least"),
    ("完成投资一百二十亿元", "一百二十亿元", ["12000000000"], "元", "at_least"),
    ("新增专利授权超过1万件", "1万件", ["10000"], "件", "more_than"),
    ("新增学位２．５万个", "２．５万个", ["25000"], "个", "at_least"),
    ("基本消除55人以上大班额", "基本消除", ["0"], "", "at_most"),
]


@pytest.mark.parametrize(
    ("clause", "printed", "values", "unit", "comparison"), CLAUSES, ids=[row[0] for row in CLAUSES]
)
def test_clauses(clause: str, printed: str, values: list[str], unit: str, comparison: str) -> None:
    (figure,) = [one for one in found(clause) if one.printed == printed]
    assert ([Fraction(value) for value in figure.values], figure.comparison) == (
        [Fraction(value) for value in values],
        comparison,
    )
    if unit:
        assert figure.unit == unit


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("开展防洪薄弱环节治理三年行动计划", "plan"),
        ("举办第十一届市运会", "ordinal"),
        ("确保2020年农民工工资", "year"),
        ("消除55人以上大班额", "definition"),
        ("“两不愁三保障”扶贫工作", "name"),
        ("新增城镇就业66289人,为任务的116.3%", "rate"),
    ],
)
def test_what_is_no_target(clause: str, kind: str) -> None:
    assert kind in [str(one.kind) for one in found(clause)]


@pytest.mark.parametrize(
    "idiom", ["城乡一体化", "进一步优化", "统一规划", "双江路", "周末百姓剧场", "一是加强领导", "万众一心"]
)
def test_idioms_do_not_drown_the_reader(idiom: str) -> None:
    assert [one.printed for one in found(f"推进{idiom}。")] == []


def test_the_prose_of_other_governments(shared: Path) -> None:
    """Of the quotes of two published results: figure and unit of each as the fact table has them."""
    rows = [
        row
        for case in ("yongzhou-2018-year", "hunan-2011-year")
        for row in csv.DictReader((shared / "cases" / case / "facts.csv").read_text(encoding="utf-8").splitlines())
    ]
    figures = units = comparisons = 0
    for row in rows:
        unit = row["unit"].removeprefix("万")
        wanted = Fraction(row["actual"]) * (10_000 if unit != row["unit"] else 1)
        hits = [one for one in found(row["quote"]) if wanted in [Fraction(value) for value in one.values]]
        figures += bool(hits)
        units += any(one.unit == unit for one in hits)
        comparisons += any(one.comparison == "at_least" for one in hits)
    assert min(figures, units, comparisons) >= 0.9 * len(rows), (figures, units, comparisons)
