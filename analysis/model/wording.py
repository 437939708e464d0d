"""How a headline stands to its text, and how several outlets word the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from analysis.model.telling import Evidence


class HeadlineKind(StrEnum):
    """In what a headline differs from the text under it."""

    ATTRIBUTED = "attributed in the text"
    """It states as a fact what the text gives as somebody's claim."""
    DOER_ADDED = "doer in the headline only"
    DOER_HIDDEN = "doer in the text only"
    FIGURE = "figure not in the text"
    WORD = "loaded word not in the text"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """One difference between a headline and its text.

    ``headline`` is the passage of the headline that it is about. ``text`` are the passages to read it against; where
    ``nearest`` is True, the thing itself was not found and they are only the nearest sentence. ``sentence`` says it in
    words, and quotes nothing but a few words of the article.
    """

    kind: HeadlineKind
    article: str
    headline: Evidence
    text: tuple[Evidence, ...]
    sentence: str
    nearest: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """How another article puts what a loaded word says: its sentence, and the words in the place of the loaded word.

    ``words`` is None where no words stand for sure in its place; ``same`` is True where they are the same word.
    """

    sentence: Evidence
    words: Evidence | None = None
    same: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """A loaded word in a statement that other outlets carry too, and how they put it, one wording an article.

    ``word`` is the mark with its class as label, ``phrase`` the words to set beside those of the others (the word with
    what it hangs on: "brutal crackdown"), ``statement`` the number of the statement.
    """

    word: Evidence
    phrase: Evidence
    statement: int
    others: tuple[Wording, ...]
