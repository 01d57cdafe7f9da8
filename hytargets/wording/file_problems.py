"""What is said of files: unreadable, malformed, not to be written."""

from hytargets.language import Text
from hytargets.problems import Code

MESSAGES = {
    Code.FILE_MISSING: Text("没有这个文件。请核对路径。", "There is no such file. Check the path."),
    Code.FILE_UNREADABLE: Text("无法读取：{reason}。", "It cannot be read: {reason}."),
    Code.FILE_EMPTY: Text("文件是空的。", "The file is empty."),
    Code.TEXT_ENCODING: Text(
        "既不是 UTF-8 也不是 GB18030 文本。请另存为 UTF-8。",
        "It is neither UTF-8 nor GB18030. Save it as UTF-8.",
    ),
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
    Code.SHEET_MISSING: Text("没有“{name}”这个工作表。", "There is no sheet “{name}”."),
    Code.QUOTE_MALFORMED: Text(
        '引号不成对（一直读到第 {last} 行）。单元格里的引号要写成两个 ""。',
        "The quotes do not pair (read as far as line {last}). "
        'Write a quote inside a cell twice: "".',
    ),
    Code.FIELD_TOO_LONG: Text(
        "单元格超过 {limit} 个字符，或引号没有结束；从这一行起未读。",
        "A cell is longer than {limit} characters, or a quote never ends; "
        "nothing from this line on was read.",
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
}
