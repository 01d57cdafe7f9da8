"""Text from inputs made harmless for where it goes."""

import re

_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
# Excel in East Asia takes full-width signs for formulas too; a line break may hide the sign.
_FORMULA = re.compile(r"\n*[=+\-@＝＋－＠]")


def visible(text: str) -> str:
    """Control characters, bidirectional overrides, lone surrogates as visible escapes.

    Nothing left in it moves a cursor.
    """
    return _CONTROLS.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """Text that stands on one line: a line break, as Alt+Enter makes one in Excel, is a space."""
    return visible(_LINE_BREAK.sub(" ", text))


def lines_kept(text: str) -> str:
    """Text that may have several lines, where the reader can show them."""
    return "\n".join(visible(line) for line in _LINE_BREAK.split(text))


def markdown(text: str) -> str:
    """Text that Markdown shows as it is, in a table too."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\1", text)


def spreadsheet(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no terminal for an order."""
    text = lines_kept(text)
    if _FORMULA.match(text):
        return f"'{text}"
    return text
