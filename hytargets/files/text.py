"""The text of a file, whatever encoding it was saved in."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress

from hytargets.files.reading import read_bytes
from hytargets.problems import Code, InvalidInput, Place, Problem


def read_text(path: str) -> str:
    """A file's text: UTF-16 with its mark, else UTF-8, else GB18030.

    Raises InvalidInput: file.missing, file.unreadable, text.encoding.
    """
    content = read_bytes(path)
    is_utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise InvalidInput([Problem(Code.TEXT_ENCODING, Place(file=path))])
