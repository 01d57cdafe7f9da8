"""What each problem says: the thing wrong, and what to do about it."""

from datetime import date
from decimal import Decimal

from hytargets.language import Language, Text
from hytargets.problems import Code, Fact, Problem
from hytargets.values.number import exact

MESSAGES: dict[Code, Text] = {
    Code.FILE_MISSING: Text("没有这个文件。请核对路径。", "There is no such file. Check the path."),
    Code.FILE_UNREADABLE: Text("无法读取：{reason}。", "It cannot be read: {reason}."),
    Code.FILE_EMPTY: Text("文件是空的。", "The file is empty."),
    Code.FILE_ENCODING: Text(
        "无法按 UTF-8 或 GB18030 解码。请另存为 UTF-8，或用 --encoding 指明编码。",
        "It is neither UTF-8 nor GB18030. Save it as UTF-8, or name its encoding with --encoding.",
    ),
    Code.FILE_NUL: Text(
        "这一行含有 NUL 字符，不计入。", "This row holds a NUL character and is not counted."
    ),
    Code.FILE_TOO_LARGE: Text("文件超过 {limit} 字节。", "The file is larger than {limit} bytes."),
    Code.FILE_THERE: Text(
        "已经有这个文件，没有覆盖。", "It is there already, and was not overwritten."
    ),
    Code.FILE_OPEN: Text("无法写入：{reason}。", "It cannot be written: {reason}."),
    Code.FOLDER_EMPTY: Text("文件夹里没有表格文件。", "The folder holds no table."),
    Code.EXCEL_MISSING: Text(
        "读 Excel 文件要先安装：pip install 'hytargets[excel]'；或在 Excel 里另存为 CSV UTF-8。",
        "To read Excel files install hytargets[excel], or save the sheet as CSV UTF-8.",
    ),
    Code.SHEET_MISSING: Text("没有“{name}”这个工作表。", "There is no sheet “{name}”."),
    Code.QUOTE_MALFORMED: Text(
        '引号不成对（一直读到第 {last} 行）。单元格里的引号要写成两个 ""。',
        'The quotes do not pair (read as far as line {last}). Write a quote inside a cell twice: "".',
    ),
    Code.FIELD_TOO_LONG: Text(
        "单元格超过 {limit} 个字符，或引号没有结束；从这一行起未读。",
        "A cell is longer than {limit} characters, or a quote never ends; nothing from this line on was read.",
    ),
    Code.YAML_SYNTAX: Text("YAML 语法有误：{reason}。", "The YAML syntax is wrong: {reason}."),
    Code.YAML_LIMIT: Text(
        "YAML 超出限度（{what} 最多 {limit}）。", "The YAML is beyond a limit ({what}: {limit})."
    ),
    Code.YAML_TAG: Text("不接受 YAML 标签 {name}。", "YAML tags such as {name} are not accepted."),
    Code.YAML_ALIAS: Text(
        "别名 *{name} 没有定义，或指向它自己。", "The alias *{name} is undefined, or holds itself."
    ),
    Code.YAML_KEY: Text("键必须是文字。", "A key must be a text."),
    Code.YAML_KEY_REPEATED: Text(
        "键 {name} 重复，第 {first} 行已有。删掉一个。",
        "The key {name} stands on line {first} already. Remove one.",
    ),
    Code.BOOK_SHAPE: Text(
        "这不是目标清单：最外层要有 format、book、units、targets。",
        "This is no target book: at its top stand format, book, units and targets.",
    ),
    Code.BOOK_FIELD_UNKNOWN: Text("没有 {field} 这个字段。", "There is no field {field}."),
    Code.BOOK_FIELD_MISSING: Text("缺少字段 {field}。", "The field {field} is missing."),
    Code.BOOK_FIELD_TYPE: Text("这里应是{kind}。", "{kind} belongs here."),
    Code.BOOK_CHOICE: Text("只能是：{expected}。", "It must be one of: {expected}."),
    Code.BOOK_DATE: Text("日期写成 2020-12-31 的样子。", "Write a date such as 2020-12-31."),
    Code.BOOK_NUMBER: Text(
        "不是数字。写成 75000 或 7.5万；区间写成 [低, 高]。",
        "This is not a number. Write 75000 or 7.5万; a range as [low, high].",
    ),
    Code.BOOK_ID: Text(
        "编号只用字母、数字、点和连字符，不超过 80 个字符。",
        "An id takes letters, digits, dots and hyphens, 80 characters at most.",
    ),
    Code.BOOK_REPEATED: Text("编号 {name} 重复。", "The id {name} is there already."),
    Code.BOOK_NAME_REPEATED: Text(
        "名称“{name}”已属于 {other}，进展文件将无法区分。",
        "The name “{name}” is that of {other} already; progress files could not tell them apart.",
    ),
    Code.BOOK_REFERENCE: Text("{kind} 里没有 {name}。", "There is no {name} among {kind}."),
    Code.BOOK_NO_TARGETS: Text("清单里没有目标。", "The book has no targets."),
    Code.BOOK_DATES_ORDER: Text("结束早于开始。", "It ends before it starts."),
    Code.BOOK_REPORTING_MISSING: Text(
        "{measure} 目标要写 reporting：to_date（累计）或 per_period（当期）。",
        "A {measure} needs reporting: to_date or per_period.",
    ),
    Code.BOOK_REPORTING_UNUSED: Text(
        "{measure} 目标没有 reporting：只有 flow 和 mean 才写。",
        "A {measure} has no reporting; only flow and mean do.",
    ),
    Code.BOOK_COMPARISON_FLOW: Text(
        "流量目标只用 at_least、more_than、at_most、less_than。",
        "A flow takes only at_least, more_than, at_most and less_than.",
    ),
    Code.BOOK_VALUE_RANGE: Text(
        "between 的 value 写成 [低, 高]。", "The value of between is [low, high]."
    ),
    Code.BOOK_VALUE_SINGLE: Text("只有 between 才有两个值。", "Only between has two values."),
    Code.BOOK_VALUE_OUTSIDE_UNIT: Text(
        "超出单位“{unit}”的 min 或 max。", "It lies outside the min or max of its unit {unit}."
    ),
    Code.BOOK_UNIT_RANGE: Text("max 小于 min。", "The max is less than the min."),
    Code.BOOK_FLOW_NEGATIVE: Text(
        "流量目标不能是负数。", "The target of a flow cannot be negative."
    ),
    Code.BOOK_TOLERANCE_MISSING: Text(
        "about 要写 tolerance。", "The comparison about needs a tolerance."
    ),
    Code.BOOK_TOLERANCE_NEGATIVE: Text("tolerance 不能是负数。", "A tolerance cannot be negative."),
    Code.BOOK_COMBINE_PERCENT: Text(
        "百分比不能按地区相加。用 mean、each 或 whole。",
        "Percentages are never summed over regions. Use mean, each or whole.",
    ),
    Code.BOOK_HOLDS: Text("holds 只用于存量的上限目标。", "Only a ceiling on a stock has holds."),
    Code.BOOK_READING_MISSING: Text(
        "basis: implied 要在 source.reading 里说明怎样读出这个数。",
        "With basis: implied, source.reading must say how the number was read.",
    ),
    Code.BOOK_BASELINE_MEASURE: Text(
        "baseline 只用于存量的 at_least、more_than、at_most、less_than、exactly，且 combine 不是 each。",
        "Only a stock with a floor, a ceiling or exactly, not combined by each, has a baseline.",
    ),
    Code.BOOK_BASELINE_MET: Text(
        "基期值已经达到目标。", "The baseline meets or equals the target already."
    ),
    Code.BOOK_BASELINE_DATE: Text(
        "baseline.date 要早于 start 和 due。", "The baseline's date must lie before start and due."
    ),
    Code.BOOK_SCHEDULE: Text(
        "这个目标没有时序：schedule 只用于流量和有基期的存量，节点只用于下限目标。",
        "This target has no schedule: only flows and stocks with a baseline have, and milestones only floors.",
    ),
    Code.BOOK_MILESTONES_ORDER: Text(
        "节点值要逐个不减，在起点和目标值之间。",
        "Milestones must not fall, and lie between the start and the target.",
    ),
    Code.BOOK_MILESTONE_DATE: Text(
        "节点日期要依次往后，在 start 和 due 之间。",
        "The days of milestones must follow one another, between start and due.",
    ),
    Code.HEADER_MISSING: Text(
        "没有表头。第一行要有列名，如：指标,期间,数值。",
        "There is no header. The first row must name the columns, such as target,period,value.",
    ),
    Code.HEADER_REPEATED: Text(
        "列名“{name}”重复。表头：{header}", "The column {name} is there twice. Header: {header}"
    ),
    Code.HEADER_BLANK: Text(
        "第 {at} 列有内容却没有列名。补上列名，或清空这一列。",
        "Column {at} holds values but has no name. Name it, or empty it.",
    ),
    Code.COLUMN_MISSING: Text(
        "缺少 {role} 列。表头：{header}", "The {role} column is missing. Header: {header}"
    ),
    Code.COLUMN_AMBIGUOUS: Text(
        "有几列都可能是数值：{names}。只留一列。",
        "Several columns could be the value: {names}. Keep one.",
    ),
    Code.ROW_CELLS: Text(
        "这一行有 {cells} 格，表头有 {expected} 格。",
        "This row has {cells} cells, the header {expected}.",
    ),
    Code.ROW_ABOVE_HEADER: Text(
        "表头上方有一行写着目标和数字，没有读。把它移到表头下面，或用 --skip-rows 指明表头。",
        "A row above the header names a target and a figure, and was not read. Move it below, or use --skip-rows.",
    ),
    Code.ROW_SUBTOTAL: Text("小计行不计入。", "A subtotal is not counted."),
    Code.TARGET_UNKNOWN: Text("没有“{name}”这个目标。", "There is no target “{name}”."),
    Code.TARGET_MISSING: Text("有数值却没有写是哪个目标。", "There is a value but no target."),
    Code.TARGET_DISAGREES: Text(
        "同一行写了两个目标：“{one}”和“{other}”。",
        "One row names two targets: “{one}” and “{other}”.",
    ),
    Code.REGION_UNKNOWN: Text("没有“{name}”这个地区。", "There is no region “{name}”."),
    Code.REGION_IGNORED: Text(
        "“{name}”不按“{region}”考核，这些行不计入。",
        "“{name}” is not judged by figures of {region}; they are not counted.",
    ),
    Code.WHOLE_IGNORED: Text(
        "“{name}”要求每个地区都达到，全市数不计入。",
        "Every region must satisfy “{name}”; figures of the whole are not counted.",
    ),
    Code.REGIONS_UNLISTED: Text(
        "清单没有列地区，“{name}”的 {count} 个地区是否齐全无从判断。",
        "The book lists no regions: whether the {count} regions of “{name}” are all of them is unknown.",
    ),
    Code.NUMBER_MALFORMED: Text(
        "“{seen}”不是数字。写成 12.5，或 12.5万。",
        "“{seen}” is not a number. Write 12.5, or 12.5万.",
    ),
    Code.NUMBER_BELOW_UNIT: Text(
        "“{seen}”在年鉴里表示“不足最小单位”，不是数字。写出数字，或留空。",
        "“{seen}” means “below the smallest unit” in yearbooks; it is no number. Write the number, or leave it empty.",
    ),
    Code.NUMBER_TOO_LONG: Text("数字超过 40 位。", "The number has more than 40 digits."),
    Code.UNIT_MISMATCH: Text(
        "“{seen}”与单位“{unit}”不符。", "“{seen}” does not fit the unit {unit}."
    ),
    Code.SCALE_TWICE: Text(
        "“{seen}”：千、万、亿只能写在一处（数值、单位列或表头）。",
        "“{seen}”: a scale (千, 万, 亿) may stand in one place only: value, unit column or header.",
    ),
    Code.VALUE_OUTSIDE_UNIT: Text(
        "“{seen}”超出单位“{unit}”的范围 {low}–{high}。",
        "“{seen}” lies outside {low}–{high}, the range of its unit {unit}.",
    ),
    Code.VALUE_NEGATIVE: Text("流量不能是负数：“{seen}”。", "A flow cannot be negative: “{seen}”."),
    Code.FORMAT_PERCENT: Text(
        "这种文件看不出 {seen} 是不是设成百分比的格子。另存为 .xlsx 或 CSV。",
        "This kind of file does not tell whether {seen} is formatted as a percentage. Save it as .xlsx or CSV.",
    ),
    Code.FORMAT_MONTH: Text(
        "这种文件看不出 {seen} 指这一天还是整个月。写成 2020-06，或另存为 .xlsx 或 CSV。",
        "This kind of file does not tell whether {seen} is that day or its month. Write 2020-06, or save as .xlsx.",
    ),
    Code.VALUE_REPORTING: Text(
        "目标的口径与这一列（累计或本月）不同。换一列，或改清单里的 reporting。",
        "The target's reporting is not this column's (to date, or one month). Use the other, or change the book.",
    ),
    Code.PERIOD_MISSING: Text(
        "没有写期间。补上，或用 --period，或让文件名是期间（2020-06.csv）。",
        "There is no period. Add it, or use --period, or name the file by it (2020-06.csv).",
    ),
    Code.PERIOD_MALFORMED: Text(
        "“{seen}”不是期间。写成 2020-06、2020年1-6月 或 2020-06-30。",
        "“{seen}” is no period. Write 2020-06, 2020年1-6月 or 2020-06-30.",
    ),
    Code.PERIOD_NO_SUCH_DATE: Text(
        "没有“{seen}”这一天或这个月。", "There is no such day or month as “{seen}”."
    ),
    Code.PERIOD_NO_YEAR: Text(
        "“{seen}”没有年份，清单又跨年。写上年份，或用 --year。",
        "“{seen}” has no year, and the book spans several. Write it, or use --year.",
    ),
    Code.PERIOD_SHORT_YEAR: Text(
        "“{seen}”的年份要写四位。", "“{seen}”: write the year with four digits."
    ),
    Code.PERIOD_EXCEL_DATE: Text(
        "“{seen}”可能被 Excel 改成了日期（3-4 是 3月至4月，还是 3月4日？）。写成 2020年3-4月。",
        "“{seen}” may be what Excel made of another text (months 3 to 4, or 4 March?). Write 2020年3-4月.",
    ),
    Code.PERIOD_EXCEL_NUMBER: Text(
        "“{seen}”可能是 10 月（Excel 丢了末尾的 0），也可能是 1 月。写成 2020-10 或 2020-01。",
        "“{seen}” may be October (Excel drops its zero) or January. Write 2020-10 or 2020-01.",
    ),
    Code.PERIOD_SPAN: Text(
        "“{seen}”只是那一段的数，目标要的是从 {start} 起的累计数。",
        "“{seen}” reads as that span alone; the target counts everything since {start}.",
    ),
    Code.PERIOD_DATE: Text(
        "“{seen}”不是月末；当期数要写成月份，如 2020-06。",
        "“{seen}” is not the last day of a month; give the month of a per-period figure, such as 2020-06.",
    ),
    Code.REPORTED_ON: Text(
        "报送日期“{seen}”不是日期。写成 2020-07-20。",
        "“{seen}” is no date of report. Write 2020-07-20.",
    ),
    Code.VALUE_REPEATED: Text(
        "与{where}相同，只计一次。", "The same figure stands on {where}; it counts once."
    ),
    Code.VALUE_CONFLICT: Text(
        "与{where}冲突：{region}{end} 有两个值 {one} 和 {other}。保留一个，或用“报送日期”列分出先后。",
        "It contradicts {where}: {region}{end} has two values, {one} and {other}. Keep one, "
        "or order them by a reported_on column.",
    ),
    Code.PERIOD_OVERLAP: Text(
        "与{where}的期间重叠，会重复计算（{region}{first} 至 {end}）。保留一个。",
        "Its period overlaps that on {where}, and would count twice ({region}{first} to {end}). Keep one.",
    ),
    Code.VALUE_FALLING: Text(
        "“{name}”的累计数比{where}少（{one} → {other}）。",
        "“{name}”, to date, is less than on {where} ({one} → {other}).",
    ),
    Code.NO_OBSERVATION: Text(
        "没有一个可用的数值落在目标期间内。",
        "There is not one figure that lies inside the time of a target.",
    ),
    Code.SELECTION_EMPTY: Text("没有符合筛选条件的目标。", "No target fits the selection."),
}

