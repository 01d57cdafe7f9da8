"""`template`: the progress file that offices fill in."""

from hytargets.cli import options
from hytargets.cli.flatten import flattened


@flattened
def command(
    book: options.Book,
    choosing: options.Choosing,
    goes: options.Goes,
    period: options.PeriodIs = None,
    by_region: options.ByRegion = False,
) -> None:
    """A progress file to fill in."""
    from hytargets.cli.answers import DocumentAnswer
    from hytargets.cli.inputs import chosen_targets, sound
    from hytargets.cli.output import deliver
    from hytargets.documents.template import Blank, template_document

    loaded = sound(book)
    blank = Blank(chosen_targets(choosing, loaded.book), period, by_region)
    document = template_document(loaded.book, blank, loaded.voice)
    deliver(DocumentAnswer.of(document, voice=loaded.voice), goes, "csv")
