"""How often the kind of a speaker is the one that a reader gave: ``python -m benchmarks.speaker_kinds``.

``data/checks/speaker_kinds.jsonl`` names sources of attributions in a public set by article and offsets, with the
kind that a reader gave (null: none of the kinds). The texts are not part of the project; without them
(``../shared/benchmarks/data``) there is nothing to measure. Lines with an even number (from 0) were looked at while the
rules were made, the odd ones were not.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from analysis.annotation import annotate
from analysis.model import AnnotatedArticle, Article, Attribution, Span
from analysis.names import entities
from analysis.speakers import speakers
from benchmarks.labels import SETS, Label, inputs, read


def labels() -> list[Label]:
    """The labelled sources, in the order of the file."""
    return read("speaker_kinds")


def articles(wanted: Sequence[Label], folder: Path = SETS) -> dict[str, AnnotatedArticle]:
    """The articles that hold the labelled sources, annotated; the sets are in ``folder``."""
    return {
        name: annotate(Article(name, given["text"], given["title"], given["outlet"]))
        for (_, name), given in inputs(wanted, folder).items()
    }


def kind_found(article: AnnotatedArticle, source: Span) -> str | None:
    """The kind of the speaker named at ``source``, as if an attribution had that source."""
    field = article.text
    same = (each.speaker for each in field.attributions if each.source and each.source.overlaps(source))
    content = next((each for each in field.sentences if each.overlaps(source)), source)
    alone = Attribution(source, next(filter(None, same), None), None, None, (content,), False)
    found = speakers([replace(article, text=replace(field, attributions=(alone,)), title=None)], entities([article]))
    return found[0].kind if found else None


def report(wanted: Sequence[Label], found: Sequence[str | None]) -> str:
    """Agreement in all, where an answer was given, and by kind."""
    right = [label["kind"] == kind for label, kind in zip(wanted, found, strict=True)]
    answered = [good for good, kind in zip(right, found, strict=True) if kind is not None]
    lines = [f"agreement {sum(right)} of {len(right)} ({sum(right) / len(right):.3f})",
             f"where answered {sum(answered)} of {len(answered)} ({sum(answered) / max(1, len(answered)):.3f})"]
    for kind in sorted({label["kind"] for label in wanted}, key=str):
        mine = [good for label, good in zip(wanted, right, strict=True) if label["kind"] == kind]
        lines.append(f"  {kind or 'none of these'}: {sum(mine)} of {len(mine)}")
    return "\n".join(lines)


def main() -> int:
    if not SETS.exists():
        print(f"The texts are not here ({SETS}); nothing is measured.")
        return 0
    wanted = labels()
    texts = articles(wanted)
    found = [kind_found(texts[label["id"]], Span(label["start"], label["end"])) for label in wanted]
    for name, half in (("seen", slice(0, None, 2)), ("unseen", slice(1, None, 2)), ("all", slice(None))):
        print(f"{name}: {report(wanted[half], found[half])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
