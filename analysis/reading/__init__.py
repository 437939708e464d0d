"""Anything -> Article: files, pasted text and saved web pages; what is not article is cut, kept apart and named.

Never fetches anything. Everything that cannot be read gives one sentence that says what and which.
"""

from analysis.reading.build import article_id, read_text, with_fields
from analysis.reading.files import Batch, Failure, Records, read_bytes, read_jsonl_records, read_path

__all__ = [
    "Batch",
    "Failure",
    "Records",
    "article_id",
    "read_bytes",
    "read_jsonl_records",
    "read_path",
    "read_text",
    "with_fields",
]
