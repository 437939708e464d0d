"""The deeds that the articles of an event tell (METHODS, Agency), each with its form, its doer and its done-to.

Conventions, the same as in the hand-labelled clauses of data/checks/agency.jsonl:

- *active*: the clause has the doer as subject, named or shared ("police moved to clear"); a thing or an event may be
  the doer ("the flood destroyed", "the blast left nine hurt"): a cause is named, though no person is.
- *passive*: also without auxiliary ("people injured in the raid", "17 hurt" in a headline), with "get", and "left hurt"
  where nobody leaves them so. *With agent*: there is a by-phrase; "in the crash" is none.
- *intransitive*: the subject undergoes it ("died", "the bridge collapsed"), or two sides do it to each other ("crews
  clashed": both are the done-to; "they clashed with police" is active).
- *nominal*: a noun ("clashes", "the shelling of the town"). "Launched an attack" is one deed, the noun, with the
  subject of the verb as doer.
- Deeds that are denied, possible, planned, feared, asked for or ordered are none; alleged ones are. A participle
  before its noun ("the injured man") and a noun inside a compound ("murder trial") tell no deed.
- Quoted and reported deeds are kept with their voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.agency.entities import Links
from analysis.agency.frames import Hit, hits
from analysis.agency.happened import noun_happened, verb_happened
from analysis.agency.headlines import retagged
from analysis.agency.nouns import read_noun
from analysis.agency.phrases import phrase
from analysis.agency.verbs import Reading, read_verb
from analysis.annotation.tree import Tree
from analysis.model import AnnotatedArticle, AnnotatedField, Correction, Deed, Entity, Span

_HELPERS = ("aux", "auxpass")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def deeds(
    event: Sequence[AnnotatedArticle], entities: Sequence[Entity] = (), corrections: Iterable[Correction] = ()
) -> tuple[Deed, ...]:
    """The deeds of all articles, in the order of the articles and of the text, the title first.

    Nobody does or suffers a deed by a mention that one of ``corrections`` links to nobody.
    """
    links = Links(event, entities, corrections)
    fields = ((article.id, field) for article in event for field in article.fields())
    return tuple(deed for article, field in fields for deed in _of_field(article, field, links))


def _of_field(article: str, field: AnnotatedField, links: Links) -> Iterator[Deed]:
    field = retagged(field)
    tree = Tree(field.tokens)
    for hit in hits(field):
        reading = _reading(tree, hit, headline=field.name == "title")
        if reading is not None:
            yield _deed(article, field, tree, hit, reading, links)


def _reading(tree: Tree, hit: Hit, *, headline: bool) -> Reading | None:
    if hit.noun:
        return read_noun(tree, hit) if noun_happened(tree, hit.head) else None
    reading = read_verb(tree, hit, headline=headline)
    if reading is None or not verb_happened(tree, hit.head, (reading.doer, reading.done_to), headline=headline):
        return None
    return reading


def _deed(article: str, field: AnnotatedField, tree: Tree, hit: Hit, reading: Reading, links: Links) -> Deed:
    words = _words(tree, hit)
    return Deed(
        article, field.name, words.start, words.end, _clause(tree, hit), reading.form, hit.frame.theme,
        field.tokens[hit.head].voice,
        doer=_span(tree, reading.doer), done_to=_span(tree, reading.done_to),
        doer_entity=_entity(article, field, reading.doer, links),
        done_to_entity=_entity(article, field, reading.done_to, links),
    )  # fmt: skip


def _span(tree: Tree, noun: int | None) -> Span | None:
    return None if noun is None else phrase(tree, noun)


def _entity(article: str, field: AnnotatedField, noun: int | None, links: Links) -> str | None:
    return None if noun is None else links.at(article, field.name, field.tokens[noun].start)


def _words(tree: Tree, hit: Hit) -> Span:
    """The verb with its auxiliaries ("were badly hurt"), unless its subject stands between them; or the noun."""
    children = () if hit.noun else tree.children[hit.head]
    subjects = [child for child in children if tree.tokens[child].dep in _SUBJECTS and child < hit.head]
    helpers = [child for child in children if tree.tokens[child].dep in _HELPERS and child > max(subjects, default=-1)]
    first = min([hit.first, *helpers])
    return Span(tree.tokens[first].start, tree.tokens[hit.last].end)


def _clause(tree: Tree, hit: Hit) -> Span:
    """The clause of the deed, the clauses joined to it left out; for a noun the clause of the verb that it hangs on."""
    verb = hit.head
    while hit.noun and tree.tokens[verb].pos not in ("VERB", "AUX") and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    if tree.tokens[verb].dep in ("acl", "relcl"):
        verb_and_noun = [tree.tokens[verb].head, *_own(tree, verb)]
        return tree.span(tree.trim(sorted(verb_and_noun)))
    return tree.span(tree.trim(_own(tree, verb)) or [verb])


def _own(tree: Tree, verb: int) -> list[int]:
    """The words under ``verb``, from the first to the last without a clause joined by "and" or a comma."""
    joined = [
        child
        for child in tree.children[verb]
        if tree.tokens[child].dep in ("conj", "cc", "parataxis") and child > verb and _starts_clause(tree, child)
    ]
    clauses = (child for child in joined if tree.tokens[child].dep != "cc")
    limit = min((min(tree.subtree(child)) for child in clauses), default=len(tree.tokens))
    return [index for index in tree.subtree(verb, joined) if index < limit]


def _starts_clause(tree: Tree, child: int) -> bool:
    return tree.tokens[child].dep == "cc" or tree.tokens[child].pos in ("VERB", "AUX")
