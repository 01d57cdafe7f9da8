"""What is said of progress: each names what a row or table holds, and what to write instead."""

from hytargets.language import Text
from hytargets.problems import Code

MESSAGES = {
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
        "This row has {cells:cell|cells}, the header {expected}.",
    ),
    Code.ROW_ABOVE_HEADER: Text(
        "表头上方有一行写着目标和数字，没有读。把它移到表头下面，或用 --skip-rows 指明表头。",
        "A row above the header names a target and a figure, and was not read. "
        "Move it below, or use --skip-rows.",
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
        "The book lists no regions: "
        "whether {count:region is|regions are} all of “{name}” is unknown.",
    ),
    Code.NUMBER_MALFORMED: Text(
        "“{seen}”不是数字。写成 12.5，或 12.5万。",
        "“{seen}” is not a number. Write 12.5, or 12.5万.",
    ),
    Code.NUMBER_BELOW_UNIT: Text(
        "“{seen}”在年鉴里表示“不足最小单位”，不是数字。写出数字，或留空。",
        "“{seen}” means “below the smallest unit” in yearbooks; "
        "it is no number. Write the number, or leave it empty.",
    ),
    Code.NUMBER_TOO_LONG: Text("数字超过 40 位。", "The number has more than 40 digits."),
    Code.UNIT_MISMATCH: Text(
        "“{seen}”与单位“{unit}”不符。", "“{seen}” does not fit the unit {unit}."
    ),
    Code.UNITS_DISAGREE: Text(
        "“{seen}”与别处（单位列、表头或标题）写的单位不一致。写成一样的，或只写一处。",
        "“{seen}” is in another unit than its column, header or title says. "
        "Write the same everywhere, or in one place only.",
    ),
    Code.VALUE_OUTSIDE_UNIT: Text(
        "“{seen}”超出单位“{unit}”的范围 {low}–{high}。",
        "“{seen}” lies outside {low}–{high}, the range of its unit {unit}.",
    ),
    Code.VALUE_NEGATIVE: Text("流量不能是负数：“{seen}”。", "A flow cannot be negative: “{seen}”."),
    Code.VALUE_FRACTION: Text(
        "单位“{unit}”只数整个的，“{seen}”不会是这个单位。是不是 {seen}万？写上千、万、亿。",
        "The unit {unit} counts whole things: “{seen}” cannot be in it. "
        "Is it {seen}万? Write the scale.",
    ),
    Code.VALUE_SHARE: Text(
        "“{seen}”是 {seen}% 还是 {percent}%？写上 %。",
        "Is “{seen}” {seen}% or {percent}%? Write the %.",
    ),
    Code.FORMAT_PERCENT: Text(
        "这种文件看不出 {seen} 是不是设成百分比的格子。另存为 .xlsx 或 CSV。",
        "This kind of file does not tell whether {seen} is formatted as a percentage. "
        "Save it as .xlsx or CSV.",
    ),
    Code.VALUE_REPORTING: Text(
        "目标的口径与这一列（累计或本月）不同。换一列，或改清单里的 reporting。",
        "The target's reporting is not this column's (to date, or one month). "
        "Use the other, or change the book.",
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
    Code.PERIOD_FIRST_OF_MONTH: Text(
        "“{seen}”可能是表格软件把整个月改成的当月 1 日。整个月写成 2020-06，"
        "那一天写成 2020年6月1日，或用 --first-of-month 说明是 month 还是 day。",
        "“{seen}” may be what a spreadsheet made of a month. Write 2020-06 for the month, "
        "2020年6月1日 for the day, or say --first-of-month month, or day.",
    ),
    Code.PERIOD_EXCEL_DATE: Text(
        "“{seen}”可能被 Excel 改成了日期（3-4 是 3月至4月，还是 3月4日？）。写成 2020年3-4月。",
        "“{seen}” may be what Excel made of another text (months 3 to 4, or 4 March?). "
        "Write 2020年3-4月.",
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
        "“{seen}” is not the last day of a month; "
        "give the month of a per-period figure, such as 2020-06.",
    ),
    Code.REPORTED_ON: Text(
        "报送日期“{seen}”不是日期。写成 2020-07-20。",
        "“{seen}” is no date of report. Write 2020-07-20.",
    ),
    Code.VALUE_REPEATED: Text(
        "与{where}相同，只计一次。", "The same figure stands on {where}; it counts once."
    ),
    Code.VALUE_CONFLICT: Text(
        "与{where}冲突：{region}{end} 有两个值 {one} 和 {other}。"
        "保留一个，或用“报送日期”列分出先后。",
        "It contradicts {where}: {region}{end} has two values, {one} and {other}. Keep one, "
        "or order them by a reported_on column.",
    ),
    Code.PERIOD_OVERLAP: Text(
        "与{where}的期间重叠，会重复计算（{region}{first} 至 {end}）。保留一个。",
        "Its period overlaps that on {where}, and would count twice ({region}{first} to {end}). "
        "Keep one.",
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
