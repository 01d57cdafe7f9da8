"""Numbers that name a thing, put it in an order or say which ones are meant: no amounts."""

import re

from hytargets.source.patterns.amounts import SUFFIX
from hytargets.source.patterns.pieces import ARABIC, HAN, NUMERAL, either
from hytargets.values.numerals import NUMERALS

NAMING = frozenset("一二两三四五六七八九十百千万亿0123456789")  # in a name; 零 makes none

QUOTED = re.compile(
    either(
        "“[^“”]{1,24}”",  # “三清三建”
        "《[^《》]{1,40}》",
    )
)

# ---- first, second ---------------------------------------------------------------------------

ORDINALS = re.compile(
    either(
        # 第三产业, 第11届
        rf"第(?:{NUMERAL}|{ARABIC})(?:季度|产业|(?!的){HAN})?",
        # 二期工程, 一期、二期
        rf"{NUMERAL}期(?=工程|项目|建设|扩|、|及|和|,|。|\))",
        f"(?:[一二三四五六七八九十]|{ARABIC})期工程",
        # 2号线
        f"(?<![0-9.]){ARABIC}号(?:线|楼|路|桥|井|文|令|台风)?",
    )
)

# ---- names -----------------------------------------------------------------------------------

# 三年行动计划
PLANS = re.compile(
    f"(?:{NUMERAL}|(?<![0-9.]){ARABIC})年(?={HAN}{{0,4}}(?:行动|计划|规划|攻坚|方案|整治|提升))"
)

LABELS = re.compile(
    either(
        # 〔2020〕15号
        rf"[〔\[][0-9]{{4}}[〕\]]{ARABIC}号",
        # 12345政务服务热线
        '(?<![0-9.])[0-9]{3,5}(?=[”"]?(?:政务|便民|市民|服务|热线|平台|举报|指挥))',
        # 2.0版
        r"(?<![0-9.])[0-9]{1,2}\.[0-9](?=版)",
        # 1+3+N, 2×100万千瓦
        "(?<![0-9.])[0-9]{1,4}(?:[+×*][0-9NnXx]{1,6}(?:万|亿)?(?:千瓦|兆瓦)?){1,9}",
        # 5:3:2
        "(?<![0-9.])[0-9.]{1,8}(?:[:∶][0-9.]{1,8}){2,9}",
        # 24/7
        "(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])",
        # 500强, 百强
        f"(?<![0-9.]){ARABIC}强|[百千]强",
        # 三大攻坚战; not 三大队
        "[两三四五六七八九十]大(?!队|学|会|力|幅|道)",
        # 衡阳市八中; not 县三中心
        "(?<=[市县区铁])[一二三四五六七八九十]{1,3}[中小](?!心|型|微|企|学?生)",
        # 千亿级, 百亿企业
        "[百千万]亿(?:级|产业|企业|园区|集群)",
    )
)

# 三江六岸
RUN_OF_NAMES = re.compile(
    f"(?:[一二两三四五六七八九十百千万](?![{NUMERALS}]){HAN}{{1,2}}?){{2,12}}"
)

# ---- which ones are meant --------------------------------------------------------------------

# 三分之一以上
FRACTION = re.compile(f"{NUMERAL}分之{NUMERAL}(?:{SUFFIX})?")
# 亿元以上项目, 万亩示范片
MAGNITUDE = re.compile(
    f"(?<![{NUMERALS}0-9])[十百千万]{{0,4}}[万亿]"
    "(?:元|人|吨|亩|头|只|羽|户|平方米)(?:以上|以下)?"
    f"(?={HAN})"
)
