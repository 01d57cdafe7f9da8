"""`audit`: is every figure of the source text accounted for?"""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(report: options.ReportText, book: options.Book, goes: options.Goes) -> None:
    """Hold the book against its source."""
    from hytargets.cli.answers import DocumentAnswer
    from hytargets.cli.inputs import sound
    from hytargets.cli.output import deliver
    from hytargets.documents.audit import audit_document
    from hytargets.exitcode import ExitCode
    from hytargets.files.text import read_text
    from hytargets.source.audit import audit

    loaded = sound(book)
    found = audit(read_text(report), loaded.book)
    code = ExitCode.OK if found.is_complete else ExitCode.FAILED
    if found.obstacle:
        code = ExitCode.UNUSABLE
    title = loaded.voice(loaded.book.title)
    answer = DocumentAnswer(
        lambda exit_code: audit_document(title, found, exit_code, loaded.voice),
        code,
        voice=loaded.voice,
    )
    deliver(answer, goes, "terminal")
