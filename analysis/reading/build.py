"""Text and what is known about it -> Article."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.errors import ReadingError
from analysis.model import Article, Flag
from analysis.reading import dates
from analysis.reading.clean import Cleaned, clean_units
from analysis.reading.decode import repair, without_surrogates
from analysis.reading.flags import find_flags
from analysis.reading.guess import guess_date, guess_outlet
from analysis.reading.language import foreign_language
from analysis.reading.limits import MAX_ARTICLE_CHARACTERS, MAX_ARTICLE_LINES, MAX_LINE_CHARACTERS
from analysis.reading.units import Unit, line_count, split_units, tidy

PASTED: Final = "pasted text"
_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


class Unset:
    """Stands for a field that is not to be changed."""


UNSET: Final = Unset()


def read_text(
    text: str,
    name: str = PASTED,
    *,
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = None,
    author: str | None = None,
    url: str | None = None,
    verbatim: bool = False,
) -> Article:
    """An Article from pasted or plain ``text``; ``name`` says in messages where it came from.

    What is not given is taken from the text: the headline where there is one, outlet and date where the text tells
    them (then flagged as guessed). With ``verbatim`` the text, even an empty one, and the title are used exactly as
    given: nothing is cleaned, guessed or checked but the size.

    Raises ReadingError when the text is empty, too large, not English or nothing but page furniture, when headline or
    outlet is no line but a text, or when ``published`` is no date.
    """
    check_size(text, name)
    if verbatim:
        return _verbatim(text, name, outlet, title, published, author, url)
    repaired = repair(text)
    return from_units(
        repaired, split_units(repaired), name, outlet=outlet, title=title, published=published, author=author, url=url
    )


def from_units(
    raw: str,
    units: Sequence[Unit],
    name: str,
    *,
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = None,
    author: str | None = None,
    url: str | None = None,
    left_out: dict[int, str] | None = None,
) -> Article:
    """An Article from ``units`` of ``raw``; ``left_out`` (index -> reason) are known not to be article.

    Raises ReadingError as ``read_text`` does.
    """
    if not any(unit.text for unit in units):
        raise ReadingError(f"{name} is empty; paste or choose the text of an article.")
    date = _checked_date(published, name)
    cleaned = clean_units(raw, units, left_out or {}, _line(title))
    _check_content(cleaned, name)
    lines = [unit.text for unit in units]
    guessed_outlet = None if named(outlet) else guess_outlet(lines)
    guessed_date = None if date else guess_date(cleaned.date_lines, cleaned.text.split("\n\n")[:2])
    flags = find_flags(lines, [*cleaned.labels, *lines[:1], cleaned.title or ""], url)
    flags += (Flag.OUTLET_GUESSED,) * bool(guessed_outlet) + (Flag.DATE_GUESSED,) * bool(guessed_date)
    article = Article(
        id="",
        text=cleaned.text,
        title=cleaned.title,
        outlet=named(outlet) or guessed_outlet,
        published=date or guessed_date,
        author=_line(author) or _without_outlet(cleaned.author, guessed_outlet or named(outlet)),
        url=_line(url),
        name=name,
        removed=cleaned.removed,
        flags=flags,
    )
    return _identified(article)


def article_id(
    outlet: str | None, title: str | None, text: str, published: str | None = None, url: str | None = None
) -> str:
    """Sixteen hex digits of the SHA-256 of outlet, title, text, date and address: equal content, equal id."""
    content = json.dumps([outlet, title, text, published, url])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def with_fields(
    article: Article,
    *,
    outlet: str | Unset | None = UNSET,
    title: str | Unset | None = UNSET,
    published: str | Unset | None = UNSET,
) -> Article:
    """``article`` with outlet, title or date set by hand, a new id, and no "guessed" flag on what was set.

    ``None`` or an empty string clears a field. Raises ReadingError when a field is far too long, or ``published`` is no
    date.
    """
    changed = article
    if not isinstance(outlet, Unset):
        changed = replace(changed, outlet=named(outlet), flags=_without(changed.flags, Flag.OUTLET_GUESSED))
    if not isinstance(title, Unset):
        changed = replace(changed, title=_line(title))
    if not isinstance(published, Unset):
        date = _checked_date(published, article.name or PASTED)
        changed = replace(changed, published=date, flags=_without(changed.flags, Flag.DATE_GUESSED))
    return _identified(changed)


def check_size(text: str, name: str) -> None:
    """Raise ReadingError when ``text`` is longer than one article may be."""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise ReadingError(
            f"{name} is too long for one article ({len(text):,} characters; the limit is {MAX_ARTICLE_CHARACTERS:,}); "
            "add its articles one by one."
        )
    if line_count(text) > MAX_ARTICLE_LINES:
        raise ReadingError(
            f"{name} has too many lines for one article ({line_count(text):,}; the limit is {MAX_ARTICLE_LINES:,}); "
            "add its articles one by one."
        )


def _verbatim(
    text: str,
    name: str,
    outlet: str | None,
    title: str | None,
    published: str | None,
    author: str | None,
    url: str | None,
) -> Article:
    return _identified(
        Article(
            id="",
            text=without_surrogates(text),
            title=None if title is None else without_surrogates(title),
            outlet=named(outlet),
            published=dates.parse(published or ""),
            author=_line(author),
            url=_line(url),
            name=name,
        )
    )


def _identified(article: Article) -> Article:
    _check_line(article.title, "headline", article.name or PASTED)
    _check_line(article.outlet, "name of the outlet", article.name or PASTED)
    identifier = article_id(article.outlet, article.title, article.text, article.published, article.url)
    return replace(article, id=identifier)


def _check_line(line: str | None, what: str, name: str) -> None:
    if line and len(line) > MAX_LINE_CHARACTERS:
        raise ReadingError(
            f"The {what} of {name} is too long ({len(line):,} characters; the limit is {MAX_LINE_CHARACTERS:,}); "
            "see whether the article's text was put there."
        )


def _check_content(cleaned: Cleaned, name: str) -> None:
    if not cleaned.text:
        raise ReadingError(
            f"{name} holds no article: nothing is left beside headline, links and page furniture; "
            "paste the article's text."
        )
    language = foreign_language(cleaned.text)
    if language:
        raise ReadingError(
            f"{name} does not look like English (more like {language}), and Parallax reads English only; "
            "add an English version of it."
        )


def _checked_date(value: str | None, name: str) -> str | None:
    if not value or not value.strip():
        return None
    date = dates.parse(value)
    if date is None:
        raise ReadingError(
            f"The date {value[:40]!r} of {name} is not one that can be read in only one way; write it like 2024-05-31."
        )
    return date


def _line(value: str | None) -> str | None:
    """``value`` on one line, repaired and trimmed; None where nothing is left."""
    return tidy(" ".join(repair(value).split())) or None if value else None


def named(value: str | None) -> str | None:
    """An outlet's name on one line, repaired and trimmed; None where nothing of it can be seen (blanks, marks without
    width, letters that are drawn as nothing)."""
    name = _line(value)
    return name if any(map(_is_seen, name or "")) else None


def _is_seen(char: str) -> bool:
    hidden = char.isspace() or char in _BLANKS or unicodedata.category(char).startswith("M")
    return char.isprintable() and not hidden


def _without_outlet(author: str | None, outlet: str | None) -> str | None:
    """The names of a byline that goes on with the outlet ("By Ana Ruiz Sandvik Post")."""
    return (author.removesuffix(outlet or "").strip() or None) if author else None


def _without(flags: tuple[Flag, ...], flag: Flag) -> tuple[Flag, ...]:
    return tuple(other for other in flags if other is not flag)
