"""What is said of target books: each names the field that is wrong, and what belongs there."""

from hytargets.language import Text
from hytargets.problems import Code

MESSAGES = {
    Code.BOOK_ENCODING: Text("清单要存为 UTF-8。", "A target book must be saved as UTF-8."),
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
        "baseline 只用于存量的 at_least、more_than、at_most、less_than、exactly，"
        "且 combine 不是 each。",
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
        "This target has no schedule: "
        "only flows and stocks with a baseline have, and milestones only floors.",
    ),
    Code.BOOK_MILESTONES_ORDER: Text(
        "节点值要逐个不减，在起点和目标值之间。",
        "Milestones must not fall, and lie between the start and the target.",
    ),
    Code.BOOK_MILESTONE_DATE: Text(
        "节点日期要依次往后，在 start 和 due 之间。",
        "The days of milestones must follow one another, between start and due.",
    ),
}
