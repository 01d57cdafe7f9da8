"""A command's result as a Document, in one language and in no format."""
