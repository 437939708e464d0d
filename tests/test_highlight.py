"""analysis.highlight and analysis.passages: nothing of a text becomes markup, and nothing of it is lost."""

from html.parser import HTMLParser

from handmade import article, comparison, evidence, field
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.highlight import Mark, field_html, passage_html, text_html
from analysis.layers import marks_of
from analysis.model import AnnotatedField, Comparison, Measurement, Span, Token, Voice
from analysis.passages import passages, voice_at

TAGS = {"p", "h3", "span", "mark", "bdi"}
HOSTILE = st.text(st.sampled_from("ab <>&\"'/$*_`[]\n.“”\u202e\u05d0-="), max_size=60)


class Page(HTMLParser):
    """Text content and tags of a piece of HTML; fails on a closing tag that closes nothing."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.open = "", [], []
        self.feed(source)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@st.composite
def marked(draw: st.DrawFn) -> tuple[AnnotatedField, tuple[Mark, ...]]:
    text = draw(HOSTILE)
    made = field(text, draw(st.sampled_from(["title", "text"])))
    voices = draw(st.lists(st.sampled_from(list(Voice)), min_size=len(made.tokens), max_size=len(made.tokens)))
    tokens = tuple(Token(*token[:9], voice, token.sentence) for token, voice in zip(made.tokens, voices, strict=True))
    offset = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(offset, offset, st.sampled_from(["loaded", "hedge", '"><b>']), HOSTILE)))
    marks = tuple(Mark(min(a, b), max(a, b), layer, "L", title) for a, b, layer, title in spans)
    return AnnotatedField(made.name, text, tokens, made.sentences, made.paragraphs), marks


@settings(deadline=None, max_examples=100)
@given(marked())
def test_text_content_is_the_text_and_every_tag_is_ours(case: tuple[AnnotatedField, tuple[Mark, ...]]) -> None:
    made, marks = case
    page = Page(field_html(made, marks))
    assert page.text == made.text
    assert {tag for tag, _ in page.tags} <= TAGS
    assert not page.open


@settings(deadline=None, max_examples=100)
@given(marked(), st.sampled_from(["a", "b", "ab", "b a"]))
def test_masked_text_content_is_the_masked_text(case: tuple[AnnotatedField, tuple[Mark, ...]], name: str) -> None:
    made, marks = case
    page = Page(field_html(made, marks, mask=lambda text: text.replace(name, "Outlet <A>")))
    assert page.text == made.text.replace(name, "Outlet <A>")
    assert {tag for tag, _ in page.tags} <= TAGS


@settings(deadline=None, max_examples=50)
@given(marked())
def test_each_mark_shows_its_letter_once(case: tuple[AnnotatedField, tuple[Mark, ...]]) -> None:
    made, marks = case
    if made.name == "title":
        letters = [1 for tag, attributes in Page(field_html(made, marks)).tags if "data-letter" in attributes]
        assert len(letters) == sum(mark.start < mark.end for mark in marks)


def test_overlapping_marks_nest() -> None:
    made = field("one two three", "title")
    html = field_html(made, [Mark(0, 7, "loaded", "L", "x"), Mark(4, 13, "hedge", "H", "y")])
    page = Page(html)
    assert page.text == "one two three"
    assert [(attributes["class"], attributes.get("data-letter")) for _, attributes in page.tags[1:]] == [
        ("m loaded nb", None), ("m hedge nb", "H"), ("m loaded nb", "L")]


def test_a_heading_line_in_the_text_is_told_from_a_paragraph() -> None:
    html = field_html(field("What next\n\nNothing happened."), [])
    assert '<p class="subhead" dir="auto">What next</p>' in html
    assert '<p dir="auto">Nothing happened.</p>' in html


def test_quoted_words_stand_in_their_own_element() -> None:
    assert '<span class="q" title="Quoted words">“No,”</span> she said.' in field_html(field("“No,” she said."), [])


def test_marks_of_takes_each_layer_of_one_field_once() -> None:
    made = comparison()
    twice = Comparison(made.articles, (), (*made.measurements, *made.measurements), (), ())
    assert [(mark.layer, mark.letter) for mark in marks_of(twice, "aaa111", "text")] == [
        ("loaded", "L"), ("loaded", "L"), ("hedge", "H")]
    assert [mark.letter for mark in marks_of(made, "bbb222", "text")] == ["A distancing", "A", "B"]
    assert marks_of(made, "aaa111", "title")[0].title == "Loaded word: one-sided, own voice"


def test_a_sub_measure_adds_no_second_mark() -> None:
    made = comparison()
    sub = tuple(Measurement(m.measure + ".one-sided", *[getattr(m, n) for n in
                ("article", "voice", "value", "unit", "basis", "evidence")]) for m in made.measurements)
    assert marks_of(Comparison(made.articles, (), sub, (), ()), "aaa111", "text") == ()


def test_passages_come_by_sentence_and_voice() -> None:
    of = article("x", "Quill Post", None, "A vile and vicious plan. “A vile plan,” said Brandt.\n\nA vile end.")
    made = Comparison((of,), (), (), (), ())
    vile = of.article.text
    places = [i for i in range(len(vile)) if vile.startswith("vi", i)]
    found = passages(made, [evidence(of, "vicious", "x"),
                            *[type(evidence(of, "vile", "x"))("x", "text", i, i + 4, "x") for i in places
                              if vile.startswith("vile", i)]])
    assert [(passage.paragraph, passage.voice, len(passage.evidence)) for passage in found] == [
        (1, Voice.OWN, 2), (1, Voice.QUOTED, 1), (2, Voice.OWN, 1)]
    assert vile[found[0].start : found[0].end] == "A vile and vicious plan."


def test_passages_skip_what_the_comparison_does_not_hold() -> None:
    made = comparison()
    other = article("zzz", "Elsewhere", "Title", "Text here.")
    assert passages(made, [evidence(other, "Text", "x"), evidence(other, "Title", "x", "title")]) == ()


def test_voice_of_an_empty_field_is_own() -> None:
    assert voice_at(field(""), 0) is Voice.OWN


def test_passage_and_plain_text_are_isolated_and_escaped() -> None:
    made = field("A <b>bold</b> claim.")
    assert passage_html(made, Span(0, 20), []) == '<bdi dir="auto">A &lt;b&gt;bold&lt;/b&gt; claim.</bdi>'
    assert text_html("<i>", mask=str.upper) == '<bdi dir="auto">&lt;I&gt;</bdi>'


def test_the_name_in_a_title_is_masked_by_itself():
    made = field("Ida left .")
    marks = [Mark(0, 3, "name", "N", "Outrage, own voice", named=7)]
    html = field_html(made, marks, mask=lambda text: "Outlet A" if text == "Outrage" else text)
    assert 'title="Outlet A, own voice"' in html
    assert "Outrage" not in html
