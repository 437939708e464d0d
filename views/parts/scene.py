"""What every part of Compare is given: one story's comparison and how it is shown now."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.highlight import Mask, text_html
from analysis.model import AnnotatedArticle, Comparison, FieldName, Statement, Story, Voice
from analysis.prose import shortened
from views import shared

VOICES = {Voice.OWN: "own voice", Voice.REPORTED: "reported", Voice.QUOTED: "quoted"}
"""As a passage or a column is called."""
SPOKEN = {Voice.OWN: "Own voice", Voice.REPORTED: "Reported speech", Voice.QUOTED: "Quoted words"}
"""As they are called where one is chosen."""

LONGEST_NAME = 60
LONGEST_TITLE = 200
LONGEST_GIST = 160


@dataclass(frozen=True)
class Scene:
    """A story, its comparison, the labels and the mask in force, and its articles in order of publication."""

    story: Story
    comparison: Comparison
    labels: dict[str, str]
    mask: Mask
    order: tuple[AnnotatedArticle, ...]
    digest: str
    _basis: dict[tuple[str, Voice], int]

    def name(self, article: str) -> str:
        """The outlet of an article as HTML."""
        return text_html(self.labels[article])

    def heads(self, *, numbers: bool = False) -> str:
        """The outlets as column heads of a table, in their order; ``numbers`` sets them over figures."""
        css = ' class="n"' if numbers else ""
        return "".join(f'<th scope="col"{css}>{self.name(article.id)}</th>' for article in self.order)

    def plain_name(self, article: str) -> str:
        """The outlet of an article for a widget label, where Markdown must not act."""
        return shared.plain(self.labels[article])

    def say(self, text: str) -> str:
        """Any text as HTML, with outlet names as they are shown now."""
        return text_html(text, mask=self.mask)

    def article(self, identifier: str) -> AnnotatedArticle:
        return next(article for article in self.order if article.id == identifier)

    def order_words(self) -> str:
        """What is said of the order of the outlets; nothing where no date is known."""
        dated = any(article.article.published for article in self.order)
        return "In order of publication. " if dated else ""

    def place(self, identifier: str) -> int:
        """The column of an article, from 0."""
        return [article.id for article in self.order].index(identifier)

    def passage(self, article: str, field: FieldName, start: int, end: int) -> str:
        """A stretch of an article's title or text, as plain text that is neither masked nor escaped."""
        return self.article(article).article.passage(field, start, end)

    def gist(self, statement: Statement) -> str:
        """The sentence that stands for a statement, masked before it is cut, as plain text that is not escaped."""
        gist = statement.gist
        return shortened(self.mask(self.passage(gist.article, gist.field, gist.start, gist.end)), LONGEST_GIST)

    def spread(self, statement: Statement) -> str:
        """In how many articles a statement is found, and in what they contradict each other."""
        said = f"found in {len(statement.carriers)} of {len(self.order)} articles"
        return f"{said}, {statement.conflict} in conflict" if statement.conflict else said

    def words(self, article: AnnotatedArticle) -> dict[Voice, int]:
        """Words of an article in each voice: the denominators of its measurements, which need no counting."""
        return {
            voice: self._basis[article.id, voice] if (article.id, voice) in self._basis else article.word_count(voice)
            for voice in Voice
        }


def scene_of(story: Story, comparison: Comparison, digest: str) -> Scene:
    """The scene of a story; articles without a date come last."""
    order = sorted(comparison.articles, key=lambda one: (one.article.published is None, one.article.published or ""))
    labels = {article: shortened(label, LONGEST_NAME) for article, label in shared.labels(comparison).items()}
    basis = {(one.article, one.voice): one.basis for one in comparison.measurements
             if one.part == "article" and one.measure == "loaded_words"}
    return Scene(story, comparison, labels, shared.masker(comparison), tuple(order), digest, basis)
