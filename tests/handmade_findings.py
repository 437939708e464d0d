"""Five outlets that tell three sentences each, and statements made of them by hand."""

from __future__ import annotations

from dataclasses import replace

from handmade import article, evidence

from analysis.model import (
    AnnotatedArticle,
    Cell,
    Comparison,
    Statement,
    Voice,
)

LABELS = {"a": "Calder Wire", "b": "Harbour Post", "c": "Strait Business", "d": "Morning Plain", "e": "Quay Gazette"}
SENTENCES = ("Nine people were hurt.", "The gate was opened at dawn.", "Talks go on.")


def event(count: int = 4, repeat: int = 1) -> tuple[AnnotatedArticle, ...]:
    return tuple(
        article(one, name, "Title", " ".join(SENTENCES * repeat)) for one, name in list(LABELS.items())[:count]
    )


def cell(of: str, sentence: int, detail: str = "") -> Cell:
    start = len(" ".join(SENTENCES[:sentence])) + bool(sentence)
    return Cell(of, "text", start, start + len(SENTENCES[sentence]), Voice.OWN, 1, False, detail)


def statement(number: int, cells: tuple[Cell, ...], conflict: str = "", early: tuple[str, ...] = ()) -> Statement:
    gist = evidence(event()[0], SENTENCES[number - 1], "")
    return Statement(number, gist, cells, conflict, (), early)


def story(**parts: object) -> Comparison:
    return replace(Comparison(event(), (), (), (), ()), **parts)  # type: ignore[arg-type]


def wide(**parts: object) -> Comparison:
    """A story of five outlets."""
    return replace(story(**parts), articles=event(5))
