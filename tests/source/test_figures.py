"""Figures found in prose: what is printed, read exactly, with its unit and comparison."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from hytargets.book.terms import Comparison
from hytargets.source.bare import FigureKind
from hytargets.source.figures import Figure, section_figures
from hytargets.source.sections import read_sections
from hytargets.values.number import exact


def found(text: str) -> list[Figure]:
    return [figure for section in read_sections(text) for figure in section_figures(section)]


def targets_of(text: str) -> list[Figure]:
    return [figure for figure in found(text) if figure.kind.reads_like_a_target]


def shown(figure: Figure) -> str:
    values = "-".join(map(exact, figure.values))
    return f"{values} {figure.unit} {figure.comparison}"


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
    (figure,) = [figure for figure in found(clause) if figure.printed == printed]
    assert [Fraction(value) for value in figure.values] == [Fraction(value) for value in values]
    assert figure.comparison is Comparison(comparison)
    if unit:
        assert figure.unit == unit


# Clauses in the style of other reports: every figure that reads like a target, as "value unit
# comparison".
OTHER_REPORTS = {
    "GDP增长6%以上": "6 % at_least",
    "居民消费价格涨幅3%左右": "3 % about",
    "城镇新增就业1100万人以上,城镇调查失业率5.5%左右": "11000000 人 at_least, 5.5 % about",
    "粮食产量保持在1.3万亿斤以上": "1300000000000 斤 at_least",
    "单位国内生产总值能耗降低3%左右": "3 % about",
    "新改建农村公路20万公里": "200000 公里 at_least",
    "PM2.5平均浓度下降5%以上": "5 % at_least",
    "地区生产总值力争突破1000亿元": "100000000000 元 more_than",
    "地区生产总值增长6%-6.5%": "6-6.5 % between",
    "规模以上工业增加值增长8%左右": "8 % about",
    "引进3到5家龙头企业": "3-5 家 between",
    "净增规模以上工业企业200家": "200 家 at_least",
    "城镇登记失业率低于4.5%": "4.5 % less_than",
    "城乡居民人均可支配收入分别增长7.5%和8.5%": "7.5 % at_least, 8.5 % at_least",
    "农村常住居民人均可支配收入增长高于全国平均水平0.5个百分点以上": "0.5 个百分点 at_least",
    "固定资产投资增长10%左右,力争12%": "10 % about, 12 % at_least",
    "一般公共预算收入增长5%,力争更好": "5 % at_least",
    "引进世界500强、中国500强、上市公司或行业龙头企业投资项目不少于3个": "3 个 at_least",
    "投资10亿元以上项目10个、亿元以上项目100个": "10 个 at_least, 100 个 at_least",
    "新开工亿元以上产业项目100个": "100 个 at_least",
    "新增国家级专精特新“小巨人”企业20家、省级专精特新企业50家以上": (
        "20 家 at_least, 50 家 at_least"
    ),
    "新建改造21.67公里碧道、8公里绿道": "21.67 公里 at_least, 8 公里 at_least",
    "建成零碳公园等10个公园": "10 个 at_least",
    "加快推进18个新改扩建学校项目建设": "18 个 at_least",
    "推进10家以上社康机构建设": "10 家 at_least",
    "实施新建、改扩建学校重点建设项目12个,计划竣工3个,其中幼儿园7个、小学4个、初中1个": (
        "12 个 at_least, 3 个 at_least, 7 个 at_least, 4 个 at_least, 1 个 at_least"
    ),
    "城乡“零就业家庭”动态清零,城镇登记失业率控制在3%以内": "0 个 at_most, 3 % at_most",
    "为全区23000名老年人提供居家上门服务": "23000 名 at_least",
    "提升改造8家城乡社区居家养老服务中心(站)": "8 家 at_least",
    "对300户困难老人家庭进行居家适老化改造": "300 户 at_least",
    "特困供养人员基本生活标准不低于当地最低生活保障标准的1.6倍": "1.6 倍 at_least",
    "提高困难残疾人生活补贴发放标准不低于60元": "60 元 at_least",
    "改(新)建农村户用厕所100万户以上": "1000000 户 at_least",
    "减少义务教育大班额1.4万个以上": "14000 个 at_least",
    "实现30户以上自然村寨垃圾收运设施覆盖率达95%以上": "95 % at_least",
    "完成5550亩历史遗留矿山生态修复": "5550 亩 at_least",
    "空气质量优良天数达312天": "312 天 at_least",
    "全社会研发投入占GDP比重达到2.5%以上": "2.5 % at_least",
    "每万人口发明专利拥有量达到12件": "12 件 at_least",
    "人均预期寿命提高到78.3岁": "78.3 岁 at_least",
    "审批时限压缩至3个工作日以内": "3 个工作日 at_most",
    "力争到2025年,数字经济规模突破2000亿元": "200000000000 元 more_than",
    "确保粮食播种面积稳定在1000万亩以上,总产量不低于50亿斤": (
        "10000000 亩 at_least, 5000000000 斤 at_least"
    ),
    "赤字率拟按2.8%左右安排": "2.8 % about",
    "宽带和专线平均资费再降10%": "10 % at_least",
    "万元GDP能耗下降3.2%": "3.2 % at_least",
    "化学需氧量、氨氮排放量分别下降2%、3%": "2 % at_least, 3 % at_least",
    "新改建公厕20余座": "20 座 more_than",
    "培训农民工5万余人次": "50000 人次 more_than",
    "建成投用小学3所、幼儿园5所,新增学位6000个": "3 所 at_least, 5 所 at_least, 6000 个 at_least",
    "城市空气质量优良天数比率不低于85%": "85 % at_least",
    "PM2.5浓度控制在35微克/立方米以内": "35 微克/立方米 at_most",
    "新增高新技术企业30家,总数突破200家": "30 家 at_least, 200 家 more_than",
    "财政收入迈上千亿元台阶": "100000000000 元 at_least",
    "办好十件民生实事": "10 件 at_least",
    "实施重点项目120个,年度投资600亿元": "120 个 at_least, 60000000000 元 at_least",
    "完成“四好农村路”建设500公里": "500 公里 at_least",
    "农产品加工转化率提高2个百分点": "2 个百分点 at_least",
    "重大传染病发病率控制在3‰以下": "3 ‰ at_most",
    "义务教育巩固率达到百分之九十五以上": "95 % at_least",
    "力争全年接待游客超过三千万人次": "30000000 人次 more_than",
    "村级集体经济收入5万元以下的村全部清零": "0 个 at_most",
    "新增60周岁以上老年人健康管理10万人": "100000 人 at_least",
    "淘汰10蒸吨以下燃煤锅炉50台": "50 台 at_least",
    "城乡居民收入比缩小到2.4:1": "2.4 :1 at_most",
    "解决21.5万农村人口饮水安全问题": "215000 人 at_least",
    "实现18个贫困县摘帽、2700个贫困村出列、131万贫困人口脱贫": (
        "18 个 at_least, 2700 个 at_least, 1310000 人 at_least"
    ),
    "对5000农户进行培训": "5000 户 at_least",
    "帮扶3.2万贫困户": "32000 户 at_least",
    "人口自然增长率控制在6‰以内": "6 ‰ at_most",
    "亿元GDP生产安全事故死亡率下降10%": "10 % at_least",
    "化学需氧量、二氧化硫、氨氮、氮氧化物排放量分别削减1.5%、2%、1.7%、3%": (
        "1.5 % at_least, 2 % at_least, 1.7 % at_least, 3 % at_least"
    ),
    "90%以上的行政村通客车": "90 % at_least",
    "增幅高于全省平均水平1个百分点": "1 个百分点 at_least",
    "贫困发生率降至1%以下": "1 % at_most",
    "每县建成2所以上特殊教育学校": "2 所 at_least",
    "失业率≤4.5%": "4.5 % at_most",
    "合格率≥98%": "98 % at_least",
    "常住人口城镇化率、户籍人口城镇化率分别提高1个和1.2个百分点": (
        "1 个百分点 at_least, 1.2 个百分点 at_least"
    ),
    "一产、二产、三产分别增长3.5%、6%、7.5%": "3.5 % at_least, 6 % at_least, 7.5 % at_least",
    "每千名老人拥有养老床位35张": "35 张 at_least",
    "全年接待游客8亿人次、实现旅游收入1万亿元": (
        "800000000 人次 at_least, 1000000000000 元 at_least"
    ),
    "城镇新增就业、失业人员再就业、就业困难人员就业分别达到70万人、35万人、10万人": (
        "700000 人 at_least, 350000 人 at_least, 100000 人 at_least"
    ),
    "争取中央资金50亿元以上": "5000000000 元 at_least",
    "学前三年毛入园率达到88%": "88 % at_least",
    "九年义务教育巩固率达到98%": "98 % at_least",
    "新增供水能力10万吨/日": "100000 吨/日 at_least",
    "打造“一县一特”示范县10个": "10 个 at_least",
    "培育百亿企业5家、千亿产业2个": "5 家 at_least, 2 个 at_least",
    "确保7.5%、力争8%": "7.5 % at_least, 8 % at_least",
    "县级以上集中式饮用水水源地水质达标率100%": "100 % at_least",
    "淘汰落后产能200万吨以上": "2000000 吨 at_least",
    "新增城镇就业5.13万人,完成年度目标任务的102.6%": "51300 人 at_least",
    "GDP增长8%-9%之间": "8-9 % between",
    "到2020年底,建成50个": "50 个 at_least",
    "增长7%以上、8%以下": "7 % at_least, 8 % at_most",
    "农村五保户集中供养标准达到每人每年3600元": "3600 元 at_least",
    "劣Ⅴ类水体占比低于2%": "2 % less_than",
    "建设千兆光网,新建100个以上充电站": "100 个 at_least",
    "引进院士团队3个(含1个海外团队)": "3 个 at_least, 1 个 at_least",
    "总投资1.2万亿元的项目开工": "1200000000000 元 at_least",
    "工业总产值迈上千亿台阶,接近1300亿元,其中仪表光电缆产业产值突破350亿元": (
        "100000000000 元 at_least, 130000000000 元 about, 35000000000 元 more_than"
    ),
    "新增“三品一标”认证农产品4个": "4 个 at_least",
    "12345政务服务热线办结率达98%以上": "98 % at_least",
    "实现村村通公交、组组通硬化路100%": "100 % at_least",
    "新建三个公园,开工建设两条快速路": "3 个 at_least, 2 条 at_least",
    "新建一座污水处理厂,引进两到三家总部企业": "1 座 at_least, 2-3 家 between",
    "八成以上的社区建立养老驿站": "80 % at_least",
    "确保每个县至少有1所公办中等职业学校": "100 % at_least",
    "粮食总产量稳定在60亿斤左右": "6000000000 斤 about",
    "单位GDP能耗不高于0.5吨标准煤": "0.5 吨标准煤 at_most",
    "地区生产总值增长７．５％左右": "7.5 % about",
    "build at least 900 km of rural roads": "900 km at_least",
    "reduce unemployment to below 5 per cent by December 2025": "5 % less_than",
    "create 1.5 million jobs and no more than 14 district hospitals": (
        "1500000 jobs at_least, 14 hospitals at_most"
    ),
    "between 3 and 5 parks": "3-5 parks between",
}


@pytest.mark.parametrize(("clause", "wanted"), OTHER_REPORTS.items(), ids=OTHER_REPORTS)
def test_clauses_of_other_reports(clause: str, wanted: str) -> None:
    assert ", ".join(map(shown, targets_of(clause))) == wanted


@pytest.mark.parametrize(
    ("clause", "names"),
    [
        ("确保新增城镇就业5.7万人", ["新增城镇就业"]),
        ("完成355个行政村的生活污水治理任务", ["行政村的生活污水治理"]),
        ("提质升级50家农业标准化示范基地", ["提质升级农业标准化示范基地"]),
        ("打造示范乡镇12个、示范村120个", ["打造示范乡镇", "示范村"]),
        ("实现18个贫困县摘帽、2700个贫困村出列", ["贫困县摘帽", "贫困村出列"]),
        (
            "公办幼儿园、普惠性幼儿园在园幼儿比例分别达50%、80%以上",
            ["公办幼儿园在园幼儿比例", "普惠性幼儿园在园幼儿比例"],
        ),
        ("固定资产投资增长10%左右,力争12%", ["固定资产投资增长", "固定资产投资增长"]),
        (
            "扎实推进“五县(区)十镇百村”示范创建工程",
            ["示范创建五县(区)", "示范创建十镇", "示范创建百村"],
        ),
    ],
)
def test_names(clause: str, names: list[str]) -> None:
    assert [figure.name for figure in targets_of(clause)] == names


@pytest.mark.parametrize(
    ("text", "striven_for"),
    [
        ("力争水质100%达标,确保污水处理率达到95%", [True, False]),
        ("地区生产总值增长7.5%,力争8%", [False, True]),
        ("力争8%,新增就业5万人", [True, False]),
        ("力争增长8%、确保7%", [True, False]),
        ("力争到2025年,数字经济规模突破2000亿元", [True]),
        ("争取中央资金50亿元以上", [False]),
    ],
)
def test_commitment(text: str, striven_for: list[bool]) -> None:
    assert [figure.aspirational for figure in targets_of(text)] == striven_for


def test_places_and_lines() -> None:
    text = (
        "一、目标\n\n■本报记者 某某\n\n"
        + "落实政策,关爱残"
        + "疾" * 100
        + "\n\n人3000名,新增就业5万人。\n"
    )
    (first, second) = found(text)
    assert (first.line, second.line, second.clause, second.printed) == (
        7,
        7,
        "新增就业5万人",
        "5万人",
    )
    section = read_sections(text)[0]
    assert section.text[second.start : second.end] == "5万人"
    assert first.clause.startswith("关爱残疾疾")


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (
            "关键词 1 城乡面貌\n目标:甲\n措施一:治水\n乙。\n措施二:\n\n办学\n丙。",
            [("1", "城乡面貌"), ("1.1", "治水"), ("1.2", "办学")],
        ),
        (
            "前言。\n一、甲\n(一)乙。正文。\n(二)丙\n二、丁",
            [("0", ""), ("1", "甲"), ("1.1", "乙"), ("1.2", "丙"), ("2", "丁")],
        ),
        (
            "1. Roads\ntext\n1.2 Homes\ntext\n2. Jobs",
            [("1", "Roads"), ("1.2", "Homes"), ("2", "Jobs")],
        ),
        ("第一部分 甲\n1.新增就业5万人;\n2.新建学校3所。", [("1", "甲")]),
        ("# 甲\n## 一、乙\n## 二、丙", [("1", "甲"), ("1.1", "乙"), ("1.2", "丙")]),
        ("新增就业5万人\n新建学校3所", [("0", "")]),
    ],
)
def test_headings(text: str, headings: list[tuple[str, str]]) -> None:
    assert [(one.id, one.title) for one in read_sections(text)] == headings


@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "一" * 50_000,
        "1个、" * 3_000,
        "力争到2025年," * 3_000,
        "“" * 50_000,
        "达到国家" * 9_000,
    ],
)
def test_no_text_makes_it_slow(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("开展防洪薄弱环节治理三年行动计划", FigureKind.PLAN),
        ("举办第十一届市运会", FigureKind.ORDINAL),
        ("确保2020年农民工工资", FigureKind.YEAR),
        ("消除55人以上大班额", FigureKind.DEFINITION),
        ("“两不愁三保障”扶贫工作", FigureKind.NAME),
        ("新增城镇就业66289人,为任务的116.3%", FigureKind.RATE),
        ("补助标准从574元提高到609元", FigureKind.BASELINE),
        ("打造15分钟生活圈", FigureKind.DURATION),
        ("完成省下达的目标任务", FigureKind.ELSEWHERE),
        ("坚决遏制重特大事故", FigureKind.VAGUE),
    ],
)
def test_what_is_no_target(clause: str, kind: FigureKind) -> None:
    assert kind in [figure.kind for figure in found(clause)]


@pytest.mark.parametrize(
    ("quoted", "printed"),
    [
        ("三清三建行动", ["三清三建行动"]),
        ("两不愁三保障和饮水安全有保障", ["两不愁三保"]),  # of a long name its numerals
        ("千企送岗5000个", ["千企", "5000个"]),  # what holds an amount is no name
    ],
)
def test_names_in_quotation_marks(quoted: str, printed: list[str]) -> None:
    assert [one.printed for one in found(f"推进“{quoted}”。")] == printed


@pytest.mark.parametrize(
    "idiom",
    ["城乡一体化", "进一步优化", "统一规划", "双江路", "周末百姓剧场", "一是加强领导", "万众一心"],
)
def test_idioms_do_not_drown_the_reader(idiom: str) -> None:
    assert [one.printed for one in found(f"推进{idiom}。")] == []


def test_the_prose_of_other_governments(shared: Path) -> None:
    """Of the quotes of two published results: figure and unit as the fact table has them."""
    rows = [
        row
        for case in ("yongzhou-2018-year", "hunan-2011-year")
        for row in csv.DictReader(
            (shared / "cases" / case / "facts.csv").read_text(encoding="utf-8").splitlines()
        )
    ]
    figures = units = comparisons = 0
    for row in rows:
        unit = row["unit"].removeprefix("万")
        wanted = Fraction(row["actual"]) * (10_000 if unit != row["unit"] else 1)
        hits = [
            figure
            for figure in found(row["quote"])
            if wanted in [Fraction(value) for value in figure.values]
        ]
        figures += bool(hits)
        units += any(figure.unit == unit for figure in hits)
        comparisons += any(figure.comparison is Comparison.AT_LEAST for figure in hits)
    assert min(figures, units, comparisons) >= 0.9 * len(rows), (figures, units, comparisons)
