"""The words of what was understood of a book and of progress files."""

from hytargets.language import Text

BOOK_SOUND = Text(
    "清单：{targets} 项目标，{sections} 个章节，{regions} 个地区，{excluded} 处不作目标的数字",
    "Book: {targets:target|targets}, {sections:section|sections}, {regions:region|regions}, "
    "{excluded:figure that is no target|figures that are no target}",
)
HEADER_LINE = Text("表头在第 {line} 行", "header on line {line}")
YEAR_TAKEN = Text("没写年份的按 {year} 年", "periods without a year are of {year}")
IGNORED_COLUMNS = Text("不读的列：{names}", "columns not read: {names}")
SKIPPED_ROWS = Text(
    "跳过的行（标题、脚注）：{lines}", "rows passed over (titles, footnotes): {lines}"
)
DELIMITERS = {
    ",": Text("逗号分隔", "comma"),
    ";": Text("分号分隔", "semicolon"),
    "\t": Text("制表符分隔", "tab"),
}
FOUND_NONE = Text("没有读到数", "No figure was found")
FOUND = Text(
    "读到 {count} 个数：{targets} 项目标，{regions} 个地区，期末 {first} 至 {last}",
    "{count:figure|figures} found: {targets:target|targets}, {regions:region|regions}, "
    "period ends {first} to {last}",
)
