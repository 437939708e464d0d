"""Bytes -> text: what kind of file it is, its encoding, and repair of text that was decoded wrongly before."""

from __future__ import annotations

import codecs
import re

import ftfy

from analysis.errors import ReadingError
from analysis.reading.limits import MAX_FILE_BYTES, megabytes

_PASTE = "open it, copy the words of the article and paste them"
_MAGIC = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or picture file"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"epub", "an e-book"),
    (b"opendocument", "an OpenDocument file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    replace_lossy_sequences=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, name: str, *, markup: bool = False) -> str:
    """The text in ``data``: byte-order mark, then UTF-8, then (``markup``) the declared charset, then Windows-1252.

    Raises ReadingError when ``data`` is empty, too large, not text, or in none of these encodings.
    """
    if not data.strip():
        raise ReadingError(f"{name} is empty; choose a file that holds the text of an article.")
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(too_large(name, len(data)))
    _refuse_binary(data, name)
    text = _decoded(data, markup)
    if text is None:
        raise ReadingError(
            f"{name} is in an encoding that Parallax cannot tell (neither UTF-8 nor Windows-1252); "
            "save it as UTF-8 and add it again."
        )
    if len(_CONTROL.findall(text[:20_000])) > max(3, min(len(text), 20_000) // 100):
        raise ReadingError(f"{name} is a binary file, not text; {_PASTE}.")
    return repair(text)


def too_large(name: str, size: int, limit: int = MAX_FILE_BYTES) -> str:
    """The sentence for a file above ``limit`` bytes."""
    return f"{name} is too large ({megabytes(size)}; the limit is {megabytes(limit)}); split it into smaller files."


def repair(text: str) -> str:
    """``text`` with mojibake ("â€œ" for a curly quote) undone; text that is not mojibake is left as it is.

    Curly quotes, ligatures and line ends stay. Lone surrogates, which no file can hold, become U+FFFD.
    """
    return without_surrogates(ftfy.fix_text(text, _REPAIR))


def without_surrogates(text: str) -> str:
    """``text`` of the same length with lone surrogates replaced by U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _refuse_binary(data: bytes, name: str) -> None:
    kind = next((label for magic, label in _MAGIC if data.startswith(magic)), None)
    if data.startswith(b"PK\x03\x04"):
        kind = next((label for mark, label in _ZIPPED if mark in data[:200_000]), "a ZIP archive")
    elif data[4:8] == b"ftyp":
        kind = "a film or sound file"
    if kind:
        raise ReadingError(f"{name} is {kind}, not text; {_PASTE}.")


def _decoded(data: bytes, markup: bool) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data[len(bom):], encoding)
    if b"\x00" in data:
        return _try(data, _wide_encoding(data[:4000]))
    declared = _CHARSET.search(data[:4000]) if markup else None
    names = ("utf-8", declared.group(1).decode("ascii") if declared else "", "cp1252")
    return next((text for text in (_try(data, encoding) for encoding in names if encoding) if text is not None), None)


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark shows as zeros in every second byte; other zeros mean binary (read as such later)."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 5
    if odd > enough and even < odd // 10 + 1:
        return "utf-16-le"
    if even > enough and odd < even // 10 + 1:
        return "utf-16-be"
    return "latin-1"


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
