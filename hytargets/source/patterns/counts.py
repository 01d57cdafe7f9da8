"""Chinese numerals that count. `n` is the numeral, `unit` what it counts."""

import re

from hytargets.source.patterns.amounts import ADMIN, SUFFIX
from hytargets.source.patterns.pieces import NUMERAL, either
from hytargets.values.numerals import NUMERALS

_COUNTER = either(
    "个百分点|平方公里|立方米|平方米|公里|公顷|千瓦|工作日",
    "个|家|所|座|处|项|条|套|间|件|台|辆",
    "种|类|场|支|名|位|人次|人",
    "亩|吨|元",
    "倍|成|次",
    ADMIN,
)

# 三个, 两百户以上, 三千五百亩; not 第三个. A bare 一 counts nothing: 一个重要方面.
COUNT = re.compile(
    f"(?<![{NUMERALS}第周])"
    f"(?P<n>[一二两三四五六七八九]?[十百千万亿][{NUMERALS}]{{0,12}}|[二两三四五六七八九])"
    f"(?P<unit>{_COUNTER})(?P<suffix>{SUFFIX})?"
)
# 两到三家
COUNT_RANGE = re.compile(
    f"(?P<n>[一二两三四五六七八九])[至到](?P<high>[二三四五六七八九十])(?P<unit>{_COUNTER})"
)
# 新建一座: after a verb of building, 一 does count
ONE_BUILT = re.compile(
    "(?:新建|建成|建设|创建|引进|打造|新增|开工|组建|办好|启动)"
    "(?P<n>一)(?P<unit>所|座|家|条|处|栋|支|艘|架|台|对)"
)
# 至少建成一所
AT_LEAST_COUNT = re.compile(
    f"至少[^,。;、0-9]{{0,4}}?(?P<n>[一二两三四五六七八九十百千]{{1,6}})(?P<unit>{_COUNTER})"
)
# 百分之九十五点五以上
IN_HUNDREDTHS = re.compile(
    f"(?P<unit>百分之)(?P<n>{NUMERAL})(?:点(?P<decimals>[零一二三四五六七八九]{{1,4}}))?"
    f"(?P<suffix>{SUFFIX})?"
)
# 突破千亿
BIG_MONEY = re.compile(
    "(?<=[破超过到达上越刺])(?P<n>[一二三四五六七八九]?[十百千万]{0,4}亿)(?P<unit>元)?"
)
# 五县(区)十镇百村, within quotation marks
ADMIN_COUNT = re.compile(f"(?P<n>{NUMERAL})(?P<unit>{ADMIN})")
