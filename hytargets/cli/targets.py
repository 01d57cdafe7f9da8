"""`targets`: list the book."""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(book: options.Book, choosing: options.Choosing, goes: options.Goes) -> None:
    """List the book."""
    from hytargets.cli.answers import DocumentAnswer
    from hytargets.cli.inputs import chosen_targets, sound
    from hytargets.cli.output import deliver
    from hytargets.documents.targets import targets_document

    loaded = sound(book)
    chosen = chosen_targets(choosing, loaded.book)
    document = targets_document(loaded.book, chosen, loaded.voice)
    deliver(DocumentAnswer.of(document, voice=loaded.voice), goes, "terminal")
