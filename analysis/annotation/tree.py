"""Reading a dependency parse kept as rows: children, subtrees, spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analysis.model import Span, Token


@dataclass(frozen=True)
class Tree:
    """Tokens of one text with the children of each."""

    tokens: Sequence[Token]
    children: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        object.__setattr__(self, "children", tuple(map(tuple, children)))

    def child(self, index: int, *labels: str) -> int | None:
        """The first child of ``index`` with one of the dependency ``labels``."""
        return next((child for child in self.children[index] if self.tokens[child].dep in labels), None)

    def nearest_child(self, index: int, *labels: str) -> int | None:
        """As ``child``, the one closest to ``index``: a subject next to its verb, not one inside a quotation."""
        found = [child for child in self.children[index] if self.tokens[child].dep in labels]
        return min(found, key=lambda child: abs(child - index), default=None)

    def subtree(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """Indices of ``index`` and all below it in text order, the branches in ``without`` left out."""
        barred = set(without)
        reached: list[int] = []
        waiting = [index]
        while waiting:
            current = waiting.pop()
            if current not in barred:
                reached.append(current)
                waiting.extend(self.children[current])
        return sorted(reached)

    def ancestors(self, index: int) -> list[int]:
        """Heads of ``index`` up to the root, nearest first."""
        path = []
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            path.append(index)
        return path

    def span(self, indices: Sequence[int]) -> Span:
        """From the first to the last of ``indices`` in the text."""
        return Span(self.tokens[min(indices)].start, self.tokens[max(indices)].end)

    def spans(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """The runs of neighbouring ``indices`` as spans, punctuation at their edges left out."""
        runs: list[list[int]] = []
        for index in indices:
            if runs and index == runs[-1][-1] + 1:
                runs[-1].append(index)
            else:
                runs.append([index])
        trimmed = [self.trim(run) for run in runs]
        return tuple(self.span(run) for run in trimmed if run)

    def trim(self, run: Sequence[int]) -> list[int]:
        """``run`` without commas, dashes and other punctuation at its edges (quotation marks and brackets stay)."""
        kept = list(run)
        while kept and self._edge(kept[0]):
            kept.pop(0)
        while kept and self._edge(kept[-1]):
            kept.pop()
        return kept

    def spaced(self, index: int) -> bool:
        """True where blanks stand on both sides of the token: a dash between clauses, not a hyphen."""
        if not 0 < index < len(self.tokens) - 1:
            return False
        return self.tokens[index - 1].end < self.tokens[index].start and (
            self.tokens[index].end < self.tokens[index + 1].start
        )

    def _edge(self, index: int) -> bool:
        return self.tokens[index].text in {",", ".", ";", ":", "-", "–", "—", "--", "…", "..."}


def head_of(tokens: Sequence[Token], places: Sequence[int]) -> int | None:
    """The first of ``places`` whose token hangs on a word outside them, or on none; None where there are no places."""
    inside = places if isinstance(places, range) else frozenset(places)
    return next((at for at in places if tokens[at].head not in inside or tokens[at].head == at), None)
