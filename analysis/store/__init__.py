"""The library of articles, annotations, stories and corrections: SQLite, or another database by URL."""

from analysis.store.database import default_url
from analysis.store.library import Library

__all__ = ["Library", "default_url"]
