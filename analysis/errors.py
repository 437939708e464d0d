"""The few errors Parallax raises on purpose; each message is a sentence a journalist understands."""


class ParallaxError(Exception):
    """Something the user can understand and act on. ``str(error)`` names the input and the remedy."""


class ReadingError(ParallaxError):
    """An input could not be turned into an article (empty, binary, too large, not English ...)."""


class LexiconError(ParallaxError):
    """A word list in data/lexicons is missing or malformed."""


class TableError(ParallaxError):
    """A table of figures in data/reference or data/checks is missing or damaged."""


class ModelError(ParallaxError):
    """The language model is missing, or its files are not the ones Parallax was checked with."""


class LibraryError(ParallaxError):
    """The library of articles could not be opened, read or written."""


class NotFoundError(ParallaxError):
    """An article or a story that was asked for is not in the library."""
