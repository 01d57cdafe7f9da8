"""Words that imply a number, and words that mean one that cannot be read."""

import re
from decimal import Decimal
from typing import NamedTuple

from hytargets.book.terms import Comparison
from hytargets.source.patterns.pieces import HAN, either


class Implied(NamedTuple):
    """Words that imply a number: how the actual must stand to which number, in what unit."""

    pattern: re.Pattern[str]
    comparison: Comparison
    value: Decimal
    unit: str | None  # None: of what the words count


def _implied(comparison: Comparison, value: int, unit: str | None, *rows: str) -> Implied:
    return Implied(re.compile(either(*rows)), comparison, Decimal(value), unit)


# The first that fits a stretch takes it.
IMPLIED = (
    # 每个县至少有1所, 各乡镇建好一个
    _implied(
        Comparison.AT_LEAST, 100, "%",
        r"(?:每个?|各)[^,。;、]{1,8}?(?:至少|都|均)?[^,。;、0-9]{0,2}"
        r"(?:有|办好|建成|建好|建有|建设|配备|拥有|打造|新建|设立)[^,。;0-9]{0,2}[一1][所个家座处名支]",
    ),
    # 不漏一户, 一个不能少
    _implied(
        Comparison.AT_MOST, 0, None,
        "不[漏落让丢少掉留][^,。;、0-9]{0,4}一[户人个处家名村]",
        "一[户人个村]都?不(?:能|可)?(?:少|落|漏|掉队)",
    ),
    _implied(Comparison.LESS_THAN, 0, "%", "“负增长”", "负增长"),
    _implied(Comparison.AT_MOST, 0, "%", "“零增长”", "零增长"),
    _implied(Comparison.MORE_THAN, 0, "%", "(?:实现|由负转)正增长", "由负转正"),
    _implied(Comparison.AT_LEAST, 300, "%", "翻两番"),  # four times as much: a growth of 300%
    _implied(Comparison.AT_LEAST, 100, "%", "翻一?番"),
    # all of them: 应保尽保, 全面完成; 全面建成小康社会 is a slogan
    _implied(
        Comparison.AT_LEAST, 100, "%",
        "全域覆盖", "全面覆盖", "全覆盖", "稳定达标",
        f"应({HAN})尽\\1",
        "全面(?:完成|建成(?!小康)|达标|投产|开工|完工|竣工)",
        "全部(?:完成|建成|达标|投产|开工|脱贫|摘帽|投入使用|完工|竣工|退出)",
    ),
    # none left: 基本消除大班额, 零事故
    _implied(
        Comparison.AT_MOST, 0, None,
        "(?:基本|彻底|全面|全部|有效|动态)(?:消除|清零|消灭|取缔)", "清零",
        "(?:基本)?(?:无拖欠|零拖欠|不拖欠)",
        "零(?:死亡|事故|发生|新增|排放|上访|感染|投诉|发案)",
    ),
)  # fmt: skip

# 不漏一户 counts 户; where the words name nothing, things.
COUNTED_ONE = re.compile("一([户人个处家名村])")

# A number is meant and none can be read: there is nothing to measure by.
VAGUE = re.compile(
    either(
        "不发生|零容忍|遏制|杜绝",  # of evils
        "足额|基本完成|基本建成",  # of works
        "过半|一半以上|半数以上",  # of parts
        "倍增(?!计划|行动|工程)",
    )
)

# A number is meant that somebody else sets.
ELSEWHERE = re.compile(
    either(
        # 完成省下达的目标任务, 控制在国家要求
        "(?:完成|达到|控制在|实现)[^,。;0-9]{0,12}?"
        "(?:上级|国家|[省市](?=下|规|考|确|要|任|目|控|定)|考核|[省市国]定|下达)"
        "[^,。;0-9]{0,10}?(?:目标任务|任务|目标|要求|指标|标准|控制数)",
        # 高于全国平均水平; not where a number follows: 高于全省1个百分点
        "(?:不?[高低少]于|优于|快于|好于|超过|保持)"
        "(?:全国|全省|全市|上年|去年|经济增长|GDP|国家|省)"
        "(?:平均|增速|增长|水平|标准|目标){0,4}(?![^,。;]{0,10}[0-9])",
        # 与经济增长基本同步
        "[与和同][^,。;0-9]{1,14}?(?:基本)?同步",
    )
)
