"""Dates and spans of time: numbers that say when, or how long."""

import re

from hytargets.source.patterns.amounts import TO
from hytargets.source.patterns.pieces import either

_YEAR = "(?:19|20|21)[0-9]{2}"
_YEAR_ZH = "[二一][〇零九][〇零一二三四五六七八九]{2}"
_MONTH_EN = either(
    "January|February|March|April|May|June",
    "July|August|September|October|November|December",
)

YEAR_ALONE = re.compile(_YEAR)

DATES = re.compile(
    either(
        # 2020年, 2020-2022年, 2020年底前, 2020年6月30日, 2020年1-6月
        rf"(?<![0-9]){_YEAR}(?:{TO}{_YEAR})? ?年(?:度|底|末|初|前|间|内)?"
        rf"(?: ?[0-9]{{1,2}} ?月)?(?:{TO}[0-9]{{1,2}} ?月)?(?: ?[0-9]{{1,2}} ?[日号])?"
        "(?:底|末)?前?",
        # 6月底前, 1-6月, 6月30日; not 5月均
        rf"(?<![0-9])[0-9]{{1,2}}(?:{TO}[0-9]{{1,2}})? ?月(?!均)(?: ?[0-9]{{1,2}} ?[日号])?"
        "(?:底|末|份|初)?前?",
        # 2020-06-30, 2020/6, 2020.6.30
        rf"(?<![0-9]){_YEAR}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?(?![0-9%])",
        # 二〇二〇年
        f"{_YEAR_ZH}年",
        # 前三季度, 一季度
        "前?[一二三四1-4]个?季度",
        # 六月底, 六月三十日
        "[一二三四五六七八九十]{1,3}月(?:底|末|份|初|[一二三四五六七八九十]{1,3}日?)?",
        # 30 June 2020, June 30, 2020
        rf"(?:\b[0-9]{{1,2}} )?(?:{_MONTH_EN})(?: [0-9]{{1,2}},)? {_YEAR}\b",
        # FY2020
        rf"\bFY ?{_YEAR}",
        # by 2020, in 2020
        rf"(?<=\b[bi][yn] ){_YEAR}\b(?! ?%)",
        # 2019-20, 2019–2020
        rf"\b{_YEAR}[-–](?:[0-9]{{2}}|{_YEAR})\b(?!%)",
    )
)

# 三年来, 两个多月, 十天内
SPAN_OF_TIME = re.compile(
    "[二两三四五六七八九十百]{1,6}[多余]?(?:周年|年|个月|天|小时|个工作日)(?:来|多|内|左右)?"
)
