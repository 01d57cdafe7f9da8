"""A document in colour, by rich: only where a terminal shows it, as loading rich takes its time."""

from rich.console import Console
from rich.text import Text

from hytargets.documents.document import Document
from hytargets.formats.terminal import lines


def render(document: Document, console: Console) -> str:
    """The document as wide as the terminal, with the orders for its colours, if it has any."""
    with console.capture() as capture:
        for line in lines(document, console.width):
            console.print(Text.assemble(*line), soft_wrap=True)
    return capture.get()