_KINDS = {
    "model_type": Text("一组字段", "A group of fields"),
    "dict_type": Text("一组字段", "A group of fields"),
    "tuple_type": Text("一个列表", "A list"),
    "string_type": Text("一段文字", "A text"),
    "text": Text("一段文字，或 {zh: …, en: …}", "A text, or {zh: …, en: …},"),
    "string_too_long": Text("更短的文字", "A shorter text"),
    "string_too_short": Text("不空的文字", "A text that is not empty"),
    "too_short": Text("不空的列表", "A list that is not empty"),
}
_OTHER_KIND = Text("别的写法", "Something else")
_SUGGESTION = Text("是不是“{nearest}”？", " Did you mean “{nearest}”?")
_LINE = Text("第 {line} 行", "line {line}")
_LINE_OF_FILE = Text(" {file} 第 {line} 行", "line {line} of {file}")


def problem_message(problem: Problem, language: Language) -> str:
    """One sentence or two in one language."""
    facts = {name: _shown(fact, language) for name, fact in problem.facts.items()}
    if "line" in facts:
        facts["where"] = (
            (_LINE_OF_FILE if facts.get("file") else _LINE).to(language).format_map(facts)
        )
    if facts.get("region"):
        facts["region"] += " "
    if "kind" in facts and problem.code is Code.BOOK_FIELD_TYPE:
        facts["kind"] = _KINDS.get(facts["kind"], _OTHER_KIND).to(language)
    facts["seen"] = problem.seen or ""
    message = MESSAGES[problem.code].to(language).format_map(facts)
    return message + (_SUGGESTION.to(language).format_map(facts) if facts.get("nearest") else "")


def _shown(fact: Fact, language: Language) -> str:
    match fact:
        case Text():
            return fact.to(language)
        case Decimal():
            return exact(fact)
        case date():
            return fact.isoformat()
        case _:
            return str(fact)
